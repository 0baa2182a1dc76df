import type { Refusal } from '../../../shared/protocol.ts';
import { erasedClasses } from '../bus/erasures.ts';
import { clearEvent } from '../eventlog/decode.ts';
import type { EventCatalog } from '../eventlog/EventCatalog.ts';
import type { EventLog, StoredEvent } from '../eventlog/EventLog.ts';
import type { KeyStore } from '../keys/KeyStore.ts';
import type { LogEntry } from '../projection/entry.ts';
import type { CommandGroup } from './CommandGroup.ts';
import type { GroupOutcome } from './CommandQueue.ts';
import type { StateCache } from './StateCache.ts';

export interface CommitContext {
  readonly log: EventLog;
  readonly keys: KeyStore;
  readonly catalog: EventCatalog;
  readonly cache: StateCache;
  /** Brings rows, private index and consumers up to the events just written. Throws when keys could not be destroyed. */
  readonly follow: (entries: readonly LogEntry[]) => void;
  /** Names a failure of the disk to the caller; a defect gets an incident number. */
  readonly failure: (cause: unknown) => Refusal;
  /** Called when nobody knows whether a commit reached the disk. */
  readonly outcomeUnknown: (cause: unknown) => void;
}

const entriesOf = (
  group: CommandGroup,
  stored: readonly StoredEvent[],
  catalog: EventCatalog,
): readonly LogEntry[] => {
  const events = group.events();
  return stored.map((event, index) => {
    const kind = catalog.kind(event.type);
    const data = events[index]?.data;
    if (!kind || !data) throw new Error('the log gave back other events than it was given');
    return {
      stored: event,
      decoded: { type: 'known', kind, event: clearEvent(event, event.version, data) },
    };
  });
};

const receiptsOf = (
  group: CommandGroup,
  entries: readonly LogEntry[],
): { readonly position: number; readonly result: object }[] =>
  group.accepted().map(({ command, events, lastEvent }) => {
    const own = entries.slice(lastEvent + 1 - events, lastEvent + 1);
    const clear = own.flatMap(({ decoded }) => (decoded.type === 'known' ? [decoded.event] : []));
    return {
      position: entries[lastEvent]?.stored.position ?? 0,
      result: command.definition.output(clear) as object,
    };
  });

/**
 * Writes a group: keys first, then events, then what follows from them. Until the events are on disk
 * nothing has happened; from then on nothing can be taken back.
 */
export const commitGroup = (group: CommandGroup, context: CommitContext): GroupOutcome => {
  const forgetStates = (): void => {
    for (const stream of group.streams().keys()) context.cache.drop(stream);
  };
  let entries: readonly LogEntry[];
  try {
    context.keys.commitKeys();
    const appended = context.log.append(group.appends());
    if (!appended.ok) {
      forgetStates();
      return { ok: false, error: appended.error };
    }
    entries = entriesOf(group, appended.value, context.catalog);
  } catch (cause) {
    forgetStates();
    if (cause instanceof Error && cause.name === 'CommitOutcomeUnknown')
      context.outcomeUnknown(cause);
    return { ok: false, error: context.failure(cause) };
  }
  const receipts = receiptsOf(group, entries);
  try {
    context.follow(entries);
    for (const [stream, record] of group.streams()) context.cache.snapshot(record, stream);
    return { ok: true, receipts, unfinished: null };
  } catch (cause) {
    return { ok: true, receipts, unfinished: followUp(entries, context.failure(cause)) };
  }
};

/** Rows that lag catch up later, and their commands are done; an erasure is not, until its keys are gone. */
const followUp = (entries: readonly LogEntry[], error: Refusal): Refusal | null =>
  entries.some((entry) => erasedClasses(entry).length > 0) ? erasureUnfinished(error) : null;

interface ErasureUnfinished {
  readonly type: 'ErasureUnfinished';
  readonly because: string;
}

const erasureUnfinished = ({ type }: Refusal): ErasureUnfinished => ({
  type: 'ErasureUnfinished',
  because: type,
});
