import * as fc from 'fast-check';
import path from 'node:path';
import { describe, expect, test } from 'vitest';
import { folderNameFor, sameName } from './folderName.ts';

test.each([
  ['Corner Shop', 'Corner Shop'],
  ['모퉁이 가게', '모퉁이 가게'],
  ['متجر الزاوية', 'متجر الزاوية'],
  ['क्षत्रिय स्टोर', 'क्षत्रिय स्टोर'],
  ['👩‍👩‍👧 Club', '👩‍👩‍👧 Club'],
  ['🏪', '🏪'],
  ['Cafe\u0301', 'Caf\u00e9'],
  ['../../etc/passwd', 'etc passwd'],
  ['..\\..\\Windows', 'Windows'],
  ['C:\\Users', 'C Users'],
  ['/', 'Daybook'],
  ['...', 'Daybook'],
  ['', 'Daybook'],
  ['\u200f\u202e\u2066', 'Daybook'],
  ['\u200b', 'Daybook'],
  ['a\0b\nc\td', 'a b c d'],
  ['ends with dots. . .', 'ends with dots'],
  ['.hidden', 'hidden'],
  ['CON', 'CON daybook'],
  ['nul.txt', 'nul txt daybook'],
  ['NUL .txt', 'NUL txt daybook'],
  ['Com1', 'Com1 daybook'],
  ['LPT¹', 'LPT¹ daybook'],
  ['Console', 'Console'],
  ['half \ud800 character', 'half \ufffd character'],
])('%j becomes %j', (name, folder) => {
  expect(folderNameFor(name, [])).toBe(folder);
});

describe('collisions', () => {
  test.each([
    [['Shop'], 'Shop 2'],
    [['Shop', 'Shop 2'], 'Shop 3'],
    [['SHOP'], 'Shop 2'],
    [['Shop 2'], 'Shop'],
  ])('beside %j', (taken, folder) => {
    expect(folderNameFor('Shop', taken)).toBe(folder);
  });

  test('two spellings of one accent are one name', () => {
    expect(folderNameFor('Caf\u00e9', ['Cafe\u0301'])).toBe('Caf\u00e9 2');
  });
});

test('a long name is cut between characters, with room left for a number', () => {
  const name = folderNameFor('가'.repeat(200), ['가'.repeat(66)]);
  expect(name).toBe(`${'가'.repeat(66)} 2`);
  expect(folderNameFor('👩‍👩‍👧'.repeat(50), [])).toBe('👩‍👩‍👧'.repeat(11));
});

test('any name gives one plain new name inside the folder it is put in', () => {
  const anyName = fc.oneof(
    fc.string({ unit: 'binary', maxLength: 300 }),
    fc.string({ unit: 'grapheme', maxLength: 300 }),
    fc.string({ unit: fc.constantFrom('.', '/', '\\', ' ', ':', '\0', 'a', '~', '\u202e') }),
  );
  fc.assert(
    fc.property(anyName, fc.array(anyName, { maxLength: 3 }), (name, others) => {
      const taken = [...others, folderNameFor(name, [])];
      const folder = folderNameFor(name, taken);
      const home = path.resolve('/home/daybooks');
      expect(path.dirname(path.join(home, folder))).toBe(home);
      expect(path.win32.basename(folder)).toBe(folder);
      expect(folder).toMatch(/^[^.\s].*[^.\s]$|^[^.\s]$/u);
      expect(Buffer.byteLength(folder)).toBeLessThanOrEqual(255);
      expect(taken.some((other) => sameName(other, folder))).toBe(false);
    }),
    { numRuns: 500 },
  );
});
