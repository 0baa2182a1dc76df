import { afterEach, beforeEach, expect, it, vi } from 'vitest';
import { createRowChanges } from './createRowChanges.ts';

beforeEach(() => vi.useFakeTimers());
afterEach(() => {
  vi.unstubAllGlobals();
  vi.useRealTimers();
});

it('tells the first change at once and gathers those that follow', () => {
  const changes = createRowChanges();
  let told = 0;
  changes.onChange(() => (told += 1));
  changes.happened({ erased: false });
  expect(told).toBe(1);
  for (let change = 0; change < 100; change += 1) changes.happened({ erased: false });
  expect(told).toBe(1);
  vi.advanceTimersByTime(150);
  expect(told).toBe(2);
  vi.advanceTimersByTime(1000);
  expect(told).toBe(2);
  changes.happened({ erased: false });
  expect(told).toBe(3);
});

it.each([10, 160, 400])(
  'tells less and less often while rows change every %i ms, and at once again after a quiet time',
  (everyMs) => {
    // Timers of a busy page fire late.
    const setOnTime = globalThis.setTimeout;
    vi.stubGlobal('setTimeout', (work: () => void, waitMs: number) => setOnTime(work, waitMs + 9));
    const changes = createRowChanges();
    let told = 0;
    changes.onChange(() => (told += 1));
    const toldIn = (milliseconds: number): number => {
      const before = told;
      for (let ms = 0; ms < milliseconds; ms += everyMs) {
        changes.happened({ erased: false });
        vi.advanceTimersByTime(everyMs);
      }
      return told - before;
    };
    toldIn(4000);
    expect(toldIn(12_000)).toBeLessThanOrEqual(10);
    expect(toldIn(12_000)).toBeGreaterThan(6);
    vi.advanceTimersByTime(3000);
    const before = told;
    changes.happened({ erased: false });
    changes.happened({ erased: false });
    vi.advanceTimersByTime(160);
    expect(told - before).toBe(2);
  },
);

it('tells an erasure at once, however fast rows change', () => {
  const changes = createRowChanges();
  const told: boolean[] = [];
  changes.onChange(({ erased }) => told.push(erased));
  changes.happened({ erased: false });
  changes.happened({ erased: false });
  changes.happened({ erased: true });
  expect(told).toEqual([false, true]);
  vi.advanceTimersByTime(1000);
  expect(told).toEqual([false, true]);
});

it('passes on at once what was gathered when a command of this window is done', () => {
  const changes = createRowChanges();
  let told = 0;
  changes.onChange(() => (told += 1));
  changes.hurry();
  expect(told).toBe(0);
  changes.happened({ erased: false });
  changes.happened({ erased: false });
  changes.hurry();
  expect(told).toBe(2);
  vi.advanceTimersByTime(1000);
  expect(told).toBe(2);
});
