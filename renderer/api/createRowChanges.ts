import { createListeners } from './listeners.ts';

/** Fewer than seven refreshes a second, however fast rows change. */
const SHORTEST_PAUSE_MS = 150;

/** That rows have changed, and how. */
export interface RowsChange {
  /** Somebody was erased: what was asked for before may name them, and must not be shown any more. */
  readonly erased: boolean;
}

/**
 * Passes on that rows have changed: at once after a quiet time, and gathered while an import or another
 * window writes without a pause. An erasure never waits, nor does what somebody did in this window.
 */
export const createRowChanges = () => {
  const listeners = createListeners<RowsChange>();
  let toldAtMs = -Infinity;
  let timer: ReturnType<typeof setTimeout> | null = null;

  const tell = (change: RowsChange): void => {
    if (timer !== null) clearTimeout(timer);
    timer = null;
    toldAtMs = performance.now();
    listeners.tell(change);
  };

  return {
    onChange: (listener: (change: RowsChange) => void): (() => void) => listeners.add(listener),
    happened: (change: RowsChange): void => {
      const waitMs = toldAtMs + SHORTEST_PAUSE_MS - performance.now();
      if (change.erased || (timer === null && waitMs <= 0)) tell(change);
      else timer ??= setTimeout(() => tell(change), waitMs);
    },
    /** A command of this window is done. Its change was told of before its reply came. */
    hurry: (): void => {
      if (timer !== null) tell({ erased: false });
    },
  };
};
