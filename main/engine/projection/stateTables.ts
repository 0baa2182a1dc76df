import { createHash } from 'node:crypto';
import type { EventDefinitions } from '../../../shared/kernel/event.ts';
import type { AnyRecord } from '../../../shared/kernel/record.ts';
import type { EventReader, StoredEvent } from '../eventlog/EventLog.ts';
import type { ReadHandle, WriteHandle } from '../sqlite/handle.ts';
import { createTableSql, shapeOf, tableName, withSums } from './tableSql.ts';
import { forgetWithheld } from './withheld.ts';

/**
 * The engine's own tables in `state.db`, beside the rows of the records. All of it can be made again
 * from the log.
 */
export const stateTablesSql = `
CREATE TABLE IF NOT EXISTS projection (
  record TEXT PRIMARY KEY,
  shape TEXT NOT NULL,
  fingerprint TEXT NOT NULL,
  generation INTEGER NOT NULL,
  position INTEGER NOT NULL
) STRICT;
CREATE TABLE IF NOT EXISTS consumer (
  name TEXT PRIMARY KEY,
  position INTEGER NOT NULL
) STRICT;
CREATE TABLE IF NOT EXISTS withheld (
  consumer TEXT NOT NULL,
  position INTEGER NOT NULL,
  reason TEXT NOT NULL,
  detail TEXT NOT NULL,
  PRIMARY KEY (consumer, position)
) STRICT;
CREATE TABLE IF NOT EXISTS snapshot (
  stream TEXT PRIMARY KEY,
  version INTEGER NOT NULL,
  fingerprint TEXT NOT NULL,
  event_hash BLOB NOT NULL,
  state TEXT NOT NULL,
  checksum BLOB NOT NULL
) STRICT;
CREATE TABLE IF NOT EXISTS basis (
  only INTEGER PRIMARY KEY CHECK (only = 1),
  daybook TEXT NOT NULL
) STRICT;
CREATE TABLE IF NOT EXISTS newest_event (
  only INTEGER PRIMARY KEY CHECK (only = 1),
  position INTEGER NOT NULL,
  hash BLOB NOT NULL
) STRICT;
CREATE TABLE IF NOT EXISTS last_verified (
  only INTEGER PRIMARY KEY CHECK (only = 1),
  at INTEGER NOT NULL,
  sound INTEGER NOT NULL
) STRICT;
`;

/** Notes the newest event that the rows know of: how `isOfThisHistory` recognises them. */
export const saveNewestEvent = (
  handle: WriteHandle,
  { position, hash }: Pick<StoredEvent, 'position' | 'hash'>,
): void => {
  handle.write('INSERT OR REPLACE INTO newest_event VALUES (1, ?, ?)').run(position, hash);
};

/**
 * False when the newest event that the rows know of is not in the log, or is another one there: the log
 * was put back from a backup, and the rows were not.
 */
export const isOfThisHistory = (
  handle: ReadHandle,
  log: Pick<EventReader, 'readAfter'>,
): boolean => {
  const newest = handle
    .read<{ position: number; hash: Uint8Array }>('SELECT position, hash FROM newest_event')
    .get();
  if (!newest) return true;
  const [event] = log.readAfter(newest.position - 1, 1);
  return event !== undefined && Buffer.compare(event.hash, newest.hash) === 0;
};

/** How far the rows of a record are. */
export interface ProjectionState {
  readonly record: string;
  readonly shape: string;
  readonly fingerprint: string;
  readonly generation: number;
  readonly position: number;
}

/** Changes whenever the rows of a record could come out different: then they are made again. */
export const fingerprintOf = (record: AnyRecord): string =>
  createHash('sha256')
    .update(
      JSON.stringify([
        record.projection.version,
        shapeOf(record.projection.tables),
        Object.entries(record.events as EventDefinitions).map(([type, { schema }]) => [
          type,
          schema,
        ]),
      ]),
    )
    .digest('hex')
    .slice(0, 32);

/** How far each record's rows are, by record. */
export const readProjectionStates = (handle: ReadHandle): ReadonlyMap<string, ProjectionState> =>
  new Map(
    handle
      .read<ProjectionState & Record<string, never>>(
        'SELECT record, shape, fingerprint, generation, position FROM projection',
      )
      .all()
      .map((state) => [state.record, state]),
  );

/**
 * Makes sure that the tables of a record are there in their present shape. Rows of another shape
 * cannot be read by today's views: they go, and are made again.
 *
 * @returns `stale` when rows are there that today's code might make otherwise.
 */
export const ensureTables = (
  handle: WriteHandle,
  record: AnyRecord,
  known: ProjectionState | undefined,
): 'current' | 'stale' => {
  const shape = shapeOf(record.projection.tables);
  const fingerprint = fingerprintOf(record);
  if (known?.shape === shape) return known.fingerprint === fingerprint ? 'current' : 'stale';
  const generation = (known?.generation ?? 0) + 1;
  for (const table of record.projection.tables) {
    const place = { schema: 'main', suffix: '', generation } as const;
    for (const part of withSums(table))
      handle.execute(`DROP TABLE IF EXISTS ${tableName(part, place)}`);
    for (const statement of createTableSql(table, place)) handle.execute(statement);
  }
  // What was not in the old rows may be in the new ones.
  forgetWithheld(handle, record.name);
  handle
    .write('INSERT OR REPLACE INTO projection VALUES (?, ?, ?, ?, 0)')
    .run(record.name, shape, fingerprint, generation);
  return 'current';
};
