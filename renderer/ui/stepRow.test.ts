import { expect, it } from 'vitest';
import { stepRow } from './stepRow.ts';

it.each([
  ['ArrowDown', 3, 4],
  ['ArrowUp', 3, 2],
  ['ArrowUp', 0, 0],
  ['ArrowDown', 9, 9],
  ['PageDown', 3, 8],
  ['PageDown', 7, 9],
  ['PageUp', 3, 0],
  ['Home', 7, 0],
  ['End', 2, 9],
  ['a', 2, null],
])('%s at row %i leads to %j', (key, active, expected) => {
  expect(stepRow(key, active, 10, 5)).toBe(expected);
});

it('leads nowhere in an empty list', () => {
  expect(stepRow('ArrowDown', 0, 0, 5)).toBeNull();
});
