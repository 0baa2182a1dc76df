import type { RetentionClass } from '../../../shared/kernel/event.ts';
import type { DaybookId, EventId, PersonId } from '../../../shared/kernel/ids.ts';
import type { World } from '../dependencies.ts';
import type { Database } from '../sqlite/openDatabase.ts';
import type { BucketKeys } from './bucketKeys.ts';
import type { Erasures } from './erasures.ts';
import { encodeBucketHeader } from './headers.ts';
import type { KeyRecords } from './keyRecords.ts';
import type { Keyring } from './keyring.ts';
import type { ErasedKeys, KeyStore } from './KeyStore.ts';
import { createScratchKey } from './scratchKey.ts';
import type { Sealing } from './sealing.ts';
import type { Wrapping } from './wrapping.ts';

export interface DestructionParts {
  readonly database: Pick<Database, 'transaction' | 'truncateWal'>;
  readonly records: KeyRecords;
  readonly buckets: BucketKeys;
  readonly wrapping: Wrapping;
  readonly sealing: Sealing;
  readonly keyring: Pick<Keyring, 'commit' | 'forget'>;
  readonly erasures: Erasures;
  readonly daybook: DaybookId;
  readonly vaultKey: Uint8Array;
  readonly world: World;
}

/**
 * Gives a bucket a new key and wraps every key of it anew: what is left of destroyed ones in unused
 * parts of the disk was under a key that exists no more.
 *
 * A bucket whose key is damaged stays as it is, since a new one would make the damage final for all of
 * it. A single key that does not open keeps its bytes and goes on being reported by `verify`.
 */
const renewBucket = (parts: DestructionParts, bucket: number): void => {
  const { records, buckets, wrapping, sealing, daybook, vaultKey, world } = parts;
  const old = buckets.get(bucket);
  if (old === null) return;
  const renewed = world.randomBytes(32);
  const key = createScratchKey();
  for (const record of records.liveInBucket(bucket)) {
    const { number, wrapped } = record;
    if (wrapped === null || !wrapping.unwrapInto(record, wrapped, old, key)) continue;
    records.rewrap(number, wrapping.wrap(record, key, renewed));
  }
  records.replaceBucket(
    bucket,
    sealing.seal(encodeBucketHeader(daybook, bucket), renewed, vaultKey),
  );
  key.fill(0);
  renewed.fill(0);
};

/** Tombstones, keys and buckets of one erasure; to be run in a transaction. */
const destroyRecords = (
  parts: DestructionParts,
  person: PersonId,
  classes: ReadonlySet<RetentionClass>,
  because: EventId,
): void => {
  const { records, world } = parts;
  const destroyedAt = world.nowMs();
  const before = records.tombstonesOf(person);
  for (const retention of classes) {
    if (before.some((tombstone) => tombstone.retention === retention)) continue;
    records.addTombstone({ person, retention, event: because, destroyedAt });
  }
  const touched = new Set<number>();
  for (const { number, retention, bucket, wrapped } of records.ofPerson(person)) {
    if (wrapped === null || !classes.has(retention)) continue;
    records.destroy(number, destroyedAt);
    touched.add(bucket);
  }
  for (const bucket of touched) renewBucket(parts, bucket);
};

const isDone = (
  records: KeyRecords,
  person: PersonId,
  classes: ReadonlySet<RetentionClass>,
): boolean => {
  const buried = new Set(records.tombstonesOf(person).map(({ retention }) => retention));
  return (
    [...classes].every((retention) => buried.has(retention)) &&
    records
      .ofPerson(person)
      .every(({ retention, wrapped }) => wrapped === null || !classes.has(retention))
  );
};

const answer = (
  records: KeyRecords,
  person: PersonId,
  classes: ReadonlySet<RetentionClass>,
): ErasedKeys => {
  const tombstones = records.tombstonesOf(person).filter(({ retention }) => classes.has(retention));
  return {
    keys: records
      .ofPerson(person)
      .filter(({ retention }) => classes.has(retention))
      .map(({ key, retention }) => ({ id: key, retention }))
      .toSorted((a, b) => (a.id < b.id ? -1 : 1)),
    destroyedAt: Math.min(...tombstones.map(({ destroyedAt }) => destroyedAt)),
  };
};

/**
 * Destruction of a person's keys, in an order in which every step may be the last one before a crash:
 *
 * 1. In memory: from here on nothing is sealed about the person, and the keys are overwritten.
 * 2. One transaction: tombstones, wrapped keys to NULL, a new bucket key with all others under it.
 * 3. The WAL is moved into the file and cut to nothing, both durable. SQLite fsyncs the file before it
 *    cuts the WAL; fsyncing it ourselves would mean to close a descriptor of it, and so its locks.
 *
 * What was cut short is ended by the next call: before 2 the records say so, before 3 the caller of
 * this function does, who cuts the WAL at every opening.
 */
export const createDestruction = (
  parts: DestructionParts,
): Pick<KeyStore, 'destroy' | 'isDestroyed'> => {
  const { database, records, buckets, keyring, erasures } = parts;
  /** True while old copies may stand in the WAL. */
  let traces = false;

  const destroy: KeyStore['destroy'] = (person, list, because) => {
    if (list.length === 0) throw new RangeError('an erasure without a class');
    const classes = new Set(list);
    keyring.commit();
    for (const retention of classes) {
      erasures.add(person, retention);
      keyring.forget(person, retention);
    }
    if (!isDone(records, person, classes)) {
      traces = true;
      const bucketsOfPerson = records.ofPerson(person).map(({ bucket }) => bucket);
      try {
        database.transaction(() => {
          destroyRecords(parts, person, classes, because);
        });
      } finally {
        // Whether or not the commit reached the disk: the file is asked again.
        for (const bucket of bucketsOfPerson) buckets.forget(bucket);
      }
    }
    if (traces) {
      database.truncateWal();
      traces = false;
    }
    return answer(records, person, classes);
  };

  return {
    destroy,
    isDestroyed: (person, classes) => !traces && isDone(records, person, new Set(classes)),
  };
};
