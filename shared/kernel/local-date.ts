import { z } from 'zod';

/** A real calendar day, `YYYY-MM-DD`, without a time zone. */
export type LocalDate = string & z.$brand<'LocalDate'>;

const pattern = /^(\d{4})-(\d{2})-(\d{2})$/;

const daysInMonth = (year: number, month: number): number => {
  if (month === 2) return (year % 4 === 0 && year % 100 !== 0) || year % 400 === 0 ? 29 : 28;
  return [4, 6, 9, 11].includes(month) ? 30 : 31;
};

/** True for days that exist: not for 31 February, nor for a year below 1. */
export const isLocalDate = (text: string): text is LocalDate => {
  const match = pattern.exec(text);
  if (!match) return false;
  const [year, month, day] = match.slice(1).map(Number) as [number, number, number];
  return year >= 1 && month >= 1 && month <= 12 && day >= 1 && day <= daysInMonth(year, month);
};

/** **Errors:** `DateInvalid` as the message, which the reply carries to the user. */
export const localDateSchema = z.string().refine(isLocalDate, 'DateInvalid').brand<'LocalDate'>();

/** The day on which an instant falls in the given offset from UTC. **Units:** milliseconds, minutes east. */
export const localDateAt = (ms: number, offsetMinutes: number): LocalDate =>
  new Date(ms + offsetMinutes * 60_000).toISOString().slice(0, 10) as LocalDate;

/** The days that something may fall on, both ends included. */
export interface DayRange {
  readonly earliest: LocalDate;
  readonly latest: LocalDate;
}

export const isWithin = ({ earliest, latest }: DayRange, day: LocalDate): boolean =>
  // Written year first, days compare as text.
  day >= earliest && day <= latest;

/** The same day of another year; 28 February where that year has no 29th. */
export const yearsAfter = (day: LocalDate, years: number): LocalDate => {
  const [year = '', month = '', dayOfMonth = ''] = day.split('-');
  const other = `${String(Number(year) + years).padStart(4, '0')}-${month}`;
  const same = `${other}-${dayOfMonth}`;
  return (isLocalDate(same) ? same : `${other}-28`) as LocalDate;
};
