/**
 * For tests: what became of many flipped bits. A guard under which nothing changes, or everything does,
 * proves nothing, so all three are counted.
 */
export interface Tally {
  same: number;
  found: number;
  readonly missed: string[];
}

/** For tests: counts what `count` counts. */
export const tallied = (count: (tally: Tally) => void): Tally => {
  const tally: Tally = { same: 0, found: 0, missed: [] };
  count(tally);
  return tally;
};
