import type { ViewInput } from '../../../shared/contract.ts';
import type { Result } from '../../../shared/kernel/result.ts';
import type { LogReach, ViewRows } from '../../../shared/kernel/view.ts';
import type { Refusal } from '../../../shared/protocol/refusal.ts';
import type { RowsChange } from '../../api/createRowChanges.ts';
import { createListeners } from '../../api/createListeners.ts';
import { createFoundPlaces } from './createFoundPlaces.ts';
import { createHeldLines, type LogLine, type LogRow, type Sight } from './createHeldLines.ts';
import { createWholePlaces } from './createWholePlaces.ts';
import type { LogOrder, LogPlaces } from './LogPlaces.ts';

type LogInput = ViewInput<'log/events'>;

/** What is known of the log so far. A new object whenever anything has changed. */
export interface LogRowsState {
  /** How many lines there are, as far as is known. */
  readonly count: number;
  /** True once `count` is exact. */
  readonly complete: boolean;
  /** True until the first answer. */
  readonly loading: boolean;
  readonly refusal: Refusal | null;
  readonly looked: ReturnType<LogPlaces['looked']>;
  /** Entries that came in above what is shown, and wait until somebody wants to see them. */
  readonly newer: number;
  /** Position of the log's last event. */
  readonly last: number;
  readonly devices: readonly string[];
  /** Types that were met, known to this program or not. */
  readonly types: readonly string[];
  /** Undefined for a line that is not held now. */
  readonly lineAt: (index: number) => LogLine | undefined;
  readonly positionAt: LogPlaces['at'];
  readonly indexOf: LogPlaces['indexOf'];
}

export interface LogRows {
  readonly state: () => LogRowsState;
  readonly onChange: (listener: () => void) => () => void;
  readonly show: (first: number, last: number, top: number) => void;
  readonly refresh: (change: RowsChange) => void;
  /** Shows what came in above. */
  readonly showNewer: () => void;
  /** Begins, or goes on after `stop`; after that nothing more is asked, and what is under way is dropped. */
  readonly start: () => void;
  readonly stop: () => void;
}

export interface LogRowsOptions {
  readonly ask: (input: LogInput) => Promise<Result<ViewRows<LogRow>, Refusal>>;
  /** What narrows the log, and nothing else. */
  readonly filters: Omit<LogInput, 'order' | 'from' | 'positions' | 'after' | 'limit'>;
  readonly order: LogOrder;
}

/** Lines of an answer that looks for events, and how many are found ahead of what is on the screen. */
const PAGE = 200;
const AHEAD = 100;

/** A question under way. There is one at a time, so that changes never pile questions up. */
interface Asking {
  /** Rows have changed since: those of the answer are shown, and asked for again. */
  isOutdated: boolean;
  /** Somebody was erased since: rows of the answer may name them, and are not shown. */
  isVoid: boolean;
}

/**
 * The log as a list. Where each line stands in the log is known at once for the whole log, and is found by
 * asking on where it is narrowed; either way a line is then asked for by its position. What came in later
 * waits above, so that nothing moves while it is read, unless the uppermost line is in sight.
 */
export const createLogRows = ({ ask, filters, order }: LogRowsOptions): LogRows => {
  const changes = createListeners<null>();
  const isNarrowed = Object.keys(filters).length > 0;
  const places = isNarrowed ? createFoundPlaces(order) : createWholePlaces(order);
  const lines = createHeldLines({ positionAt: places.at, indexOf: places.indexOf });
  let reach: Pick<LogReach, 'last' | 'devices'> | null = null;
  let hasChanged = false;
  let refusal: Refusal | null = null;
  let sight: Sight = { first: 0, last: 0, top: 0 };
  let asking: Asking | null = null;
  let isStopped = true;

  const makeState = (): LogRowsState => ({
    count: places.count(),
    complete: places.isComplete(),
    loading: reach === null && refusal === null,
    refusal,
    looked: places.looked(),
    newer: places.newer(),
    last: reach?.last ?? 0,
    devices: reach?.devices ?? [],
    types: lines.types(),
    lineAt: (index) => {
      const position = places.at(index);
      return position === undefined ? undefined : lines.get(position);
    },
    positionAt: places.at,
    indexOf: places.indexOf,
  });
  let state = makeState();
  const changed = (): void => {
    state = makeState();
    changes.tell(null);
  };

  /** Asks one question and takes in its answer. `take` is told whether its rows may be shown. */
  const question = async (
    input: LogInput,
    take: (answer: ViewRows<LogRow>, isVoid: boolean) => void,
  ): Promise<void> => {
    const mine: Asking = { isOutdated: false, isVoid: false };
    asking = mine;
    const answer = await ask(input);
    // Stopped meanwhile, and perhaps started again: whoever asks now knows nothing of this question.
    if (asking !== mine) return;
    asking = null;
    refusal = answer.ok ? null : answer.error;
    if (answer.ok) {
      take(answer.value, mine.isVoid);
      reach = answer.value.reach ?? reach;
      places.logEndsAt(reach?.last ?? 0);
      if (sight.top === 0 || order === 'oldest') places.showNewer();
      if (!mine.isVoid) lines.keep(answer.value.rows, mine.isOutdated);
    }
    lines.letGo(sight);
    changed();
    // What was refused is asked for again when there is a reason to, not at once.
    if (answer.ok) goOn();
  };

  const fetchLines = (positions: readonly number[]): Promise<void> => {
    // Its answer says too where the log ends now, even when no line is asked for.
    hasChanged = false;
    return question({ positions: [...positions] }, (_answer, isVoid) => {
      if (!isVoid) lines.keepMissing(positions);
    });
  };

  const goOn = (): void => {
    if (asking !== null || isStopped) return;
    const lacking = lines.lacking(sight);
    if (lacking.length > 0 || hasChanged) {
      void fetchLines(lacking);
      return;
    }
    const input = places.nextQuestion(sight.last + AHEAD);
    if (input !== null) void question({ ...filters, ...input, limit: PAGE }, places.take);
  };

  const showNewer = (): void => {
    if (places.newer() === 0) return;
    places.showNewer();
    changed();
  };

  return {
    state: () => state,
    onChange: (listener) => changes.add(listener),
    show: (first, last, top) => {
      sight = { first, last, top };
      if (top === 0) showNewer();
      goOn();
    },
    refresh: ({ erased }) => {
      if (asking !== null) {
        asking.isOutdated = true;
        asking.isVoid ||= erased;
      }
      if (erased) {
        lines.clear();
        changed();
      }
      lines.outdate();
      hasChanged = true;
      goOn();
    },
    showNewer: () => {
      showNewer();
      goOn();
    },
    start: () => {
      isStopped = false;
      goOn();
    },
    stop: () => {
      isStopped = true;
      asking = null;
    },
  };
};
