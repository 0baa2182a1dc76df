import { clockToInteger } from '../../../shared/kernel/hybrid-clock.ts';
import type { SqlValue } from '../../../shared/kernel/sql.ts';
import type { WriteHandle } from '../sqlite/handle.ts';
import { lastPosition } from './createEventReader.ts';
import type { StoredEvent } from './EventLog.ts';

/** SQLite gives the positions itself. About OR ROLLBACK see schema.ts. */
const insertSql = (rows: number): string =>
  `INSERT OR ROLLBACK INTO event (id, device, seq, clock, stream, version, type, schema, command, cause,
                                  actor, data, subject, key, sealed, hash)
   VALUES ${Array.from({ length: rows }, () => '(?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)').join(', ')}`;

const insertOne = insertSql(1);

/** Rows that a statement takes at once: measured, more bring nothing. */
const rowsAtOnce = 8;
const insertMany = insertSql(rowsAtOnce);

// prettier-ignore
const valuesOf = (event: StoredEvent): SqlValue[] => [
  event.id, event.device, event.seq, clockToInteger(event.clock), event.stream, event.version,
  event.type, event.schema, event.command, event.cause, event.actor, event.data, event.subject,
  event.key, event.sealed, event.hash,
];

/** Adds rows to `event`, in an open transaction, at the positions that they have been given. */
export const insertEvents = (handle: WriteHandle, events: readonly StoredEvent[]): void => {
  let added = 0;
  let next = 0;
  while (next + rowsAtOnce <= events.length) {
    const rows = events.slice(next, next + rowsAtOnce);
    added += handle.write(insertMany).run(...rows.flatMap(valuesOf));
    next += rowsAtOnce;
  }
  for (const event of events.slice(next)) added += handle.write(insertOne).run(...valuesOf(event));
  if (added !== events.length) throw new Error(`${added} of ${events.length} events were inserted`);
  if (lastPosition(handle) !== events.at(-1)?.position)
    throw new Error('positions are not as placed');
};
