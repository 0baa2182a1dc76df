import { initialConsonants, normaliseForSearch } from '../shared/kernel/search-text.ts';

/** A person as far as somebody would look for them. */
export interface Sought {
  readonly name: string;
  readonly phone: string | null;
}

export type SearchKind = 'Latin' | 'Korean' | 'initial consonants' | 'phone ending' | 'no match';

export interface Search {
  readonly kind: SearchKind;
  /** What stands in the field after one more keystroke. */
  readonly text: string;
}

const hangul = /^[가-힣]+$/u;
const latin = /^[\p{Script=Latin}' .-]+$/u;

/** Jamo that the decomposition gives, as a keyboard sends them while somebody types initials. */
const typedConsonants = Array.from('ㄱㄲㄴㄷㄸㄹㅁㅂㅃㅅㅆㅇㅈㅉㅊㅋㅌㅍㅎ');
const FIRST_CONSONANT = 0x1100;

const growing = (kind: SearchKind, text: string): readonly Search[] =>
  Array.from(text, (_letter, index) => ({
    kind,
    text: Array.from(text)
      .slice(0, index + 1)
      .join(''),
  }));

/** The last word of a name, without its accents, as people type it. */
const latinSearches = ({ name }: Sought): readonly Search[] =>
  latin.test(name) ? growing('Latin', normaliseForSearch(name).split(' ').at(-1) ?? '') : [];

/** Syllable by syllable, each one half typed first: 기, 김, 김미, 김민. */
const koreanSearches = ({ name }: Sought): readonly Search[] =>
  hangul.test(name)
    ? Array.from(name).flatMap((syllable, index, all) => {
        const before = all.slice(0, index).join('');
        const [first = '', vowel = ''] = syllable.normalize('NFD');
        return [(first + vowel).normalize('NFC'), syllable].map((typed): Search => ({
          kind: 'Korean',
          text: before + typed,
        }));
      })
    : [];

const consonantSearches = ({ name }: Sought): readonly Search[] =>
  growing(
    'initial consonants',
    Array.from(initialConsonants(normaliseForSearch(name)), (letter) =>
      typedConsonants.at(letter.charCodeAt(0) - FIRST_CONSONANT),
    ).join(''),
  );

const phoneSearches = ({ phone }: Sought): readonly Search[] =>
  phone === null ? [] : growing('phone ending', phone.replace(/[^0-9]/g, '').slice(-4));

const noMatch: readonly Search[] = ['xq', 'zzyzx', '뷁뚫', '99999999', 'anna zzyzx'].map(
  (text) => ({
    kind: 'no match',
    text,
  }),
);

/** What the search field holds, keystroke by keystroke, while somebody looks for these people. */
export const searchesFor = (people: readonly Sought[]): readonly Search[] => [
  ...people.flatMap((person) => [
    ...latinSearches(person),
    ...koreanSearches(person),
    ...consonantSearches(person),
    ...phoneSearches(person),
  ]),
  ...noMatch,
];
