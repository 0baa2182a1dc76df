/**
 * Korean particles change with the end of the word before them. A text writes both, and the right
 * one stays: `{{name}}[을/를]` becomes `민수를` or `영철을`.
 *
 * What people have typed is never taken for a choice, `A[1/2]` for instance: before values are put into
 * a text, its own choices get marks around them that no text of a person can contain.
 */
const written = /\[([^\][/]+)\/([^\][/]+)\]/gu;
const OPEN = '\u0001';
const CLOSE = '\u0002';
const marked = new RegExp(`${OPEN}([^/${CLOSE}]+)/([^/${CLOSE}]+)${CLOSE}`, 'gu');

/** Prepares a text that is still without its values. */
export const markParticles = (text: string): string =>
  text.replace(written, `${OPEN}$1/$2${CLOSE}`);

const HANGUL_FIRST = 0xac00;
const HANGUL_LAST = 0xd7a3;
const ENDINGS = 28;
/** The ending ㄹ, after which 으로 is 로. */
const RIEUL = 8;

type Ending = 'vowel' | 'rieul' | 'consonant';

/** How the digits end when read aloud: 영 일 이 삼 사 오 육 칠 팔 구. */
const digitEndings: readonly Ending[] = [
  'consonant',
  'rieul',
  'vowel',
  'consonant',
  'vowel',
  'vowel',
  'consonant',
  'rieul',
  'rieul',
  'vowel',
];

/** How Latin words sound at their end as Korean writes them: 톰, 존, 빌, 잭 are closed; most others open. */
const latinEnding = (word: string): Ending => {
  if (/l$/i.test(word)) return 'rieul';
  if (/(?:[mnpkbct]|ng)$/i.test(word) && !/[aeiouy]ct$/i.test(word)) return 'consonant';
  return 'vowel';
};

/** Letters that are read out one by one, as in a code or on a key, and do not end in a vowel: 엘, 엠, 엔. */
const letterEndings: Readonly<Record<string, Ending>> = {
  L: 'rieul',
  M: 'consonant',
  N: 'consonant',
};

const hangulEnding = (last: number): Ending => {
  const ending = (last - HANGUL_FIRST) % ENDINGS;
  return ending === 0 ? 'vowel' : ending === RIEUL ? 'rieul' : 'consonant';
};

const findCurrency = (sign: string): string | undefined =>
  Intl.supportedValuesOf('currency').find((currency) =>
    new Intl.NumberFormat('ko-KR', { style: 'currency', currency })
      .formatToParts(0)
      .some(({ type, value }) => type === 'currency' && value === sign),
  );

/** Currencies by their signs. One daybook has one, and looking it up makes hundreds of formatters. */
const currencies = new Map<string, string | undefined>();

/** The code of a currency by the sign that Korean writes for it. */
const currencyOf = (sign: string): string | undefined => {
  if (!currencies.has(sign)) currencies.set(sign, findCurrency(sign));
  return currencies.get(sign);
};

/** What stands before the figures is said behind them: US$20.00 is read 20달러, ₩12,382 12,382원. */
const spokenUnit = (amount: string): string | null => {
  const [, sign] = /([^\s\d,.\u2212-]+)[\s\u00a0]?[\u2212-]?\d[\d,.]*$/u.exec(amount) ?? [];
  if (sign === undefined || !/^(?:[A-Z]{3}|.*\p{Sc})$/u.test(sign)) return null;
  const currency = currencyOf(sign);
  const name =
    currency === undefined
      ? undefined
      : new Intl.DisplayNames('ko', { type: 'currency' }).of(currency);
  // 엔화, 위안화 are the names of the currencies; the units are 엔, 위안.
  return name?.replace(/화$/u, '') ?? null;
};

const endingOf = (word: string): Ending => {
  // Brackets, quotes and full stops are not spoken.
  const spoken = word.replace(/[^\p{L}\p{N}]+$/u, '');
  const unit = spokenUnit(spoken);
  if (unit !== null) return endingOf(unit);
  const last = spoken.charCodeAt(spoken.length - 1);
  if (last >= HANGUL_FIRST && last <= HANGUL_LAST) return hangulEnding(last);
  const digit = /[0-9]$/.exec(spoken)?.[0];
  if (digit !== undefined) return digitEndings[Number(digit)] ?? 'vowel';
  const code = /(?<![\p{L}\p{N}])(?:[A-Z]{2})?([A-Z])$/u.exec(spoken)?.[1];
  return code === undefined ? latinEnding(spoken) : (letterEndings[code] ?? 'vowel');
};

/** Chooses each particle of a prepared text by the word before it. */
export const chooseParticles = (text: string): string =>
  text.replace(marked, (_mark, afterConsonant: string, afterVowel: string, at: number) => {
    const ending = endingOf(text.slice(0, at));
    if (ending === 'vowel') return afterVowel;
    return ending === 'rieul' && afterConsonant.startsWith('으') ? afterVowel : afterConsonant;
  });
