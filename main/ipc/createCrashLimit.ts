/** Stops of an engine within the time that are taken for accidents; one more is a fault that comes again. */
const accidents = 2;
/** **Units:** milliseconds. */
const withinMs = 60_000;

/**
 * Tells after each crash whether to start again. The third within a minute is a loop: to go on would end
 * the same way, and hide it.
 */
export const createCrashLimit = (nowMs: () => number): (() => 'startAgain' | 'giveUp') => {
  let crashes: readonly number[] = [];
  return () => {
    const now = nowMs();
    crashes = [...crashes, now].filter((at) => now - at < withinMs);
    return crashes.length > accidents ? 'giveUp' : 'startAgain';
  };
};
