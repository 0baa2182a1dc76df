import { expect, test } from 'vitest';
import { median, quantile, spreadOf } from './statistics.ts';

test('a median of an even number of values lies between the middle ones', () => {
  expect(median([3, 1, 2])).toBe(2);
  expect(median([4, 1, 3, 2])).toBe(2.5);
});

test('a quantile is a value that was measured', () => {
  const values = Array.from({ length: 100 }, (_, index) => index + 1);
  expect(quantile(values, 0.99)).toBe(100);
  expect(quantile(values, 0.5)).toBe(51);
  expect(() => quantile([], 0.5)).toThrow(RangeError);
});

test('a spread has the lowest and the highest', () => {
  expect(spreadOf([5, 9, 1])).toEqual({ median: 5, low: 1, high: 9 });
});
