import { plainFigures } from './plain-figures.ts';

export const decimalSigns = ['.', ','] as const;
export type DecimalSign = (typeof decimalSigns)[number];

/** How an amount is written. */
export interface AmountWriting {
  readonly decimal: DecimalSign;
  /** ISO 4217; null where any currency may stand beside the figures. */
  readonly currency: string | null;
}

/** How people write a currency that no table has so. */
const spokenSigns: Readonly<Record<string, readonly string[]>> = {
  KRW: ['원', '￦'],
  JPY: ['円', '￥'],
  CNY: ['元', '￥'],
  TWD: ['元'],
};

/** By currency; to read them out of a format takes longer than to read an amount. */
const knownSigns = new Map<string, readonly string[]>();

/** How a currency may be written, the longest first: `USD`, `US$`, `$`. */
const signsOf = (currency: string): readonly string[] => {
  const known = knownSigns.get(currency);
  if (known !== undefined) return known;
  const shown = (['en', 'ko'] as const).flatMap((language) =>
    (['symbol', 'narrowSymbol'] as const).flatMap((currencyDisplay) =>
      new Intl.NumberFormat(language, { style: 'currency', currency, currencyDisplay })
        .formatToParts(0)
        .filter(({ type }) => type === 'currency')
        .map(({ value }) => plainFigures(value)),
    ),
  );
  const signs = [...new Set([currency, ...(spokenSigns[currency] ?? []), ...shown])].toSorted(
    (one, other) => other.length - one.length,
  );
  knownSigns.set(currency, signs);
  return signs;
};

const anySign = /^(?:[A-Z]{3}|[A-Z]{1,2}\$|\p{Sc})|(?:[A-Z]{3}|\p{Sc}|원|円|元)$/gu;

/** Without what says the currency, once on either side. What is left of another one is no figure. */
const withoutCurrency = (text: string, currency: string | null): string => {
  if (currency === null) return text.replaceAll(anySign, '').trim();
  const signs = signsOf(currency);
  const first = signs.find((sign) => text.startsWith(sign)) ?? '';
  const rest = text.slice(first.length);
  const last = signs.find((sign) => rest.endsWith(sign)) ?? '';
  return rest.slice(0, rest.length - last.length).trim();
};

/** Nobody parts the thousands of a number that begins with nought: `0,500` is half of something. */
const grouped: Readonly<Record<DecimalSign, RegExp>> = {
  '.': /^[1-9]\d{0,2}(?:([,'’ \u00A0\u202F])\d{3})(?:\1\d{3})*(?:\.\d*)?$/u,
  ',': /^[1-9]\d{0,2}(?:([.'’ \u00A0\u202F])\d{3})(?:\1\d{3})*(?:,\d*)?$/u,
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
  const isInner = !outer && amount.startsWith('-');
  const figures = readUnsigned((isInner ? amount.slice(1) : amount).trim(), decimal);
  return figures === null ? null : `${outer || isInner ? '-' : ''}${figures}`;
};
