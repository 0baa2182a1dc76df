import { createListeners } from './listeners.ts';

/** What nobody does by hand twice as fast. */
const SHORTEST_PAUSE_MS = 150;
/** While rows change without end, as in an import: asking again takes time from the work itself. */
const LONGEST_PAUSE_MS = 1200;

/** That rows have changed, and how. */
export interface RowsChange {
  /** Somebody was erased: what was asked for before may name them, and must not be shown any more. */
  readonly erased: boolean;
}

/**
 * Passes on that rows have changed: at once after a quiet time, and gathered while an import or another
 * window writes without a pause, more and more of it the longer that goes on. An erasure never waits, nor does what somebody did in this window.
 */
export const createRowChanges = () => {
  const listeners = createListeners<RowsChange>();
  let toldAtMs = -Infinity;
  let timer: ReturnType<typeof setTimeout> | null = null;
  let pauseMs = SHORTEST_PAUSE_MS;

  const tell = (change: RowsChange): void => {
    if (timer !== null) clearTimeout(timer);
    timer = null;
    const nowMs = performance.now();
    const isQuiet = nowMs - toldAtMs > LONGEST_PAUSE_MS;
    pauseMs = isQuiet ? SHORTEST_PAUSE_MS : Math.min(pauseMs * 2, LONGEST_PAUSE_MS);
    toldAtMs = nowMs;
    listeners.tell(change);
  };

  return {
    onChange: (listener: (change: RowsChange) => void): (() => void) => listeners.add(listener),
    happened: (change: RowsChange): void => {
      const waitMs = toldAtMs + pauseMs - performance.now();
      if (change.erased || (timer === null && waitMs <= 0)) tell(change);
      else timer ??= setTimeout(() => tell(change), waitMs);
    },
    /** A command of this window is done. Its change was told of before its reply came. */
    hurry: (): void => {
      if (timer !== null) tell({ erased: false });
    },
  };
};
