/** Letters that Unicode does not take apart, as people without that key type them. */
const plainLetters: Readonly<Record<string, string>> = {
  ß: 'ss',
  ø: 'o',
  ł: 'l',
  đ: 'd',
  ð: 'd',
  þ: 'th',
  æ: 'ae',
  œ: 'oe',
  ı: 'i',
  ħ: 'h',
  ŧ: 't',
  ŋ: 'n',
  ς: 'σ',
  '’': "'",
  '‘': "'",
  ʼ: "'",
  '‐': '-',
  '‑': '-',
  '–': '-',
  '—': '-',
  '−': '-',
};
const special = new RegExp(`[${Object.keys(plainLetters).join('')}]`, 'gu');

/** Two consonants that a Korean keyboard joins while somebody types initial consonants only. */
const joinedConsonants: Readonly<Record<string, string>> = {
  ㄳ: 'ㄱㅅ',
  ㄵ: 'ㄴㅈ',
  ㄶ: 'ㄴㅎ',
  ㄺ: 'ㄹㄱ',
  ㄻ: 'ㄹㅁ',
  ㄼ: 'ㄹㅂ',
  ㄽ: 'ㄹㅅ',
  ㄾ: 'ㄹㅌ',
  ㄿ: 'ㄹㅍ',
  ㅀ: 'ㄹㅎ',
  ㅄ: 'ㅂㅅ',
};
const joined = new RegExp(`[${Object.keys(joinedConsonants).join('')}]`, 'gu');

/** Accents of Latin, Greek and Cyrillic, vowel points of Arabic and Hebrew: people leave them out. */
const accents = /[\u0300-\u036f\u0591-\u05bd\u05bf-\u05c7\u064b-\u065f\u0670]/gu;
const ignorable = /[\p{Default_Ignorable_Code_Point}\u0640]/gu;
const printableAscii = /^[\x20-\x7e]*$/;

/**
 * One spelling for all the ways to write the same: width, case, accents and spaces no longer matter.
 * The text that is searched and what is searched for both pass here. The result also sorts names well
 * enough without a language: 가나다 and abc each in order.
 *
 * **Shape:** compatibility-decomposed. Syllables of Hangul are taken apart, so a name is found while
 * its last syllable is still being typed: 김미 is part of 김민수.
 */
export const normaliseForSearch = (text: string): string => {
  if (printableAscii.test(text)) return text.toLowerCase().replace(/ {2,}/g, ' ').trim();
  return text
    .replace(joined, (pair) => joinedConsonants[pair] ?? pair)
    .normalize('NFKD')
    .toLowerCase()
    .replace(accents, '')
    .replace(ignorable, '')
    .replace(special, (letter) => plainLetters[letter] ?? letter)
    .replace(/\s+/gu, ' ')
    .trim();
};

const notInitialConsonant = /[^\u1100-\u1112]/g;

/**
 * The initial consonants (초성) of normalised text: of 김민수 ㄱㅁㅅ, as the normaliser writes them too.
 * Empty when there are none.
 *
 * **Source:** The Unicode Standard, 3.12: a syllable decomposes into its leading consonant (U+1100 to
 * U+1112), its vowel, and what follows.
 */
export const initialConsonants = (normalised: string): string =>
  normalised.replace(notInitialConsonant, '');

/** What is left of a phone number when only its digits count. */
const digitsIn = (phone: string): string => phone.normalize('NFKC').replace(/[^0-9]/g, '');

/**
 * Digits of phone numbers in letters of their own, which no normalised text has, so that words do not
 * find them: every second phone number has a `12` somewhere inside.
 */
const asPhone = (digits: string): string =>
  digits.replace(/[0-9]/g, (digit) => String.fromCharCode(0x10 + Number(digit)));

/** Ends each part of a search text. No word of a query has it, since the normaliser takes it for a space. */
const end = '\n';

/**
 * One text to look in for a person: name, its initial consonants, reference, digits of each phone. Who
 * has normalised the name already hands it in.
 */
export const searchText = (
  details: {
    readonly name: string;
    readonly reference?: string | undefined;
    readonly phones?: readonly string[] | null | undefined;
  },
  name = normaliseForSearch(details.name),
): string => {
  const initials = initialConsonants(name);
  let text = name + end;
  if (initials !== '') text += initials + end;
  if (details.reference !== undefined) text += normaliseForSearch(details.reference) + end;
  for (const phone of details.phones ?? []) text += asPhone(digitsIn(phone)) + end;
  return text;
};

/** What to look for in search texts: all of `words`, or `phone` where the query may be a phone number. */
export interface SearchTerms {
  readonly words: readonly string[];
  readonly phone: string | null;
}

const MAX_WORDS = 8;
/** Fewer digits are found at the end of a phone number only. */
const DIGITS_FOR_ANY_PLACE = 3;

/** Digits of a query that could be a phone number, without the zeros or `+` dialled before it. */
const phoneTerm = (normalised: string): string | null => {
  if (!/^[+0-9 ()./-]*[0-9][0-9 ()./-]*$/.test(normalised)) return null;
  const all = digitsIn(normalised);
  const digits = all.replace(/^0+(?=[0-9])/, '');
  return digits.length < DIGITS_FOR_ANY_PLACE ? asPhone(all) + end : asPhone(digits);
};

/** The terms of what a user typed; null when there is nothing to look for. */
export const searchTerms = (query: string): SearchTerms | null => {
  const normalised = normaliseForSearch(query);
  const words = normalised.split(' ').filter((word) => word !== '');
  if (words.length === 0) return null;
  return { words: words.slice(0, MAX_WORDS), phone: phoneTerm(normalised) };
};
