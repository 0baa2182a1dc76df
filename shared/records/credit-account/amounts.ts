import { MAX_MINOR, type Money } from '../../kernel/money.ts';

/** The daybook has one currency, and the amount is in another. */
export interface CurrencyDiffers {
  readonly type: 'CurrencyDiffers';
  readonly expected: string;
  readonly given: string;
}

/** The balance would become larger than the program can add up without a rounding error. */
export interface BalanceOutOfRange {
  readonly type: 'BalanceOutOfRange';
  readonly largest: Money;
}

/** Null when the amount is in the daybook's currency. */
export const currencyDiffers = (
  { currency: given }: Money,
  expected: string,
): CurrencyDiffers | null =>
  given === expected ? null : { type: 'CurrencyDiffers', expected, given };

/** Null when a balance stays within what can be added up exactly. **Units:** minor units. */
export const balanceOutOfRange = (balance: number, currency: string): BalanceOutOfRange | null =>
  Math.abs(balance) <= MAX_MINOR
    ? null
    : { type: 'BalanceOutOfRange', largest: { currency, minor: MAX_MINOR } };
