import type { RetentionClass } from '../../../shared/kernel/event.ts';
import type { KeyId, PersonId } from '../../../shared/kernel/ids.ts';
import type { WriteHandle } from '../sqlite/handle.ts';
import type { Tombstone } from './KeyStore.ts';

/** A row of `person_key`. */
export interface KeyRecord {
  readonly number: number;
  readonly key: KeyId;
  readonly person: PersonId;
  readonly retention: RetentionClass;
  readonly bucket: number;
  /** Null once the key is destroyed. */
  readonly wrapped: Uint8Array | null;
}

/** The rows of `keys.db`. Every write asserts that it changed the one row it was meant for. */
export interface KeyRecords {
  readonly find: (key: KeyId) => KeyRecord | undefined;
  /** Those that there are, in no order. */
  readonly findAll: (keys: readonly KeyId[]) => readonly KeyRecord[];
  readonly ofPerson: (person: PersonId) => readonly KeyRecord[];
  readonly liveInBucket: (bucket: number) => readonly KeyRecord[];
  readonly after: (number: number, limit: number) => readonly KeyRecord[];
  readonly count: () => number;
  readonly insert: (record: Omit<KeyRecord, 'number'>, createdAt: number) => void;
  readonly rewrap: (number: number, wrapped: Uint8Array) => void;
  readonly destroy: (number: number, destroyedAt: number) => void;
  readonly bucket: (bucket: number) => Uint8Array | undefined;
  readonly replaceBucket: (bucket: number, wrapped: Uint8Array) => void;
  readonly tombstones: () => readonly Tombstone[];
  readonly tombstonesOf: (person: PersonId) => readonly Tombstone[];
  readonly addTombstone: (tombstone: Tombstone) => void;
}

/** A person's bucket: the last byte of the id, which is random. */
export const bucketOf = (person: PersonId): number => {
  const bucket = Number.parseInt(person.slice(-2), 16);
  if (Number.isNaN(bucket)) throw new RangeError('not a person id');
  return bucket;
};

const columns = 'number, key_id AS "key", person, class AS retention, bucket, wrapped';
const tombstoneColumns = 'person, class AS retention, event, destroyed_at AS destroyedAt';

const expectOne = (changed: number): void => {
  if (changed !== 1) throw new Error(`${changed} rows changed instead of one`);
};

/** The statements over an open `keys.db`. */
export const createKeyRecords = (handle: WriteHandle): KeyRecords => {
  const select = (rest: string) =>
    handle.read<KeyRecord>(`SELECT ${columns} FROM person_key ${rest}`);
  const find = select('WHERE key_id = ?');
  const findAll = select('WHERE key_id IN (SELECT value FROM json_each(?))');
  // Without ORDER BY, which would make it eight times as slow.
  const ofPerson = select('WHERE person = ?');
  const liveInBucket = select('WHERE bucket = ? AND wrapped IS NOT NULL');
  const after = select('WHERE number > ? ORDER BY number LIMIT +?');
  const count = handle.read<{ count: number }>('SELECT count(*) AS count FROM person_key');
  const insert = handle.write(
    'INSERT INTO person_key (key_id, person, class, bucket, wrapped, created_at) VALUES (?, ?, ?, ?, ?, ?)',
  );
  const rewrap = handle.write(
    'UPDATE person_key SET wrapped = ? WHERE number = ? AND wrapped IS NOT NULL',
  );
  const destroy = handle.write(
    'UPDATE person_key SET wrapped = NULL, destroyed_at = ? WHERE number = ? AND wrapped IS NOT NULL',
  );
  const bucket = handle.read<{ wrapped: Uint8Array }>(
    'SELECT wrapped FROM bucket WHERE bucket = ?',
  );
  const replaceBucket = handle.write('UPDATE bucket SET wrapped = ? WHERE bucket = ?');
  const tombstones = handle.read<Tombstone>(
    `SELECT ${tombstoneColumns} FROM tombstone ORDER BY destroyed_at, person, class`,
  );
  const tombstonesOf = handle.read<Tombstone>(
    `SELECT ${tombstoneColumns} FROM tombstone WHERE person = ?`,
  );
  const addTombstone = handle.write(
    'INSERT INTO tombstone (person, class, event, destroyed_at) VALUES (?, ?, ?, ?)',
  );

  return {
    find: (key) => find.get(key),
    findAll: (keys) => findAll.all(JSON.stringify(keys)),
    ofPerson: (person) => ofPerson.all(person),
    liveInBucket: (number) => liveInBucket.all(number),
    after: (number, limit) => after.all(number, limit),
    count: () => count.get()?.count ?? 0,
    insert: ({ key, person, retention, bucket: number, wrapped }, createdAt) => {
      expectOne(insert.run(key, person, retention, number, wrapped, createdAt));
    },
    rewrap: (number, wrapped) => {
      expectOne(rewrap.run(wrapped, number));
    },
    destroy: (number, destroyedAt) => {
      expectOne(destroy.run(destroyedAt, number));
    },
    bucket: (number) => bucket.get(number)?.wrapped,
    replaceBucket: (number, wrapped) => {
      expectOne(replaceBucket.run(wrapped, number));
    },
    tombstones: () => tombstones.all(),
    tombstonesOf: (person) => tombstonesOf.all(person),
    addTombstone: ({ person, retention, event, destroyedAt }) => {
      expectOne(addTombstone.run(person, retention, event, destroyedAt));
    },
  };
};
