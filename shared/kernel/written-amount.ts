import { plainFigures } from './plain-figures.ts';

export const decimalSigns = ['.', ','] as const;
export type DecimalSign = (typeof decimalSigns)[number];

/** How an amount is written. */
export interface AmountWriting {
  readonly decimal: DecimalSign;
  /** ISO 4217; null where any currency may stand beside the figures. */
  readonly currency: string | null;
}

const before = /^(?:[A-Z]{3}|[A-Z]{1,2}\$|\p{Sc})/u;
const behind = /(?:[A-Z]{3}|\p{Sc}|원|円|元)$/u;

/** What people write that no table of currencies has. */
const words: Readonly<Record<string, readonly string[]>> = {
  KRW: ['원', '￦'],
  JPY: ['円', '￥'],
  CNY: ['元', '￥'],
  TWD: ['元'],
};

const known = new Map<string, ReadonlySet<string>>();

/** How a currency may be written: `USD`, `US$`, `$`. */
const signsOf = (currency: string): ReadonlySet<string> => {
  const signs =
    known.get(currency) ??
    new Set([
      currency,
      ...(words[currency] ?? []),
      ...(['en', 'ko'] as const).flatMap((language) =>
        (['symbol', 'narrowSymbol'] as const).flatMap((currencyDisplay) =>
          new Intl.NumberFormat(language, { style: 'currency', currency, currencyDisplay })
            .formatToParts(0)
            .filter(({ type }) => type === 'currency')
            .map(({ value }) => value),
        ),
      ),
    ]);
  known.set(currency, signs);
  return signs;
};

/** Without the signs and words of the currency on either side; null where they are of another one. */
const withoutCurrency = (text: string, currency: string | null): string | null => {
  const signs = [before.exec(text)?.[0] ?? '', behind.exec(text)?.[0] ?? ''] as const;
  const isOurs = signs.every(
    (sign) => sign === '' || currency === null || signsOf(currency).has(sign),
  );
  return isOurs ? text.slice(signs[0].length, text.length - signs[1].length).trim() : null;
};

const grouped: Readonly<Record<DecimalSign, RegExp>> = {
  '.': /^\d{1,3}(?:([,'’ \u00A0\u202F])\d{3})(?:\1\d{3})*(?:\.\d*)?$/u,
  ',': /^\d{1,3}(?:([.'’ \u00A0\u202F])\d{3})(?:\1\d{3})*(?:,\d*)?$/u,
};
/** `.5` and `5.` are how hurried people write: the missing part is nothing. */
const plain: Readonly<Record<DecimalSign, RegExp>> = {
  '.': /^(?=.?\d)\d*(?:\.\d*)?$/u,
  ',': /^(?=.?\d)\d*(?:,\d*)?$/u,
};

/** Figures without a sign as a plain decimal. */
const readUnsigned = (text: string, decimal: DecimalSign): string | null => {
  if (!plain[decimal].test(text) && !grouped[decimal].test(text)) return null;
  const [whole = '', fraction = ''] = text.split(decimal);
  return `${whole.replaceAll(/\D/gu, '') || '0'}${fraction === '' ? '' : `.${fraction}`}`;
};

/**
 * Reads an amount as people write it, as a plain decimal: `1,234.50`, `$12.50`, `5,000원`, `−3`, `(3.00)`;
 * with thousands apart or not, the currency beside it or not, and whatever a paste brings along. Null for
 * what could mean something else: `1,5` where the comma parts thousands is not fifteen, and five euros are
 * not five dollars.
 */
export const readWrittenAmount = (
  text: string,
  { decimal, currency }: AmountWriting,
): string | null => {
  const written = plainFigures(text).replaceAll('\u2212', '-');
  const bracketed = /^\((?<inside>[^-]+)\)$/u.exec(written)?.groups?.['inside'];
  const signed = bracketed ?? written.replace(/^-\s*/u, '');
  const outer = bracketed !== undefined || signed !== written;
  const amount = withoutCurrency(signed.trim(), currency);
  const isInner = !outer && amount?.startsWith('-') === true;
  const figures = readUnsigned((isInner ? amount.slice(1) : (amount ?? '')).trim(), decimal);
  return figures === null ? null : `${outer || isInner ? '-' : ''}${figures}`;
};
