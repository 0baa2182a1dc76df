import {
  isLocalDate,
  localDateAt,
  type DayRange,
  type LocalDate,
} from '../../shared/kernel/local-date.ts';
import { plainFigures } from '../../shared/kernel/plain-figures.ts';
import { dayFormat, momentFormat, numberFormat } from './formats.ts';
import type { Language } from './languages.ts';

/** A calendar day as `Intl` wants it: an instant of that day, to be shown in UTC. */
const instantOf = (date: string): Date => new Date(`${date}T00:00:00Z`);

/** A day in short, in the language's order. Columns of them line up on the right. */
export const formatDay = (date: string, language: Language): string =>
  dayFormat(language, {
    year: 'numeric',
    month: language === 'ko' ? '2-digit' : 'short',
    day: language === 'ko' ? '2-digit' : 'numeric',
  }).format(instantOf(date));

/** Both ends of a range, for a sentence that names them. */
export const formatDays = ({ earliest, latest }: DayRange, language: Language) => ({
  earliest: formatDay(earliest, language),
  latest: formatDay(latest, language),
});

/** A day in words, with its weekday: what a person checks a typed date by. */
export const formatLongDay = (date: string, language: Language): string =>
  dayFormat(language, { dateStyle: 'full' }).format(instantOf(date));

/** An instant in the user's own time zone, to the minute. **Units:** milliseconds since 1970 UTC. */
export const formatMoment = (ms: number, language: Language): string =>
  momentFormat(language, { dateStyle: 'medium', timeStyle: 'short' }).format(ms);

/** An instant in the user's own time zone, to the second. **Units:** milliseconds since 1970 UTC. */
export const formatSecond = (ms: number, language: Language): string =>
  momentFormat(language, { dateStyle: 'medium', timeStyle: 'medium' }).format(ms);

/** The business date of this device. */
export const todayAt = (now: Date): LocalDate =>
  localDateAt(now.getTime(), -now.getTimezoneOffset());

/** Today, by the clock of this machine. */
export const todayHere = (): LocalDate => todayAt(new Date());

const DAY_MS = 86_400_000;

/** Another day, so many days on. */
export const dayAfter = (date: LocalDate, days: number): LocalDate =>
  localDateAt(instantOf(date).getTime() + days * DAY_MS, 0);

/** Year, month and day as they are typed, the year left out or not; null where it is something else. */
const partsOfDay = (text: string): RegExpExecArray | null =>
  /^(?:(\d{4})[-./ ]\s?)?(\d{1,2})[-./ ]\s?(\d{1,2})\.?$/.exec(plainFigures(text)) ??
  /^(\d{4})?(\d{2})(\d{2})$/.exec(plainFigures(text));

/** Whether it is written as a day, be it one of the calendar or not. */
export const isWrittenAsDay = (text: string): boolean => partsOfDay(text) !== null;

/**
 * Reads a day as hurried people type it: `2026-11-23`, `2026.11.23`, `20261123`, and without the year
 * `11-23` or `1123`, which then is this year's. Null when it is no real day; order is always year,
 * month, day, so that nothing is ever read in two ways.
 */
export const parseDayText = (text: string, today: LocalDate): LocalDate | null => {
  const parts = partsOfDay(text);
  if (parts === null) return null;
  const [, year = today.slice(0, 4), month = '', day = ''] = parts;
  const date = `${year}-${month.padStart(2, '0')}-${day.padStart(2, '0')}`;
  return isLocalDate(date) ? date : null;
};

/** How long something still takes, in the largest unit that says enough. **Units:** milliseconds. */
export const formatRemaining = (ms: number, language: Language): string => {
  const seconds = Math.max(1, Math.ceil(ms / 1000));
  const [value, unit] = seconds < 90 ? [seconds, 'second'] : [Math.ceil(seconds / 60), 'minute'];
  return numberFormat(language, {
    style: 'unit',
    unit,
    unitDisplay: 'long',
  }).format(value);
};
