import { parseArgs } from 'node:util';

/** How much is measured. */
export interface BenchOptions {
  /** Small numbers, for a look in between: the bars are about the full ones. */
  readonly quick: boolean;
  /** Makes the large daybook anew, instead of taking the one of an earlier run. */
  readonly fresh: boolean;
  /** Only groups of rows whose name begins like this. */
  readonly only: string | null;
  readonly people: number;
  /** Events of the large daybook, about. */
  readonly events: number;
  /** How often each measurement is repeated, for the median. */
  readonly rounds: number;
  /** How long somebody works in the window before its memory is read. */
  readonly minutes: number;
}

/** Reads the arguments of `npm run bench`. */
export const readOptions = (args: readonly string[]): BenchOptions => {
  const { values } = parseArgs({
    args: [...args],
    options: {
      quick: { type: 'boolean', default: false },
      fresh: { type: 'boolean', default: false },
      only: { type: 'string' },
      minutes: { type: 'string' },
    },
  });
  const { quick, fresh, only = null } = values;
  const minutes = Number(values.minutes ?? (quick ? 0.5 : 10));
  return quick
    ? { quick, fresh, only, people: 5_000, events: 50_000, rounds: 3, minutes }
    : { quick, fresh, only, people: 100_000, events: 1_000_000, rounds: 7, minutes };
};
