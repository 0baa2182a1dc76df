import type { DayRange } from '../../shared/kernel/local-date.ts';
import { longestDaybookName } from '../../shared/methods.ts';
import { currencyExponent } from '../../shared/kernel/money.ts';
import { formatAmount } from './amountText.ts';
import type { en } from './en.ts';
import type { Language } from './languages.ts';
import type { Say } from './useText.ts';
import { formatDays } from './when.ts';

interface FieldContext {
  readonly currency: string;
  readonly language: Language;
  /** A day such as one that is typed in this field. */
  readonly exampleDay?: string;
  /** The days that this field takes. */
  readonly days?: DayRange;
}

/** What the schemas of the records say by themselves, in zod's words, means nothing to a user. */
const plain = [
  'NameEmpty',
  'TextEmpty',
  'reasonMissing',
  'TextTooLong',
  'TextHasControlCharacters',
  'TextMalformed',
  'EmailInvalid',
  'TooManyPhones',
  'tooLarge',
  'amountAboveZero',
  'limitNotNegative',
  'passphraseDiffers',
  'passphraseTooShort',
  'passphraseWrong',
] as const satisfies readonly (keyof typeof en.field)[];

const isPlain = (code: string): code is (typeof plain)[number] =>
  (plain as readonly string[]).includes(code);

/** The sentence for what is wrong with a field. */
export const fieldSentence = (
  say: Say,
  code: string,
  { currency, language, exampleDay = '', days }: FieldContext,
): string => {
  if (isPlain(code)) return say(`field.${code}`);
  if (code === 'DateInvalid') return say('field.DateInvalid', { example: exampleDay });
  if (code === 'dateUnreadable') return say('field.dateUnreadable', { example: exampleDay });
  if ((code === 'EntryDayOutOfRange' || code === 'BirthDateOutOfRange') && days !== undefined)
    return say(`refusal.${code}`, formatDays(days, language));
  if (code === 'DaybookNameTooLong')
    return say('field.DaybookNameTooLong', { longest: longestDaybookName });
  if (code === 'notANumber' || code === 'ambiguous')
    return say(code === 'ambiguous' ? 'field.ambiguousAmount' : 'field.notANumber', {
      example: formatAmount({ currency, minor: 123450 }, language),
    });
  if (code === 'tooManyDecimals' && currencyExponent(currency) === 0)
    return say('field.noDecimals', { currency });
  if (code === 'tooManyDecimals')
    return say('field.tooManyDecimals', { count: currencyExponent(currency), currency });
  if (code === 'periodBackwards') return say('printed.backwards');
  return say('field.other');
};
