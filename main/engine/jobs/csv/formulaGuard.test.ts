import * as fc from 'fast-check';
import { expect, test } from 'vitest';
import { guardCell, unguardCell } from './formulaGuard.ts';

test.each([
  ['=1+1', "'=1+1"],
  ['+82 10-1234-5678', "'+82 10-1234-5678"],
  ['-', "'-"],
  ['@SUM(A1)', "'@SUM(A1)"],
  ['\t=1', "'\t=1"],
  ["'=1", "''=1"],
  ["O'Brien", "O'Brien"],
  ["'s-Gravenhage", "'s-Gravenhage"],
  ['', ''],
  ['1=1', '1=1'],
])('%j is written as %j, and read as it was', (text, written) => {
  expect(guardCell(text)).toBe(written);
  expect(unguardCell(written)).toBe(text);
});

test('whatever is written is read as it was, and no spreadsheet runs it', () => {
  const text = fc.oneof(
    fc.string({ unit: fc.constantFrom("'", '=', '+', '-', '@', '\t', '\r', 'a') }),
    fc.string({ unit: 'grapheme' }),
  );
  fc.assert(
    fc.property(text, (any) => {
      expect(guardCell(any)).not.toMatch(/^[=+\-@\t\r\0]/u);
      expect(unguardCell(guardCell(any))).toBe(any);
    }),
  );
});
