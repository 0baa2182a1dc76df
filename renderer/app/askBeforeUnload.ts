import { holdsUnwritten } from './unwritten.ts';

/**
 * Has somebody asked before the window is closed, or its page loaded again, while something would be lost
 * with it: by the browser itself, or by the desktop in its place.
 */
export const askBeforeUnload = (): void =>
  window.addEventListener('beforeunload', (event) => {
    if (holdsUnwritten()) event.preventDefault();
  });
