/** Locks the daybook when nobody has touched any of its windows for a while. */
export interface IdleLock {
  /** Somebody is at work in a window, which wants the lock after so many minutes; null: never. */
  readonly active: (afterMinutes: number | null) => void;
  /** Nothing is open any more: waits until somebody is active again. */
  readonly rest: () => void;
  readonly stop: () => void;
}

export interface IdleLockDependencies {
  readonly nowMs: () => number;
  /** By a clock that nobody sets. */
  readonly elapsedMs: () => number;
  /** True while a lock would cut off long work, or lose what is open: it waits. */
  readonly isBusy: () => boolean;
  readonly lock: () => void;
  /** Runs `work` again and again; gives back what ends it. */
  readonly repeat: (work: () => void, everyMs: number) => () => void;
}

const EVERY_MS = 5_000;
const MINUTE_MS = 60_000;

/**
 * It is kept here and not in a window, whose timers the browser slows down behind other tabs and which may
 * be closed. The two clocks make up for each other: one stands still while the machine sleeps, the other
 * can be put back.
 */
export const createIdleLock = ({
  nowMs,
  elapsedMs,
  isBusy,
  lock,
  repeat,
}: IdleLockDependencies): IdleLock => {
  let afterMs: number | null = null;
  let last = { now: 0, elapsed: 0 };

  const check = (): void => {
    if (afterMs === null || isBusy()) return;
    const idleMs = Math.max(nowMs() - last.now, elapsedMs() - last.elapsed);
    if (idleMs < afterMs) return;
    afterMs = null;
    lock();
  };
  const stop = repeat(check, EVERY_MS);

  return {
    active: (afterMinutes) => {
      // Woken from sleep, a window may be touched before the next look: it must not be too late then.
      check();
      afterMs = afterMinutes === null ? null : afterMinutes * MINUTE_MS;
      last = { now: nowMs(), elapsed: elapsedMs() };
    },
    rest: () => {
      afterMs = null;
    },
    stop,
  };
};
