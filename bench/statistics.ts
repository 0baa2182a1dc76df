/** What repeats of one measurement gave: the middle one, and how far they lay apart. */
export interface Spread {
  readonly median: number;
  readonly low: number;
  readonly high: number;
}

/** The value below which a part of all values lies; the nearest one that was measured. */
export const quantile = (values: readonly number[], part: number): number => {
  const sorted = values.toSorted((a, b) => a - b);
  const value = sorted[Math.min(sorted.length - 1, Math.floor(sorted.length * part))];
  if (value === undefined) throw new RangeError('nothing was measured');
  return value;
};

/** The median, as the other cores of a shared machine are busy at times. */
export const median = (values: readonly number[]): number => {
  const middle = quantile(values, 0.5);
  if (values.length % 2 === 1) return middle;
  const below = values.toSorted((a, b) => a - b)[values.length / 2 - 1];
  return below === undefined ? middle : (below + middle) / 2;
};

export const spreadOf = (values: readonly number[]): Spread => ({
  median: median(values),
  low: Math.min(...values),
  high: Math.max(...values),
});
