/** Knows which sessions have windows open, and notices when one has none any more. */
export interface SessionWindows {
  /** A window of the session has come. Gives back how to say that it went. */
  readonly come: (session: string) => () => void;
  /** Waits for nobody any more. */
  readonly end: () => void;
}

/**
 * A window that is loaded again goes and comes back, so a session counts as left when nobody came back
 * to it for some time. **Units:** milliseconds.
 */
export const createSessionWindows = (
  left: (session: string) => void,
  backWithinMs: number,
): SessionWindows => {
  const counts = new Map<string, number>();
  const waits = new Map<string, NodeJS.Timeout>();

  const stopWaiting = (session: string): void => {
    clearTimeout(waits.get(session));
    waits.delete(session);
  };

  const go = (session: string): void => {
    const count = (counts.get(session) ?? 0) - 1;
    if (count > 0) {
      counts.set(session, count);
      return;
    }
    counts.delete(session);
    const wait = setTimeout(() => {
      waits.delete(session);
      left(session);
    }, backWithinMs);
    waits.set(session, wait.unref());
  };

  return {
    come: (session) => {
      stopWaiting(session);
      counts.set(session, (counts.get(session) ?? 0) + 1);
      let isThere = true;
      return () => {
        if (isThere) go(session);
        isThere = false;
      };
    },
    end: () => {
      for (const wait of waits.values()) clearTimeout(wait);
      waits.clear();
    },
  };
};
