import { clockToInteger } from '../../../shared/kernel/hybrid-clock.ts';
import type { WriteHandle } from '../sqlite/handle.ts';
import type { StoredEvent } from './EventLog.ts';

const insertSql = `
  INSERT INTO event (position, id, device, seq, clock, stream, version, type, schema, command, cause,
                     actor, data, subject, key, sealed, hash)
  VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)`;

/** Adds rows to `event`, in an open transaction. */
export const insertEvents = (handle: WriteHandle, events: readonly StoredEvent[]): void => {
  const insert = handle.write(insertSql);
  for (const event of events) {
    // prettier-ignore
    const added = insert.run(
      event.position, event.id, event.device, event.seq, clockToInteger(event.clock), event.stream,
      event.version, event.type, event.schema, event.command, event.cause, event.actor, event.data,
      event.subject, event.key, event.sealed, event.hash,
    );
    if (added !== 1) throw new Error(`event ${event.id} was not inserted`);
  }
};
