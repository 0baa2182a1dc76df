import type { Notice } from '../../shared/methods.ts';

/** Passes on what is told to everybody who listens. */
export interface Announcer {
  /** Gives back how to stop listening. */
  readonly onNotice: (listener: (notice: Notice) => void) => () => void;
  readonly tell: (notice: Notice) => void;
}

export const createAnnouncer = (): Announcer => {
  const listeners = new Set<(notice: Notice) => void>();
  return {
    tell: (notice) => {
      for (const listener of listeners) listener(notice);
    },
    onNotice: (listener) => {
      listeners.add(listener);
      return () => listeners.delete(listener);
    },
  };
};
