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
};
const special = new RegExp(`[${Object.keys(plainLetters).join('')}]`, 'gu');

/** Accents of Latin, Greek and Cyrillic, vowel points of Arabic and Hebrew: people leave them out. */
const accents = /[\u0300-\u036f\u0591-\u05bd\u05bf-\u05c7\u064b-\u065f\u0670]/gu;
const ignorable = /[\p{Default_Ignorable_Code_Point}\u0640]/gu;
const ascii = /^[\x20-\x7e]*$/;

/**
 * One spelling for all the ways to write the same: width, case, accents and spaces no longer matter.
 * The text that is searched and what is searched for both pass here. Also sorts names well enough
 * without a language: 가나다 and abc each in order.
 */
export const normaliseForSearch = (text: string): string => {
  if (ascii.test(text)) return text.toLowerCase().replace(/ {2,}/g, ' ').trim();
  return text
    .normalize('NFKC')
    .toLowerCase()
    .normalize('NFKD')
    .replace(accents, '')
    .normalize('NFKC')
    .replace(ignorable, '')
    .replace(special, (letter) => plainLetters[letter] ?? letter)
    .replace(/\s+/gu, ' ')
    .trim();
};

const firstSyllable = 0xac00;
const lastSyllable = 0xd7a3;
/** Syllables that share an initial consonant: 21 vowels times 28 endings. */
const syllablesOfInitial = 588;
const firstInitial = 0x1100;

/**
 * The initial consonants (초성) of normalised text: 김민수 gives ㄱㅁㅅ, as the normaliser writes them.
 * Everything that is no Hangul syllable falls away; empty when there is none.
 *
 * **Source:** The Unicode Standard, 3.12, Hangul syllable decomposition.
 */
export const initialConsonants = (normalised: string): string => {
  let initials = '';
  for (let index = 0; index < normalised.length; index += 1) {
    const code = normalised.charCodeAt(index);
    if (code >= firstSyllable && code <= lastSyllable)
      initials += String.fromCharCode(
        firstInitial + Math.floor((code - firstSyllable) / syllablesOfInitial),
      );
  }
  return initials;
};

/** What is left of a phone number when only its digits count. */
export const phoneDigits = (phone: string): string =>
  phone.normalize('NFKC').replace(/[^0-9]/g, '');

/** Ends each part of a search text. No query contains it, since the normaliser takes it for white space. */
const end = '\n';

/** One text to look in for a person: name, its initial consonants, reference, digits of each phone. */
export const searchText = (details: {
  readonly name: string;
  readonly reference?: string | undefined;
  readonly phones?: readonly string[] | undefined;
}): string => {
  const name = normaliseForSearch(details.name);
  const initials = initialConsonants(name);
  let text = name + end;
  if (initials !== '') text += initials + end;
  if (details.reference !== undefined) text += normaliseForSearch(details.reference) + end;
  for (const phone of details.phones ?? []) text += phoneDigits(phone) + end;
  return text;
};

/** What to look for in search texts: all of `words`, or `digits` where the query may be a phone number. */
export interface SearchTerms {
  readonly words: readonly string[];
  readonly digits: string | null;
}

const MAX_WORDS = 8;
/** Fewer digits are found at the end of a phone number only: they are everywhere inside. */
const DIGITS_FOR_ANY_PLACE = 3;

/** The terms of what a user typed; null when there is nothing to look for. */
export const searchTerms = (query: string): SearchTerms | null => {
  const normalised = normaliseForSearch(query);
  const words = normalised.split(' ').filter((word) => word !== '');
  if (words.length === 0) return null;
  return { words: words.slice(0, MAX_WORDS), digits: digitsOf(normalised) };
};

/** Digits of a query that could be a phone number, without the zeros or `+` dialled before it. */
const digitsOf = (normalised: string): string | null => {
  if (!/^[+0-9 ()./-]*[0-9][0-9 ()./-]*$/.test(normalised)) return null;
  const all = phoneDigits(normalised);
  const digits = all.replace(/^0+(?=[0-9])/, '');
  return digits.length < DIGITS_FOR_ANY_PLACE ? all + end : digits;
};
