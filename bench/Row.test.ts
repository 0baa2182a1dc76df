import { expect, test } from 'vitest';
import { judge, type Bar, type Row } from './Row.ts';

const row = (raw: readonly number[], ours: readonly number[], bar: Bar | null): Row => ({
  work: 'work',
  unit: 'per s',
  raw,
  ours,
  bar,
});

test('a ratio is taken round by round, so that a slow round slows both', () => {
  const { ratio } = judge(row([100, 10, 100], [60, 6, 60], null));
  expect(ratio).toBeCloseTo(0.6);
});

test.each<[string, readonly number[], readonly number[], Bar, 'met' | 'missed']>([
  ['half of raw', [100], [50], { kind: 'ratio', atLeast: 0.5 }, 'met'],
  ['less than half of raw', [100], [49], { kind: 'ratio', atLeast: 0.5 }, 'missed'],
  ['a little above raw', [1], [2.9], { kind: 'aboveRaw', atMost: 2 }, 'met'],
  ['too far above raw', [1], [3], { kind: 'aboveRaw', atMost: 2 }, 'missed'],
  ['enough', [], [200], { kind: 'atLeast', value: 200 }, 'met'],
  ['not enough', [], [199], { kind: 'atLeast', value: 200 }, 'missed'],
  ['short enough', [], [30], { kind: 'atMost', value: 30 }, 'met'],
  ['too long', [], [31], { kind: 'atMost', value: 30 }, 'missed'],
])('%s', (_name, raw, ours, bar, verdict) => {
  expect(judge(row(raw, ours, bar)).verdict).toBe(verdict);
});

test('a row without a bar is only told', () => {
  expect(judge(row([], [1, 3], null))).toMatchObject({
    verdict: 'told',
    ratio: null,
    raw: null,
    ours: { median: 2, low: 1, high: 3 },
  });
});

test('a round without its raw figure is a mistake', () => {
  expect(() => judge(row([1], [1, 2], null))).toThrow(RangeError);
});
