import { isWithin, type DayRange, type LocalDate } from '../../kernel/local-date.ts';

/** Nobody who is kept a book about was born then: a slip of the hand, or a clock that is wrong. */
export interface BirthDateOutOfRange extends DayRange {
  readonly type: 'BirthDateOutOfRange';
}

/**
 * The days that a person may have been born on: people of an old book too, but nobody to come.
 *
 * **Source:** decision 19.
 */
export const birthDays = (today: LocalDate): DayRange => ({
  earliest: '1800-01-01' as LocalDate,
  latest: today,
});

/** Why nobody was born on this day; null where somebody may have been, or none is said. */
export const birthDateOutOfRange = (
  birthDate: LocalDate | null | undefined,
  today: () => LocalDate,
): BirthDateOutOfRange | null => {
  if (birthDate === null || birthDate === undefined) return null;
  const days = birthDays(today());
  return isWithin(days, birthDate) ? null : { type: 'BirthDateOutOfRange', ...days };
};
