import {
  currencyExponent,
  formatDecimalAmount,
  parseDecimalAmount,
  type AmountInvalid,
  type Money,
} from '../../shared/kernel/money.ts';
import { plainFigures } from '../../shared/kernel/plain-figures.ts';
import { err, type Result } from '../../shared/kernel/result.ts';
import { numberFormat } from './formats.ts';
import type { Language } from './languages.ts';
import { moneyLook } from './moneyLook.ts';

const separatorsOf = (language: Language): { readonly group: string; readonly decimal: string } => {
  const parts = numberFormat(language, {}).formatToParts(12345.6);
  const find = (type: Intl.NumberFormatPartTypes): string =>
    parts.find((part) => part.type === type)?.value ?? '';
  return { group: find('group'), decimal: find('decimal') };
};

/**
 * Reads an amount as people of a language type it, thousands separators and all: `1,234.5`. Separators
 * must stand where thousands are, so that `1,5` is asked about and not read as fifteen.
 */
export const parseAmountText = (
  text: string,
  currency: string,
  language: Language,
): Result<Money, AmountInvalid> => {
  const { group, decimal } = separatorsOf(language);
  const [whole = '', ...fractions] = plainFigures(text).split(decimal);
  const thousands = whole.split(group);
  const grouped =
    thousands.length === 1 ||
    (/^-?\d{1,3}$/.test(thousands[0] ?? '') &&
      thousands.slice(1).every((digits) => /^\d{3}$/.test(digits)));
  if (!grouped || fractions.length > 1)
    return err({ type: 'AmountInvalid', text, reason: 'notANumber' });
  // `.5` and `5.` are how hurried people write: the missing part is nothing.
  const fraction = fractions[0] ?? '';
  const plain = `${thousands.join('') || (fraction === '' ? '' : '0')}${fraction === '' ? '' : `.${fraction}`}`;
  const parsed = parseDecimalAmount(plain, currency);
  return parsed.ok ? parsed : err({ ...parsed.error, text });
};

const sign = (text: string): string => {
  if (!text.includes('-')) return text;
  return moneyLook().negative === 'brackets'
    ? `(${text.replace('-', '')})`
    : text.replace('-', '\u2212');
};

/** An amount without its currency, for columns where it stands in the heading: `1,234.50`. */
export const formatAmount = (money: Money, language: Language): string => {
  const exponent = currencyExponent(money.currency);
  const format = numberFormat(language, {
    minimumFractionDigits: exponent,
    maximumFractionDigits: exponent,
  });
  // Formatting the decimal text, not a division, keeps every digit.
  return sign(format.format(formatDecimalAmount(money) as Intl.StringNumericLiteral));
};

/** An amount with its currency, for sentences: `$1,234.50`. */
export const formatMoney = (money: Money, language: Language): string => {
  const exponent = currencyExponent(money.currency);
  const format = numberFormat(language, {
    style: 'currency',
    currency: money.currency,
    currencyDisplay: moneyLook().currency,
    minimumFractionDigits: exponent,
    maximumFractionDigits: exponent,
  });
  return sign(format.format(formatDecimalAmount(money) as Intl.StringNumericLiteral));
};
