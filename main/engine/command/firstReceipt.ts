import type { CommandId } from '../../../shared/kernel/ids.ts';
import { err, ok, type Result } from '../../../shared/kernel/result.ts';
import { decode } from '../eventlog/decode.ts';
import type { EventCatalog } from '../eventlog/EventCatalog.ts';
import type { EventReader } from '../eventlog/EventLog.ts';
import type { CommandToRun } from './parseCommand.ts';

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
 * The receipt of a command that was accepted before, read from the events it wrote; null when it was not.
 *
 * **Errors:** `CommandIdTaken` when those events are not of a kind that this command writes.
 */
export const firstReceipt = (
  { id, record, definition }: Pick<CommandToRun, 'id' | 'record' | 'definition'>,
  log: EventReader,
  catalog: EventCatalog,
): Result<Receipt | null, CommandIdTaken> => {
  const written = log.readByCommand(id);
  const last = written.at(-1);
  if (!last) return ok(null);
  const events = written.flatMap((stored) => {
    const decoded = decode(stored, stored.version, catalog, log.daybook.currency);
    return decoded.type === 'known' && decoded.kind.record === record ? [decoded.event] : [];
  });
  if (events.length !== written.length) return err({ type: 'CommandIdTaken', id });
  try {
    return ok({ position: last.position, result: definition.output(events) as object });
  } catch {
    // The command's own reader does not recognise these events: another command wrote them.
    return err({ type: 'CommandIdTaken', id });
  }
};
