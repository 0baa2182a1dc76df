import { isWithin, yearsAfter, type DayRange, type LocalDate } from '../../kernel/local-date.ts';

/** The day is further away than any entry of a shop: a slip of the hand, or a clock that is wrong. */
export interface EntryDayOutOfRange extends DayRange {
  readonly type: 'EntryDayOutOfRange';
}

/**
 * The days that a new entry may be of: old books can be brought in, and what is due next year entered.
 *
 * **Source:** decision 19.
 */
export const entryDays = (today: LocalDate): DayRange => ({
  earliest: '1900-01-01' as LocalDate,
  latest: yearsAfter(today, 1),
});

/** Why an entry may not be of this day; null where it may. */
export const entryDayOutOfRange = (day: LocalDate, today: LocalDate): EntryDayOutOfRange | null => {
  const days = entryDays(today);
  return isWithin(days, day) ? null : { type: 'EntryDayOutOfRange', ...days };
};
