/**
 * A reading of the hybrid logical clock: wall time as far as it can be trusted, and a counter for what
 * happened within one millisecond or while the wall clock stood still or ran backwards.
 *
 * **Units:** milliseconds since 1970 UTC (48 bits) and a counter (16 bits).
 * **Source:** Kulkarni et al., "Logical Physical Clocks", 2014.
 */
export interface HybridClock {
  readonly ms: number;
  readonly counter: number;
}

export const clockZero: HybridClock = { ms: 0, counter: 0 };

export const compareClocks = (a: HybridClock, b: HybridClock): number =>
  a.ms - b.ms || a.counter - b.counter;

/** The next reading of this device: later than `last`, whatever the wall clock says. */
export const tick = (last: HybridClock, nowMs: number): HybridClock => {
  if (nowMs > last.ms) return { ms: nowMs, counter: 0 };
  return last.counter < 0xffff
    ? { ms: last.ms, counter: last.counter + 1 }
    : { ms: last.ms + 1, counter: 0 };
};

/** One 64-bit integer, ms in the upper 48 bits: the form in the log. */
export const clockToInteger = (clock: HybridClock): bigint =>
  (BigInt(clock.ms) << 16n) | BigInt(clock.counter);

/** What decides the order of two events of one stream on every device alike. */
export interface CanonicalOrder {
  readonly clock: HybridClock;
  readonly device: string;
  readonly seq: number;
}

/** Orders events by clock, then device, then sequence. Total: no two events compare equal. */
export const compareCanonically = (a: CanonicalOrder, b: CanonicalOrder): number =>
  compareClocks(a.clock, b.clock) ||
  (a.device < b.device ? -1 : a.device > b.device ? 1 : 0) ||
  a.seq - b.seq;
