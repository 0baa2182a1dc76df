import type { HybridClock } from '../../shared/kernel/hybrid-clock.ts';

/** Sees that the log is ahead of this machine's clock, which was ahead once or is behind now. */
export interface ClockWatch {
  /** Up to when the log has been recorded, where that is ahead; null where it is not. **Units:** milliseconds since 1970 UTC. */
  readonly ahead: () => number | null;
  /** Looks whether that has begun or has ended. */
  readonly look: () => void;
}

export interface ClockWatchDependencies {
  /** The latest clock in the log; null where nothing is written. */
  readonly newest: () => HybridClock | null;
  readonly nowMs: () => number;
  readonly onChange: () => void;
}

/** Machines are off by minutes, and devices from each other by a little more. */
const TOLERATED_MS = 60 * 60 * 1000;

/** Begins to watch. How it is at first is told to nobody: whoever opens asks. */
export const createClockWatch = ({
  newest,
  nowMs,
  onChange,
}: ClockWatchDependencies): ClockWatch => {
  const ahead = (): number | null => {
    const { ms } = newest() ?? { ms: 0 };
    return ms - nowMs() > TOLERATED_MS ? ms : null;
  };
  let wasAhead = ahead() !== null;
  return {
    ahead,
    look: () => {
      const isAhead = ahead() !== null;
      if (isAhead === wasAhead) return;
      wasAhead = isAhead;
      onChange();
    },
  };
};
