import type { LocalDate } from '../../../shared/kernel/local-date.ts';
import type { ViewRow } from '../../../shared/contract.ts';
import { dayAfter } from '../../text/when.ts';

export type Day = ViewRow<'overview/activity'>;

/**
 * Every day from the one to the other. On a day without entries nothing was charged or paid, and the
 * balance is that of the day before; before the first entry of the daybook it is nobody's, null.
 */
export interface DaySeries {
  readonly days: readonly LocalDate[];
  readonly entries: readonly number[];
  /** **Units:** minor units. */
  readonly charged: readonly number[];
  readonly paid: readonly number[];
  readonly reversed: readonly number[];
  readonly balance: readonly (number | null)[];
}

/**
 * Reversals of charges, less those of payments: what the balance lacks of the charges and payments of a
 * day. **Units:** minor units.
 */
const reversedIn = (row: Day | undefined): number =>
  row === undefined
    ? 0
    : row.charged.minor - row.paid.minor - (row.balance.minor - (row.before?.minor ?? 0));

/** So many days are shown of a daybook that is younger: fewer bars would say nothing of a course. */
const LEAST_DAYS = 14;

/**
 * The first day that is worth showing: not weeks of nothing before the first entry of the daybook, which
 * leave a sliver at the edge for its first day.
 */
export const shownFrom = (rows: readonly Day[], from: LocalDate, to: LocalDate): LocalDate => {
  const [first] = rows;
  if (first === undefined || first.before !== null) return from;
  const least = dayAfter(to, 1 - LEAST_DAYS);
  const earliest = first.day < least ? first.day : least;
  return earliest > from ? earliest : from;
};

export const daysOf = (rows: readonly Day[], from: LocalDate, to: LocalDate): DaySeries => {
  const byDay = new Map(rows.map((row) => [row.day, row]));
  const days: LocalDate[] = [];
  for (let day = from; day <= to; day = dayAfter(day, 1)) days.push(day);
  let balance = rows[0]?.before?.minor ?? null;
  return {
    days,
    entries: days.map((day) => byDay.get(day)?.entries ?? 0),
    charged: days.map((day) => byDay.get(day)?.charged.minor ?? 0),
    paid: days.map((day) => byDay.get(day)?.paid.minor ?? 0),
    reversed: days.map((day) => reversedIn(byDay.get(day))),
    balance: days.map((day) => {
      balance = byDay.get(day)?.balance.minor ?? balance;
      return balance;
    }),
  };
};

/** What the days add up to. */
export const sumOf = (rows: readonly Day[]) => ({
  entries: rows.reduce((sum, { entries }) => sum + entries, 0),
  charged: rows.reduce((sum, { charged }) => sum + charged.minor, 0),
  paid: rows.reduce((sum, { paid }) => sum + paid.minor, 0),
  reversed: rows.reduce((sum, row) => sum + reversedIn(row), 0),
});
