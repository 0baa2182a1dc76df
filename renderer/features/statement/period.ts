import { z } from 'zod';
import { localDateSchema, type LocalDate } from '../../../shared/kernel/local-date.ts';
import { err, ok, type Result } from '../../../shared/kernel/result.ts';
import type { FieldProblem } from '../../forms/createFormResolver.ts';
import { readDay } from '../../forms/readFields.ts';
import type { Language } from '../../text/languages.ts';
import type { Say } from '../../text/useText.ts';
import { dayAfter, formatDay } from '../../text/when.ts';

/** More entries than this are laid out only after it was said how many pages they make. */
export const MANY_ENTRIES = 1_000;
/** More than this would make a page that no printer is done with. */
export const MOST_ENTRIES = 10_000;
/** About so many lines of one row each are on a sheet of A4. */
const LINES_A_SHEET = 34;

/** Business dates, both of them within; left out where the period has no such end. */
export const periodSchema = z.object({
  from: localDateSchema.optional(),
  to: localDateSchema.optional(),
});
export type Period = z.infer<typeof periodSchema>;

/** A period as it stands in the fields. */
export interface PeriodValues {
  readonly from: string;
  readonly to: string;
}

export const showPeriod = ({ from, to }: Period): PeriodValues => ({
  from: from ?? '',
  to: to ?? '',
});

/** Reads a period; a day that is none is left to the schema to refuse. */
export const readPeriod = (
  { from, to }: PeriodValues,
  today: LocalDate,
): Result<object, readonly FieldProblem<keyof PeriodValues>[]> => {
  const read = {
    ...(from.trim() === '' ? {} : { from: readDay(from, today) }),
    ...(to.trim() === '' ? {} : { to: readDay(to, today) }),
  };
  const parsed = periodSchema.safeParse(read).data;
  return parsed?.from !== undefined && parsed.to !== undefined && parsed.from > parsed.to
    ? err([{ field: 'to', code: 'periodBackwards' }])
    : ok(read);
};

const firstOfMonth = (day: LocalDate): LocalDate => localDateSchema.parse(`${day.slice(0, 7)}-01`);

export const presets = ['whole', 'thisMonth', 'lastMonth', 'thisYear'] as const;
export type Preset = (typeof presets)[number];

/** The days of a period that is often wanted. */
export const presetPeriod = (preset: Preset, today: LocalDate): Period => {
  const thisMonth = firstOfMonth(today);
  const endOfLast = dayAfter(thisMonth, -1);
  switch (preset) {
    case 'whole':
      return {};
    case 'thisMonth':
      return { from: thisMonth, to: today };
    case 'lastMonth':
      return { from: firstOfMonth(endOfLast), to: endOfLast };
    case 'thisYear':
      return { from: localDateSchema.parse(`${today.slice(0, 4)}-01-01`), to: today };
  }
};

/** A period in words. */
export const periodText = ({ from, to }: Period, say: Say, language: Language): string => {
  if (from !== undefined && to !== undefined)
    return say('printed.fromTo', {
      from: formatDay(from, language),
      to: formatDay(to, language),
    });
  if (from !== undefined) return say('printed.onlyFrom', { from: formatDay(from, language) });
  if (to !== undefined) return say('printed.onlyTo', { to: formatDay(to, language) });
  return say('printed.whole');
};

/** About how many sheets of A4 so many entries fill. */
export const sheetsOf = (entries: number): number => Math.ceil(entries / LINES_A_SHEET);
