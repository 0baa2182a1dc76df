import type { LocalDate } from '../../shared/kernel/local-date.ts';
import { parseAmountText } from '../text/amountText.ts';
import type { Language } from '../text/languages.ts';
import { parseDayText } from '../text/when.ts';
import { plainFigures } from '../../shared/kernel/plain-figures.ts';
import type { Money } from '../../shared/kernel/money.ts';
import { err, type Result } from '../../shared/kernel/result.ts';
import type { FieldProblem } from './createFormResolver.ts';

/** How amounts are read: in the daybook's currency, as the window's language writes them. */
export interface AmountReading {
  readonly currency: string;
  readonly language: Language;
}

type AmountRead<Field extends string> = Result<Money, readonly FieldProblem<Field>[]>;

/** Reads money that must not be below `least`, in minor units; `code` says that it is. */
const readMoney = <Field extends string>(
  field: Field,
  text: string,
  { currency, language }: AmountReading,
  least: { readonly minor: number; readonly code: string },
): AmountRead<Field> => {
  const money = parseAmountText(text, currency, language);
  if (!money.ok) return err([{ field, code: money.error.reason }]);
  return money.value.minor >= least.minor ? money : err([{ field, code: least.code }]);
};

/** Reads the amount of an entry: above zero. */
export const readAmount = <Field extends string>(
  field: Field,
  text: string,
  reading: AmountReading,
): AmountRead<Field> => readMoney(field, text, reading, { minor: 1, code: 'amountAboveZero' });

/** Reads a limit: zero or more. */
export const readLimit = <Field extends string>(
  field: Field,
  text: string,
  reading: AmountReading,
): AmountRead<Field> => readMoney(field, text, reading, { minor: 0, code: 'limitNotNegative' });

/** Reads a day from a field; one that is no day is left to the command's schema to refuse. */
export const readDay = (text: string, today: LocalDate): string =>
  parseDayText(text, today) ?? text;

/** Lines of a field as a list, without the empty ones. */
const readLines = (text: string): readonly string[] =>
  text
    .split('\n')
    .map((line) => line.trim())
    .filter((line) => line !== '');

/** Telephone numbers of a field, one a line. */
export const readPhones = (text: string): readonly string[] => readLines(text).map(plainFigures);

/** A field left empty says nothing. */
export const readOptional = <Key extends string>(
  key: Key,
  text: string,
): { readonly [Name in Key]?: string } =>
  // A computed key widens to `string`; it is the one key given.
  text.trim() === '' ? {} : ({ [key]: text } as { readonly [Name in Key]?: string });
