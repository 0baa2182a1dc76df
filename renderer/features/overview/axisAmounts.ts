import { currencyExponent } from '../../../shared/kernel/money.ts';
import { numberFormat } from '../../text/formats.ts';
import type { Language } from '../../text/languages.ts';

/** **Range:** with more, an amount is longer than its place beside the chart. */
const MOST_DIGITS = 4;

/** From here on the thousands, or the Korean ten thousands, are shorter as a word. **Units:** whole ones of the currency. */
const LONG = 10_000;

/**
 * What stands at the lines of a chart, as it is and not rounded: a line at 5,250 is none of 5.3 thousand,
 * and a balance of thousands may move by single units. **Units:** minor units of the currency.
 */
export const axisAmounts = (
  splits: readonly number[],
  language: Language,
  currency: string,
): string[] => {
  const amounts = splits.map((value) => value / 10 ** currencyExponent(currency));
  const amount = numberFormat(language, {
    notation: amounts.some((value) => Math.abs(value) >= LONG) ? 'compact' : 'standard',
    maximumFractionDigits: MOST_DIGITS,
  });
  return amounts.map((value) => amount.format(value).replace('-', '\u2212'));
};
