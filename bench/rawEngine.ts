import Database from 'better-sqlite3';
import { randomBytes } from 'node:crypto';
import { createUuidSource } from '../shared/kernel/uuid.ts';
import { createEventLogSchema } from '../main/engine/eventlog/schema.ts';
import { emptyPlace } from './daybooks.ts';

/**
 * SQLite by itself, with the durability that the log has: what everything else is compared with. A row
 * has 300 bytes: a UUIDv7 under a unique index, and a payload.
 */
export interface RawEngine {
  /** Commits rows one by one. **Units:** milliseconds, one for each. */
  readonly commitSingly: (count: number) => readonly number[];
  /** Rows a second, in one transaction. */
  readonly insertAll: (count: number) => number;
  /**
   * Rows a second into the log's own table with its indexes, without its triggers, sealing and hashes, in
   * commits of that many: what remains of bulk appends to us.
   */
  readonly insertEvents: (count: number, group: number) => number;
  /** Rows a second, read in order and parsed as JSON. */
  readonly scan: () => number;
  readonly close: () => void;
}

const ROW_BYTES = 300;
const ID_BYTES = 36;

/** A JSON object that fills a row. */
const payload = (): Buffer => {
  const empty = JSON.stringify({ memo: '' });
  return Buffer.from(JSON.stringify({ memo: 'x'.repeat(ROW_BYTES - ID_BYTES - empty.length) }));
};

const newIds = (count: number): readonly string[] => {
  const newId = createUuidSource({ nowMs: Date.now, randomBytes });
  return Array.from({ length: count }, newId);
};

const STREAMS = 2000;

/** The table of the log alone. */
const openEventTable = () => {
  const database = new Database(emptyPlace('raw-events.db'));
  for (const setting of ['locking_mode=EXCLUSIVE', 'journal_mode=WAL', 'synchronous=FULL'])
    database.pragma(setting);
  database.pragma(`cache_size=-${16 * 1024}`);
  const withoutTriggers = createEventLogSchema.replaceAll(/CREATE TRIGGER[\s\S]*?END;?/gu, '');
  database.exec(withoutTriggers);
  const insert = database.prepare(
    `INSERT INTO event (id, device, seq, clock, stream, version, type, schema, command, cause, actor,
       data, subject, key, sealed, hash)
     VALUES (?, ?, ?, ?, ?, ?, 'credit-account.charged', 1, ?, NULL, ?, ?, ?, ?, ?, ?)`,
  );
  const newId = createUuidSource({ nowMs: Date.now, randomBytes });
  const [device, actor, key] = [newId(), newId(), newId()];
  const people = Array.from({ length: STREAMS }, newId);
  const streams = people.map(() => `credit-account-${newId()}`);
  const [data, sealed, hash] = [Buffer.alloc(91), Buffer.alloc(200), Buffer.alloc(32)];
  let seq = 0;
  const insertOne = (): void => {
    const at = seq % STREAMS;
    seq += 1;
    const [stream, subject] = [streams[at], people[at]];
    // prettier-ignore
    insert.run(newId(), device, seq, seq, stream, seq, newId(), actor, data, subject, key, sealed, hash);
  };
  return { database, insertOne };
};

/** Opens an empty database of its own. */
export const openRawEngine = (): RawEngine => {
  const database = new Database(emptyPlace('raw.db'));
  for (const setting of ['locking_mode=EXCLUSIVE', 'journal_mode=WAL', 'synchronous=FULL'])
    database.pragma(setting);
  database.exec(
    'CREATE TABLE row (position INTEGER PRIMARY KEY, id TEXT NOT NULL UNIQUE, data BLOB NOT NULL) STRICT',
  );
  const insert = database.prepare<[string, Buffer]>('INSERT INTO row (id, data) VALUES (?, ?)');
  const page = database.prepare<[number], { position: number; data: Buffer }>(
    'SELECT position, data FROM row WHERE position > ? ORDER BY position LIMIT 1000',
  );
  const data = payload();
  const events = openEventTable();

  return {
    commitSingly: (count) =>
      newIds(count).map((id) => {
        const startedAt = performance.now();
        insert.run(id, data);
        return performance.now() - startedAt;
      }),
    insertAll: (count) => {
      const ids = newIds(count);
      const startedAt = performance.now();
      database.exec('BEGIN');
      for (const id of ids) insert.run(id, data);
      database.exec('COMMIT');
      return (1000 * count) / (performance.now() - startedAt);
    },
    insertEvents: (count, group) => {
      const startedAt = performance.now();
      for (let done = 0; done < count; done += group) {
        events.database.exec('BEGIN');
        for (let row = 0; row < group; row += 1) events.insertOne();
        events.database.exec('COMMIT');
      }
      return (1000 * count) / (performance.now() - startedAt);
    },
    scan: () => {
      const startedAt = performance.now();
      let rows = 0;
      for (let found = page.all(0); found.length > 0;) {
        for (const row of found) JSON.parse(row.data.toString());
        rows += found.length;
        found = page.all(found.at(-1)?.position ?? 0);
      }
      return (1000 * rows) / (performance.now() - startedAt);
    },
    close: () => {
      database.close();
      events.database.close();
    },
  };
};
