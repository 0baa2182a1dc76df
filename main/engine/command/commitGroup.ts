import { err, ok, type Result } from '../../../shared/kernel/result.ts';
import type { Refusal } from '../../../shared/protocol/refusal.ts';
import { clearEvent } from '../eventlog/decode.ts';
import type { EventCatalog } from '../eventlog/EventCatalog.ts';
import type { EventLog, StoredEvent } from '../eventlog/EventLog.ts';
import { CommitOutcomeUnknown } from '../eventlog/log-errors.ts';
import type { KeyStore } from '../keys/KeyStore.ts';
import type { LogEntry } from '../projection/entry.ts';
import type { CommandGroup } from './CommandGroup.ts';
import type { GroupOutcome } from './CommandQueue.ts';
import type { Receipt } from './firstReceipt.ts';
import type { StateCache } from './StateCache.ts';

/** The event stands in the log, and a key that it ends is still there. It is tried again until it goes. */
export interface ErasureUnfinished {
  readonly type: 'ErasureUnfinished';
  readonly because: string;
}

export const erasureUnfinished = ({ type }: Refusal): ErasureUnfinished => ({
  type: 'ErasureUnfinished',
  because: type,
});

export interface CommitContext {
  readonly log: EventLog;
  readonly keys: KeyStore;
  readonly catalog: EventCatalog;
  readonly cache: StateCache;
  /**
   * Brings everything that is made from events up to those just written. Does not throw: gives why an
   * erasure is not finished, by the position of its event.
   */
  readonly follow: (entries: readonly LogEntry[]) => ReadonlyMap<number, Refusal>;
  /** Looks whether the files were deleted; why nothing can be answered for any more, or null. */
  readonly deleted: () => Refusal | null;
  /** Names a failure of the disk to the caller; a defect gets an incident number. */
  readonly failure: (cause: unknown) => Refusal;
  /** Called when nobody knows whether a commit reached the disk. */
  readonly outcomeUnknown: () => void;
}

/**
 * The disk failed, and the log could not be read again. Nothing more is written before the daybook has
 * been opened anew; then the same command with the same id gets its receipt, or is run.
 */
export interface OutcomeUnknown {
  readonly type: 'CommitOutcomeUnknown';
}

const outcomeUnknown: OutcomeUnknown = { type: 'CommitOutcomeUnknown' };

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
  unfinished: ReadonlyMap<number, Refusal>,
  failure: CommitContext['failure'],
): readonly Result<Receipt, Refusal>[] =>
  group.accepted().map(({ command, events, lastEvent }) => {
    const own = entries.slice(lastEvent + 1 - events, lastEvent + 1);
    const failed = own.map(({ stored }) => unfinished.get(stored.position)).find(Boolean);
    if (failed) return err(erasureUnfinished(failed));
    const clear = own.flatMap(({ decoded }) => (decoded.type === 'known' ? [decoded.event] : []));
    try {
      const result = command.definition.output(clear) as object;
      return ok({ position: entries[lastEvent]?.stored.position ?? 0, result });
    } catch (cause) {
      return err(failure(cause));
    }
  });

/**
 * Writes a group: keys first, then events, then what follows from them. Until the events are on disk
 * nothing has happened; from then on nothing can be taken back.
 */
export const commitGroup = (group: CommandGroup, context: CommitContext): GroupOutcome => {
  const { cache } = context;
  const forgetStates = (): void => {
    for (const stream of group.streams().keys()) cache.drop(stream);
  };
  let entries: readonly LogEntry[];
  try {
    context.keys.commitKeys();
    const appended = context.log.append(group.appends());
    if (!appended.ok) {
      forgetStates();
      return appended;
    }
    entries = entriesOf(group, appended.value, context.catalog);
  } catch (cause) {
    forgetStates();
    const refusal = context.failure(cause);
    if (!(cause instanceof CommitOutcomeUnknown)) return err(refusal);
    context.outcomeUnknown();
    return err(outcomeUnknown);
  }
  const unfinished = context.follow(entries);
  keepSnapshots(group, context);
  // A receipt says that it is on disk: so the disk has to be looked at afterwards.
  const deleted = context.deleted();
  if (deleted) return err(deleted);
  return ok(receiptsOf(group, entries, unfinished, context.failure));
};

/** Snapshots spare time and nothing else: one that cannot be kept changes nothing for the commands. */
const keepSnapshots = (group: CommandGroup, { cache, failure }: CommitContext): void => {
  try {
    for (const [stream, record] of group.streams()) cache.snapshot(record, stream);
  } catch (cause) {
    failure(cause);
  }
};
