import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { initialConsonants, normaliseForSearch, searchTerms, searchText } from './search-text.ts';

interface Person {
  readonly name: string;
  readonly reference?: string;
  readonly phones?: readonly string[];
}

/** What the SQL of a search does. */
const finds = (query: string, person: Person): boolean => {
  const terms = searchTerms(query);
  if (!terms) return true;
  const text = searchText(person);
  return (
    terms.words.every((word) => text.includes(word)) ||
    (terms.phone !== null && text.includes(terms.phone))
  );
};

const bjorn = { name: 'Bjørn Hansen', reference: 'K-4', phones: ['+47 22 44 22 19', '0711 28-42'] };
const minsu = { name: '김민수', reference: '17', phones: ['010-1234-5678'] };

describe('a search finds', () => {
  const found: readonly (readonly [string, Person])[] = [
    ['bjørn', bjorn],
    ['BJORN', bjorn],
    ['ørn hans', bjorn],
    ['hansen bjorn', bjorn],
    ['k-4', bjorn],
    ['k–4', bjorn],
    ['2219', bjorn],
    ['19', bjorn],
    ['9', bjorn],
    ['22 44', bjorn],
    ['+47 22', bjorn],
    ['0047 22 44', bjorn],
    ['(0711) 28', bjorn],
    ['２２１９', bjorn],
    ['  hansen  ', bjorn],
    ['김민수', minsu],
    ['민수', minsu],
    ['김민', minsu],
    ['김미', minsu],
    ['김민ㅅ', minsu],
    ['ㄱㅁㅅ', minsu],
    ['ㅁㅅ', minsu],
    ['ㄱ', minsu],
    ['5678', minsu],
    ['01012345678', minsu],
    ['17', minsu],
    ['김민수'.normalize('NFD'), minsu],
    ['ㄱㅅ', { name: '고수' }],
    ['ㄳ', { name: '고수' }],
    ['ㄲ', { name: '까치' }],
    ['ㄱㅁ', { name: '김 민수' }],
    ['strasse', { name: 'Straße' }],
    ['STRASSE', { name: 'straße' }],
    ['lukasz', { name: 'Łukasz' }],
    ['luis', { name: 'Luís' }],
    ['istanbul', { name: 'İstanbul' }],
    ['aeneas', { name: 'Æneas' }],
    ['o’neil', { name: "O'Neil" }],
    ['οδοσ', { name: 'ΟΔΟΣ' }],
    ['елена', { name: 'Еле́на' }],
    ['محمد', { name: 'مُحَمَّد' }],
    ['ﾊﾟﾝ', { name: 'パン' }],
    ['family', { name: 'ﬁrst ｆａｍｉｌｙ' }],
    ['first', { name: 'ﬁrst ｆａｍｉｌｙ' }],
    ['👩', { name: '👩‍👩‍👧' }],
    ['', bjorn],
    [' \u200f', bjorn],
  ];
  test.each(found)('%j in %j', (query, person) => expect(finds(query, person)).toBe(true));
});

describe('a search does not find', () => {
  const missed: readonly (readonly [string, Person])[] = [
    ['bjarn', bjorn],
    ['hansen olsen', bjorn],
    ['2220', bjorn],
    // One or two digits are found at an end only.
    ['44', bjorn],
    ['12', minsu],
    ['ㅅㅁ', minsu],
    ['ㄱ', { name: 'Kim' }],
    ['ㅏ', minsu],
    // Parts do not run into one another.
    ['hansenk', bjorn],
    ['19071', bjorn],
    ['%', bjorn],
    ['_', bjorn],
  ];
  test.each(missed)('%j in %j', (query, person) => expect(finds(query, person)).toBe(false));
});

describe('the normaliser', () => {
  test('changes nothing the second time', () =>
    fc.assert(
      fc.property(fc.string({ unit: 'grapheme' }), (text) => {
        const once = normaliseForSearch(text);
        expect(normaliseForSearch(once)).toBe(once);
      }),
    ));

  test('gives one text for all ways to write it', () =>
    fc.assert(
      fc.property(fc.string({ unit: 'grapheme' }), (text) => {
        const one = normaliseForSearch(text);
        for (const form of ['NFC', 'NFD'])
          expect(normaliseForSearch(text.normalize(form))).toBe(one);
      }),
    ));

  test('lets everybody be found by their whole name', () =>
    fc.assert(
      fc.property(fc.string({ unit: 'grapheme', maxLength: 30 }), (name) => {
        expect(finds(name, { name })).toBe(true);
      }),
    ));

  test('sorts', () => {
    const names = ['Ägir', 'adam', 'Zoe', 'Åse', '나비', '가나', '각', '가', 'zoë b'];
    const sorted = ['adam', 'Ägir', 'Åse', 'Zoe', 'zoë b', '가', '가나', '각', '나비'];
    const byKey = (a: string, b: string) =>
      normaliseForSearch(a) < normaliseForSearch(b) ? -1 : 1;
    expect(names.toSorted(byKey)).toEqual(sorted);
  });
});

test('initial consonants are those of every syllable there is', () => {
  const consonants = Array.from('ㄱㄲㄴㄷㄸㄹㅁㅂㅃㅅㅆㅇㅈㅉㅊㅋㅌㅍㅎ').map((letter) =>
    letter.normalize('NFKD'),
  );
  for (let code = 0xac00; code <= 0xd7a3; code += 1) {
    const syllable = normaliseForSearch(String.fromCodePoint(code));
    expect(initialConsonants(syllable)).toBe(consonants[Math.floor((code - 0xac00) / 588)]);
  }
});

test('a query has no more words than a statement should hold', () =>
  expect(searchTerms('a '.repeat(500))?.words).toHaveLength(8));
