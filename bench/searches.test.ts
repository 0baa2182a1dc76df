import { expect, test } from 'vitest';
import { searchesFor, type SearchKind } from './searches.ts';

const textsOf = (kind: SearchKind, name: string, phone: string | null = null): readonly string[] =>
  searchesFor([{ name, phone }])
    .filter((search) => search.kind === kind)
    .map(({ text }) => text);

test('a Latin name is typed letter by letter, without accents', () => {
  expect(textsOf('Latin', 'José Müller')).toEqual(['m', 'mu', 'mul', 'mull', 'mulle', 'muller']);
});

test('a Korean name is typed with its last syllable half done', () => {
  expect(textsOf('Korean', '김민수')).toEqual(['기', '김', '김미', '김민', '김민수', '김민수']);
  expect(textsOf('Latin', '김민수')).toEqual([]);
});

test('initial consonants are those of a keyboard', () => {
  expect(textsOf('initial consonants', '김민수')).toEqual(['ㄱ', 'ㄱㅁ', 'ㄱㅁㅅ']);
});

test('a phone is found by its end', () => {
  expect(textsOf('phone ending', 'Anna', '+49 30 1234 5678')).toEqual(['5', '56', '567', '5678']);
});
