import { z } from 'zod';
import { err, ok, type Result } from './result.ts';

/** An amount in integer minor units of a currency: 37.62 US dollars are `{ currency: 'USD', minor: 3762 }`. */
export interface Money {
  /** ISO 4217. */
  readonly currency: string;
  readonly minor: number;
}

/**
 * The largest amount that one entry, a limit or a balance may have. Nine thousand of them still add up
 * without a rounding error, and no shop owes ten thousand million dollars.
 */
export const MAX_MINOR = 1_000_000_000_000;

/** Digits after the point, for the currencies that do not have two. **Source:** ISO 4217, list one. */
const otherExponents: Readonly<Record<string, number>> = {
  BHD: 3,
  BIF: 0,
  CLF: 4,
  CLP: 0,
  DJF: 0,
  GNF: 0,
  IQD: 3,
  ISK: 0,
  JOD: 3,
  JPY: 0,
  KMF: 0,
  KRW: 0,
  KWD: 3,
  LYD: 3,
  OMR: 3,
  PYG: 0,
  RWF: 0,
  TND: 3,
  UGX: 0,
  UYI: 0,
  UYW: 4,
  VND: 0,
  VUV: 0,
  XAF: 0,
  XOF: 0,
  XPF: 0,
};

/** How many digits a currency has after the point. */
export const currencyExponent = (currency: string): number => otherExponents[currency] ?? 2;

export const currencySchema = z.string().regex(/^[A-Z]{3}$/, 'CurrencyInvalid');

/** Whole minor units in a range. JSON knows `-0`; here it is 0, so that equal amounts are the same. */
const minorSchema = (min: number, tooSmall: string) =>
  z
    .int('AmountNotWhole')
    .min(min, tooSmall)
    .max(MAX_MINOR, 'AmountTooLarge')
    .overwrite((minor) => minor + 0);

const moneyOf = (minor: ReturnType<typeof minorSchema>): z.ZodType<Money, unknown> =>
  z.strictObject({ currency: currencySchema, minor });

export const moneySchema = moneyOf(minorSchema(-MAX_MINOR, 'AmountTooLarge'));

/** Above zero: what an entry may be. **Errors:** `AmountNotPositive` as the message. */
export const positiveMoneySchema = moneyOf(minorSchema(1, 'AmountNotPositive'));

/** Zero or more: what a limit may be. **Errors:** `AmountNegative` as the message. */
export const nonNegativeMoneySchema = moneyOf(minorSchema(0, 'AmountNegative'));

/** Why an amount is none. `ambiguous` is one with three digits behind a sign that may part thousands. */
export const amountFaults = [
  'notANumber',
  'ambiguous',
  'tooManyDecimals',
  'tooLarge',
  'negative',
  'notPositive',
] as const;

export interface AmountInvalid {
  readonly type: 'AmountInvalid';
  readonly text: string;
  readonly reason: (typeof amountFaults)[number];
}

/**
 * Reads a plain decimal, `37.62` or `-5`, exactly. Nothing is rounded and no notation but this one is read:
 * neither `1e9`, nor `1,000`, nor digits of other scripts. `5.000` is no plain decimal of a currency with
 * fewer digits than three, since in half of the world it is five thousand.
 */
export const parseDecimalAmount = (
  text: string,
  currency: string,
): Result<Money, AmountInvalid> => {
  const match = /^(-?)(\d+)(?:\.(\d+))?$/.exec(text);
  if (!match) return err({ type: 'AmountInvalid', text, reason: 'notANumber' });
  const [, sign = '', whole = '', fraction = ''] = match;
  const exponent = currencyExponent(currency);
  const significant = fraction.replace(/0+$/, '');
  const isPerhapsThousands = fraction.length === 3 && exponent < 3 && /^[1-9]\d{0,2}$/.test(whole);
  if (isPerhapsThousands) return err({ type: 'AmountInvalid', text, reason: 'ambiguous' });
  if (significant.length > exponent)
    return err({ type: 'AmountInvalid', text, reason: 'tooManyDecimals' });
  const digits = (whole + significant.padEnd(exponent, '0')).replace(/^0+(?=\d)/, '');
  const minor = Number(digits);
  if (minor > MAX_MINOR) return err({ type: 'AmountInvalid', text, reason: 'tooLarge' });
  return ok({ currency, minor: sign === '-' && minor !== 0 ? -minor : minor });
};

/** Writes an amount as a plain decimal, the exact inverse of `parseDecimalAmount`. */
export const formatDecimalAmount = ({ currency, minor }: Money): string => {
  const exponent = currencyExponent(currency);
  const digits = Math.abs(minor)
    .toString()
    .padStart(exponent + 1, '0');
  const whole = digits.slice(0, digits.length - exponent);
  const fraction = exponent === 0 ? '' : `.${digits.slice(-exponent)}`;
  return `${minor < 0 ? '-' : ''}${whole}${fraction}`;
};
