import type { CommandId } from '../../../shared/kernel/ids.ts';
import { err, ok, type Result } from '../../../shared/kernel/result.ts';
import { decode } from '../eventlog/decode.ts';
import { streamName, type EventCatalog } from '../eventlog/EventCatalog.ts';
import type { EventReader, StoredEvent } from '../eventlog/EventLog.ts';
import type { CommandToRun } from './parseCommand.ts';
import { StreamIncomplete } from './StateCache.ts';

export interface Receipt {
  /** Position of the last event that the command wrote. */
  readonly position: number;
  readonly result: object;
}

/** The id was used by another command; answering with its receipt would be a lie. */
export interface CommandIdTaken {
  readonly type: 'CommandIdTaken';
  readonly id: CommandId;
}

/**
 * Whether this command could have written the event, which may be of a type that it only has in a newer
 * Daybook. What else was in its input, nobody knows any more.
 */
const isOwn = (
  { record, definition, streamId, streamIsGiven }: CommandToRun,
  { type, stream }: StoredEvent,
  catalog: EventCatalog,
): boolean =>
  (definition.writes.includes(type) || !catalog.kind(type)) &&
  (streamIsGiven
    ? stream === streamName(record, streamId)
    : catalog.recordOfStream(stream) === record);

/**
 * The receipt of a command that was accepted before, read from the events it wrote; null when it was not.
 *
 * **Errors:** `CommandIdTaken` when those events are not of a kind that this command writes, or of
 * another stream. Throws `StreamIncomplete` when one of them cannot be read.
 */
export const firstReceipt = (
  command: CommandToRun,
  log: EventReader,
  catalog: EventCatalog,
): Result<Receipt | null, CommandIdTaken> => {
  const { id, definition } = command;
  const written = log.readByCommand(id);
  const last = written.at(-1);
  if (!last) return ok(null);
  if (!written.every((stored) => isOwn(command, stored, catalog)))
    return err({ type: 'CommandIdTaken', id });
  const events = written.map((stored) => {
    const decoded = decode(stored, stored.version, catalog, log.daybook.currency);
    if (decoded.type === 'known') return decoded.event;
    throw new StreamIncomplete(stored.position, decoded.type === 'needsNewer');
  });
  return ok({ position: last.position, result: definition.output(events) as object });
};
