import { afterEach, beforeEach, expect, it, vi } from 'vitest';
import { createRowChanges } from './createRowChanges.ts';

beforeEach(() => vi.useFakeTimers());
afterEach(() => vi.useRealTimers());

it('tells the first change at once and gathers those that follow', () => {
  const changes = createRowChanges();
  let told = 0;
  changes.onChange(() => (told += 1));
  changes.happened();
  expect(told).toBe(1);
  for (let change = 0; change < 100; change += 1) changes.happened();
  expect(told).toBe(1);
  vi.advanceTimersByTime(150);
  expect(told).toBe(2);
  vi.advanceTimersByTime(1000);
  expect(told).toBe(2);
  changes.happened();
  expect(told).toBe(3);
});
