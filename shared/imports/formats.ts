import { z } from 'zod';
import { isLocalDate, type LocalDate } from '../kernel/local-date.ts';
import { parseDecimalAmount, type AmountInvalid, type Money } from '../kernel/money.ts';
import { plainFigures } from '../kernel/plain-figures.ts';
import { err, type Result } from '../kernel/result.ts';
import { decimalSigns, readWrittenAmount, type DecimalSign } from '../kernel/written-amount.ts';

/** In which order a day is written: 2026-11-23, 23.11.2026, 11/23/2026. */
export const dayOrders = ['ymd', 'dmy', 'mdy'] as const;
export type DayOrder = (typeof dayOrders)[number];

const word = z.string().min(1).max(100);

/**
 * How the cells of a file are written. Without it a day is `2026-11-23`, an amount `1234.50`, and a kind
 * `charge` or `pay`: what programs write. People and spreadsheets write otherwise.
 */
export const formatsSchema = z.strictObject({
  day: z.enum(dayOrders).optional(),
  decimal: z.enum(decimalSigns).optional(),
  kinds: z.strictObject({ charge: z.array(word).max(50), pay: z.array(word).max(50) }).optional(),
});
export type Formats = z.infer<typeof formatsSchema>;

/** What databases put after a day that has no time. */
const midnight = /[T ]0?0:00(?::00(?:\.0+)?)?Z?$/;

const places: Readonly<Record<DayOrder, readonly [number, number, number]>> = {
  ymd: [0, 1, 2],
  dmy: [2, 1, 0],
  mdy: [2, 0, 1],
};

/** Between the parts of a day: 2026-1-5, 5/1/2026, 2026. 1. 5., 2026년 1월 5일. */
const dayParts = /^(\d{1,4})\s*[-./년]\s*(\d{1,2})\s*[-./월]\s*(\d{1,4})\s*[.일]?$/u;

/** Reads a day in the order that was said, else as `2026-11-23`. A year has four digits. */
export const readDay = (text: string, order?: DayOrder): LocalDate | null => {
  const day = plainFigures(text).replace(midnight, '').trim();
  if (order === undefined) return isLocalDate(day) ? day : null;
  const compact = /^(\d{4})(\d{2})(\d{2})$/.exec(day);
  const parts = (order === 'ymd' && compact) || dayParts.exec(day);
  if (!parts) return null;
  const [year, month, dayOfMonth] = places[order].map((place) => parts[place + 1] ?? '');
  if (year?.length !== 4) return null;
  const written = `${year}-${month?.padStart(2, '0')}-${dayOfMonth?.padStart(2, '0')}`;
  return isLocalDate(written) ? written : null;
};

/**
 * Writes an amount as a plain decimal, `1234.50`, where it is one in the way that was said: with that
 * decimal sign, and in that currency if one stands beside it; null where it is none. Without a decimal sign
 * the file has plain decimals, which the rule about amounts reads.
 */
export const readDecimal = (
  text: string,
  decimal?: DecimalSign,
  currency: string | null = null,
): string | null =>
  decimal === undefined ? plainFigures(text) : readWrittenAmount(text, { decimal, currency });

/** Reads an amount as the file has it. What is written otherwise is refused, never guessed at. */
export const readAmount = (
  text: string,
  currency: string,
  decimal?: DecimalSign,
): Result<Money, AmountInvalid> => {
  const written = readDecimal(text, decimal, currency);
  if (written === null) return err({ type: 'AmountInvalid', text, reason: 'notANumber' });
  const amount = parseDecimalAmount(written, currency);
  return amount.ok ? amount : err({ ...amount.error, text });
};

const folded = (text: string): string => text.trim().normalize('NFC').toLowerCase();

/** Which way an entry goes, by the words of the file; a word that nobody has named stays as it is. */
export const readKind = (text: string, kinds?: Formats['kinds']): string => {
  if (!kinds) return text;
  const is = (words: readonly string[]): boolean =>
    words.some((each) => folded(each) === folded(text));
  if (is(kinds.charge)) return 'charge';
  return is(kinds.pay) ? 'pay' : text;
};
