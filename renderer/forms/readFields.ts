import type { LocalDate } from '../../shared/kernel/local-date.ts';
import { parseAmountText } from '../text/amountText.ts';
import type { Language } from '../text/languages.ts';
import { parseDayText } from '../text/when.ts';
import type { Money } from '../../shared/kernel/money.ts';
import { err, type Result } from '../../shared/kernel/result.ts';
import type { FieldProblem } from './createFormResolver.ts';

/** How amounts are read: in the daybook's currency, as the window's language writes them. */
export interface AmountReading {
  readonly currency: string;
  readonly language: Language;
}

type AmountRead<Field extends string> = Result<Money, readonly FieldProblem<Field>[]>;

/** Reads the amount of an entry: above zero. */
export const readAmount = <Field extends string>(
  field: Field,
  text: string,
  { currency, language }: AmountReading,
): AmountRead<Field> => {
  const amount = parseAmountText(text, currency, language);
  if (!amount.ok) return err([{ field, code: amount.error.reason }]);
  return amount.value.minor > 0 ? amount : err([{ field, code: 'amountAboveZero' }]);
};

/** Reads a limit: zero or more. */
export const readLimit = <Field extends string>(
  field: Field,
  text: string,
  { currency, language }: AmountReading,
): AmountRead<Field> => {
  const amount = parseAmountText(text, currency, language);
  if (!amount.ok) return err([{ field, code: amount.error.reason }]);
  return amount.value.minor >= 0 ? amount : err([{ field, code: 'limitNotNegative' }]);
};

/** Reads a day from a field; one that is no day is left to the command's schema to refuse. */
export const readDay = (text: string, today: LocalDate): string =>
  parseDayText(text, today) ?? text;

/** Lines of a field as a list, without the empty ones. */
export const readLines = (text: string): readonly string[] =>
  text
    .split('\n')
    .map((line) => line.trim())
    .filter((line) => line !== '');

/** A field left empty says nothing. */
export const readOptional = <Key extends string>(
  key: Key,
  text: string,
): { readonly [Name in Key]?: string } =>
  // A computed key widens to `string`; it is the one key given.
  text.trim() === '' ? {} : ({ [key]: text } as { readonly [Name in Key]?: string });
