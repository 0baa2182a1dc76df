import type { Notice } from '../../shared/methods.ts';
import type { Refusal } from '../../shared/protocol/refusal.ts';
import type { Bus } from './bus/Bus.ts';
import { erase, isErasure, type Erasing } from './bus/erasures.ts';
import type { EventCatalog } from './eventlog/EventCatalog.ts';
import type { LogEntry } from './projection/entry.ts';
import type { PrivateIndex } from './projection/PrivateIndex.ts';
import type { Projector } from './projection/Projector.ts';
import { StorageError } from './sqlite/storage-errors.ts';

/** Brings everything that is made from events up to those just committed. */
export interface Follow {
  /**
   * Takes events just committed: carries out the erasures among them, and says that there is something
   * new. Rows wait until somebody asks for them, or a little while. Gives why an erasure is not finished,
   * by the position of its event; does not throw.
   */
  readonly take: (entries: readonly LogEntry[]) => ReadonlyMap<number, Refusal>;
  /**
   * Makes the rows that wait. Whoever reads rows calls it first, and so reads what has been committed.
   * **Errors:** throws the `StorageError` for which rows cannot be made: older ones would be a wrong answer.
   */
  readonly bringUpToDate: () => void;
  /** The same for those who can do without: where there is no room, the next start makes them. */
  readonly bringUpToDateIfPossible: () => void;
}

export interface FollowContext {
  readonly erasing: Erasing;
  readonly projector: Projector;
  readonly privateIndex: PrivateIndex;
  readonly bus: Pick<Bus, 'deliver'>;
  readonly catalog: EventCatalog;
  readonly notify: (notice: Notice) => void;
  /** Names a failure of the disk; a defect gets an incident number. */
  readonly failure: (cause: unknown) => Refusal;
  /** Sees to it, in slices, that what could not be done now is done. */
  readonly catchUp: () => void;
  /** Runs `work` after a little while, in which commands may come that share one transaction of rows. */
  readonly later: (work: () => void) => void;
}

/** How long consumers may take in one go. **Units:** milliseconds. */
const DELIVERY_MS = 8;
/** With so many waiting, rows are made at once: more would not fit into a slice. **Units:** events. */
const MOST_WAITING = 250;

/** False when events that came in another way stand between them. */
const followsOn = (waiting: readonly LogEntry[], entries: readonly LogEntry[]): boolean => {
  const [last, first] = [waiting.at(-1), entries[0]];
  return !last || !first || first.stored.position === last.stored.position + 1;
};

/**
 * Rows may be behind the log: they are made of it, and after a crash they catch up. So a reply does not
 * wait for them, and commands that follow each other closely share one transaction of `state.db`. Only
 * erasures are done before the reply goes out, and everything before them first, in order.
 *
 * The events stand in the log, so a failure takes nothing back: rows catch up later.
 */
export const createFollow = ({
  erasing,
  projector,
  privateIndex,
  bus,
  catalog,
  notify,
  failure,
  catchUp,
  later,
}: FollowContext): Follow => {
  let waiting: LogEntry[] = [];
  let isScheduled = false;
  /** The position of the last event that was taken, and whether rows are known to be behind it. */
  let taken = 0;
  let isBehind = false;

  const attempt = (work: () => void): unknown => {
    try {
      work();
      return null;
    } catch (cause) {
      return cause;
    }
  };

  const bringUpToDate = (): void => {
    if (waiting.length === 0 && !isBehind) return;
    const entries = waiting;
    waiting = [];
    const causes = [
      attempt(() => privateIndex.apply(entries)),
      attempt(() => projector.apply(entries)),
    ];
    // Rows that were behind already could not take them: they get theirs from the log.
    const missing = taken - projector.position();
    if (missing > 0 && missing <= MOST_WAITING)
      causes.push(attempt(() => projector.catchUp(MOST_WAITING)));
    let hasMore = false;
    causes.push(
      attempt(() => {
        const committed = entries.map(({ stored }) => stored);
        hasMore = bus.deliver(DELIVERY_MS, committed) === 'more';
      }),
    );
    for (const cause of causes) if (cause !== null) failure(cause);
    isBehind = projector.position() < taken;
    if (hasMore || isBehind) catchUp();
    const storage = causes.find((cause) => cause instanceof StorageError);
    if (isBehind && storage) throw storage;
  };

  const bringUpToDateIfPossible = (): void => void attempt(bringUpToDate);

  const schedule = (): void => {
    if (isScheduled) return;
    isScheduled = true;
    later(() => {
      isScheduled = false;
      bringUpToDateIfPossible();
    });
  };

  const carryOutErasures = (erasures: readonly LogEntry[]): ReadonlyMap<number, Refusal> => {
    const unfinished = new Map<number, Refusal>();
    for (const entry of erasures) {
      const cause = attempt(() => erase(entry, erasing));
      if (cause !== null) unfinished.set(entry.stored.position, failure(cause));
    }
    return unfinished;
  };

  const tell = (entries: readonly LogEntry[], erased: boolean): void => {
    const position = entries.at(-1)?.stored.position ?? 0;
    const records = entries.map(({ stored }) => catalog.recordOfStream(stored.stream)?.name ?? '');
    notify({ type: 'changed', position, records: [...new Set(records)], erased });
  };

  return {
    take: (entries) => {
      const erasures = entries.filter(({ stored }) => isErasure(stored.type, catalog));
      const erased = erasures.length > 0;
      if (erased || !followsOn(waiting, entries)) bringUpToDateIfPossible();
      const unfinished = carryOutErasures(erasures);
      waiting.push(...entries);
      taken = entries.at(-1)?.stored.position ?? taken;
      if (erased || waiting.length >= MOST_WAITING) bringUpToDateIfPossible();
      else schedule();
      tell(entries, erased);
      return unfinished;
    },
    bringUpToDate,
    bringUpToDateIfPossible,
  };
};
