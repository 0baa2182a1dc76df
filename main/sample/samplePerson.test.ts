import { describe, expect, test } from 'vitest';
import { personDetailsSchema } from '../../shared/records/person/details.ts';
import { createRandom } from '../../shared/kernel/seeded-random.ts';
import { regions } from './regions.ts';
import { samplePerson } from './samplePerson.ts';

const people = (seed: number, count: number) => {
  const random = createRandom(seed);
  return Array.from({ length: count }, (_, index) => samplePerson(index + 1, random));
};

describe('people of a sample', () => {
  test('can be registered as they are', () => {
    const refused = people(1, 3000)
      .map(({ details }) => details)
      .filter((details) => !personDetailsSchema.safeParse(details).success);
    expect(refused).toEqual([]);
  });

  test('are the same for the same seed, and others for another', () => {
    expect(people(7, 50)).toEqual(people(7, 50));
    expect(people(7, 50)).not.toEqual(people(8, 50));
  });

  test('have references of their own and come from everywhere', () => {
    const made = people(1, 3000);
    expect(new Set(made.map(({ details }) => details.reference)).size).toBe(3000);
    expect(new Set(made.map(({ region }) => region)).size).toBe(regions.length);
  });

  test.each([
    ['Latin with accents', /[À-ž]/u],
    ['Hangul', /\p{Script=Hangul}/u],
    ['Japanese', /\p{Script=Hiragana}/u],
    ['Chinese', /\p{Script=Han}/u],
    ['Cyrillic', /\p{Script=Cyrillic}/u],
    ['Arabic', /\p{Script=Arabic}/u],
    ['Hebrew', /\p{Script=Hebrew}/u],
    ['Devanagari', /\p{Script=Devanagari}/u],
    ['Greek', /\p{Script=Greek}/u],
    ['Thai', /\p{Script=Thai}/u],
  ])('some names are %s', (_script, pattern) => {
    expect(people(1, 3000).some(({ details }) => pattern.test(details.name))).toBe(true);
  });
});

test('regions make up a hundred', () => {
  expect(regions.reduce((sum, { weight }) => sum + weight, 0)).toBe(100);
});
