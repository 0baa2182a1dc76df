import { expect, test } from 'vitest';
import { createClockWatch } from './createClockWatch.ts';

const now = Date.UTC(2026, 10, 23, 9);
const HOUR = 3_600_000;

const watch = (clock: { newest: number | null; now: number }) => {
  let told = 0;
  const watching = createClockWatch({
    newest: () => (clock.newest === null ? null : { ms: clock.newest, counter: 0 }),
    nowMs: () => clock.now,
    onChange: () => (told += 1),
  });
  return { ...watching, told: () => told };
};

test.each([
  ['up to now', now, null],
  ['up to an hour ahead', now + HOUR, null],
  ['further ahead', now + HOUR + 1, now + HOUR + 1],
  ['that nothing is written into', null, null],
])('a log %s', (_what, newest, said) => expect(watch({ newest, now }).ahead()).toBe(said));

test('tells once that it has begun and once that it has ended', () => {
  const clock = { newest: now, now };
  const { look, told } = watch(clock);
  look();
  expect(told()).toBe(0);
  clock.newest = now + 2 * HOUR;
  look();
  look();
  expect(told()).toBe(1);
  clock.now += HOUR;
  look();
  look();
  expect(told()).toBe(2);
});

test('does not tell how it was at first', () => {
  const { look, told } = watch({ newest: now + 2 * HOUR, now });
  look();
  expect(told()).toBe(0);
});
