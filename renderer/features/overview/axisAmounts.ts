import { currencyExponent } from '../../../shared/kernel/money.ts';
import { numberFormat } from '../../text/formats.ts';
import type { Language } from '../../text/languages.ts';

/** **Range:** with more, an amount is longer than its place beside the chart. */
const MOST_DIGITS = 4;

/**
 * What stands at the lines of a chart, with as few digits as tell them apart: a balance of thousands may
 * move by single units. **Units:** minor units of the currency.
 */
export const axisAmounts = (
  splits: readonly number[],
  language: Language,
  currency: string,
): string[] => {
  const unit = 10 ** currencyExponent(currency);
  const write = (digits: number): string[] => {
    const amount = numberFormat(language, {
      notation: 'compact',
      ...(digits === 0 ? {} : { maximumFractionDigits: digits }),
    });
    return splits.map((value) => amount.format(value / unit).replace('-', '\u2212'));
  };
  const different = new Set(splits).size;
  for (let digits = 0; digits < MOST_DIGITS; digits += 1) {
    const texts = write(digits);
    if (new Set(texts).size === different) return texts;
  }
  return write(MOST_DIGITS);
};
