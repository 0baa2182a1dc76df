import { createListeners } from './listeners.ts';

/** Fewer than seven refreshes a second, however fast rows change. */
const SHORTEST_PAUSE_MS = 150;

/**
 * Passes on that rows have changed: at once after a quiet time, and gathered while an import or another
 * window writes without a pause.
 */
export const createRowChanges = () => {
  const listeners = createListeners<null>();
  let toldAtMs = -Infinity;
  let timer: ReturnType<typeof setTimeout> | null = null;

  const tell = (): void => {
    timer = null;
    toldAtMs = performance.now();
    listeners.tell(null);
  };

  return {
    onChange: (listener: () => void): (() => void) => listeners.add(listener),
    happened: (): void => {
      if (timer !== null) return;
      const waitMs = toldAtMs + SHORTEST_PAUSE_MS - performance.now();
      if (waitMs <= 0) tell();
      else timer = setTimeout(tell, waitMs);
    },
  };
};
