import {
  currencyExponent,
  formatDecimalAmount,
  parseDecimalAmount,
  type AmountInvalid,
  type Money,
} from '../../shared/kernel/money.ts';
import { err, type Result } from '../../shared/kernel/result.ts';
import { readWrittenAmount, type DecimalSign } from '../../shared/kernel/written-amount.ts';
import { numberFormat } from './formats.ts';
import type { Language } from './languages.ts';
import { moneyLook } from './moneyLook.ts';

const decimalOf = (language: Language): DecimalSign => {
  const sign = numberFormat(language, {})
    .formatToParts(1.5)
    .find(({ type }) => type === 'decimal')?.value;
  return sign === ',' ? ',' : '.';
};

/**
 * Reads an amount as people of a language type or paste it, in the currency that is meant:
 * `1,234.5`, `$5`. What could mean something else is asked about.
 */
export const parseAmountText = (
  text: string,
  currency: string,
  language: Language,
): Result<Money, AmountInvalid> => {
  const written = readWrittenAmount(text, { decimal: decimalOf(language), currency });
  if (written === null) return err({ type: 'AmountInvalid', text, reason: 'notANumber' });
  const parsed = parseDecimalAmount(written, currency);
  return parsed.ok ? parsed : err({ ...parsed.error, text });
};

const signed = (text: string): string => {
  if (!text.includes('-')) return text;
  return moneyLook().negative === 'brackets'
    ? `(${text.replace('-', '')})`
    : text.replace('-', '\u2212');
};

const writeFigures = (money: Money, language: Language): string => {
  const exponent = currencyExponent(money.currency);
  const format = numberFormat(language, {
    minimumFractionDigits: exponent,
    maximumFractionDigits: exponent,
  });
  // Formatting the decimal text, not a division, keeps every digit.
  return format.format(formatDecimalAmount(money) as Intl.StringNumericLiteral);
};

/** An amount without its currency, for columns where it stands in the heading: `1,234.50`. */
export const formatAmount = (money: Money, language: Language): string =>
  signed(writeFigures(money, language));

/** An amount with its currency, for sentences: `$1,234.50`. Korean writes its own behind the figures: `15,000원`. */
export const formatMoney = (money: Money, language: Language): string => {
  if (language === 'ko' && money.currency === 'KRW' && moneyLook().currency === 'symbol')
    return signed(`${writeFigures(money, language)}원`);
  const exponent = currencyExponent(money.currency);
  const format = numberFormat(language, {
    style: 'currency',
    currency: money.currency,
    currencyDisplay: moneyLook().currency,
    minimumFractionDigits: exponent,
    maximumFractionDigits: exponent,
  });
  return signed(format.format(formatDecimalAmount(money) as Intl.StringNumericLiteral));
};
