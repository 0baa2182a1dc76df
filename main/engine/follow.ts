import type { Notice, Refusal } from '../../shared/protocol.ts';
import type { Bus } from './bus/Bus.ts';
import { erase, isErasure, type Erasing } from './bus/erasures.ts';
import type { EventCatalog } from './eventlog/EventCatalog.ts';
import type { LogEntry } from './projection/entry.ts';
import type { PrivateIndex } from './projection/PrivateIndex.ts';
import type { Projector } from './projection/Projector.ts';

/** Brings everything that is made from events up to those just committed. Nothing of it throws. */
export interface Follow {
  /**
   * Takes events just committed, carries out erasures among them, and says that there is something new.
   * Rows wait until somebody asks for them, or a little while. Gives why an erasure is not finished, by
   * the position of its event.
   */
  readonly take: (entries: readonly LogEntry[]) => ReadonlyMap<number, Refusal>;
  /** Makes the rows that wait. Whoever reads rows calls it first, and so reads what has been committed. */
  readonly bringUpToDate: () => void;
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
 * The events stand in the log, so nothing that fails here is thrown: rows catch up later.
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

  const attempt = (work: () => void): Refusal | null => {
    try {
      work();
      return null;
    } catch (cause) {
      return failure(cause);
    }
  };

  const bringUpToDate = (): void => {
    const entries = waiting;
    const last = entries.at(-1)?.stored.position;
    if (last === undefined) return;
    waiting = [];
    attempt(() => privateIndex.apply(entries));
    attempt(() => projector.apply(entries));
    // Rows that were behind already could not take them: they get theirs from the log.
    if (projector.position() < last) attempt(() => projector.catchUp(MOST_WAITING));
    let isBehind = false;
    attempt(() => {
      const committed = entries.map(({ stored }) => stored);
      isBehind = bus.deliver(DELIVERY_MS, committed) === 'more';
    });
    if (isBehind || projector.position() < last) catchUp();
  };

  const schedule = (): void => {
    if (isScheduled) return;
    isScheduled = true;
    later(() => {
      isScheduled = false;
      bringUpToDate();
    });
  };

  const carryOutErasures = (erasures: readonly LogEntry[]): ReadonlyMap<number, Refusal> => {
    const unfinished = new Map<number, Refusal>();
    for (const entry of erasures) {
      const refusal = attempt(() => erase(entry, erasing));
      if (refusal) unfinished.set(entry.stored.position, refusal);
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
      if (erased || !followsOn(waiting, entries)) bringUpToDate();
      const unfinished = carryOutErasures(erasures);
      waiting.push(...entries);
      if (erased || waiting.length >= MOST_WAITING) bringUpToDate();
      else schedule();
      tell(entries, erased);
      return unfinished;
    },
    bringUpToDate,
  };
};
