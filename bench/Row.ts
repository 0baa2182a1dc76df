import { median, spreadOf, type Spread } from './statistics.ts';

export type Unit = 'per s' | 'ms' | 'MB';

/** What a measurement has to reach, and against what. */
export type Bar =
  /** A part of what the raw engine did in the same round. */
  | { readonly kind: 'ratio'; readonly atLeast: number }
  /** Not this much above the raw engine in the same round. */
  | { readonly kind: 'aboveRaw'; readonly atMost: number }
  | { readonly kind: 'atLeast'; readonly value: number }
  | { readonly kind: 'atMost'; readonly value: number };

/** One line of the table: the same work in several rounds. */
export interface Row {
  readonly work: string;
  readonly unit: Unit;
  /** The raw engine at the nearest work there is, in the same rounds; empty where there is none. */
  readonly raw: readonly number[];
  readonly ours: readonly number[];
  /** Null for a figure that is only told. */
  readonly bar: Bar | null;
  /** What one has to know to read the figure. */
  readonly note?: string;
}

export type Verdict = 'met' | 'missed' | 'told';

/** A row with everything that is made from its rounds. */
export interface Judged {
  readonly row: Row;
  readonly raw: Spread | null;
  readonly ours: Spread;
  /** Of ours to raw, round by round; their median. */
  readonly ratio: number | null;
  readonly verdict: Verdict;
}

const pairs = ({ raw, ours }: Row): readonly (readonly [number, number])[] => {
  if (raw.length !== ours.length) throw new RangeError('a round without its raw figure');
  return ours.map((value, index) => [value, raw[index] ?? Number.NaN] as const);
};

const isMet = (row: Row, bar: Bar): boolean => {
  switch (bar.kind) {
    case 'ratio':
      return median(pairs(row).map(([ours, raw]) => ours / raw)) >= bar.atLeast;
    case 'aboveRaw':
      return median(pairs(row).map(([ours, raw]) => ours - raw)) < bar.atMost;
    case 'atLeast':
      return median(row.ours) >= bar.value;
    case 'atMost':
      return median(row.ours) <= bar.value;
  }
};

/** Says whether a row reaches its bar, by the median of its rounds. */
export const judge = (row: Row): Judged => ({
  row,
  raw: row.raw.length === 0 ? null : spreadOf(row.raw),
  ours: spreadOf(row.ours),
  ratio: row.raw.length === 0 ? null : median(pairs(row).map(([ours, raw]) => ours / raw)),
  verdict: row.bar === null ? 'told' : isMet(row, row.bar) ? 'met' : 'missed',
});
