import { createListeners } from './createListeners.ts';

/** Between two that are told, once it was quiet: faster than anybody works by hand. */
const SHORTEST_PAUSE_MS = 150;
/** Between two that are told while rows change without end, as the questions take time from the work itself. */
const LONGEST_PAUSE_MS = 1200;

/** That rows have changed, and how. */
export interface RowsChange {
  /**
   * Somebody was erased, or may have been while this window was told nothing: what was asked for before may
   * name them, and must not be shown any more.
   */
  readonly erased: boolean;
}

/**
 * Passes on that rows have changed: at once after a quiet time, and gathered while an import or another
 * window writes without a pause, more and more of it the longer that goes on. An erasure never waits,
 * nor does what somebody did in this window.
 */
export const createRowChanges = () => {
  const listeners = createListeners<RowsChange>();
  let toldAtMs = -Infinity;
  let happenedAtMs = -Infinity;
  let timer: ReturnType<typeof setTimeout> | null = null;
  /** Doubles with each telling until nothing has happened for a while. */
  let pauseMs = 0;

  const tell = (change: RowsChange): void => {
    if (timer !== null) clearTimeout(timer);
    timer = null;
    toldAtMs = performance.now();
    pauseMs = Math.max(SHORTEST_PAUSE_MS, Math.min(pauseMs * 2, LONGEST_PAUSE_MS));
    listeners.tell(change);
  };

  return {
    onChange: (listener: (change: RowsChange) => void): (() => void) => listeners.add(listener),
    happened: (change: RowsChange): void => {
      const nowMs = performance.now();
      if (nowMs - happenedAtMs > LONGEST_PAUSE_MS) pauseMs = 0;
      happenedAtMs = nowMs;
      const waitMs = toldAtMs + pauseMs - nowMs;
      if (change.erased || (timer === null && waitMs <= 0)) tell(change);
      else timer ??= setTimeout(() => tell(change), waitMs);
    },
    /** A command of this window is done. Its change was told of before its reply came. */
    hurry: (): void => {
      if (timer !== null) tell({ erased: false });
    },
  };
};
