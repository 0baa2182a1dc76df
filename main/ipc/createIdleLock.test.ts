import { expect, test } from 'vitest';
import { createIdleLock } from './createIdleLock.ts';

const MINUTE = 60_000;

const start = () => {
  const clock = { now: 1_000_000, elapsed: 0, busy: false };
  let look = (): void => undefined;
  let locked = 0;
  const idle = createIdleLock({
    nowMs: () => clock.now,
    elapsedMs: () => clock.elapsed,
    isBusy: () => clock.busy,
    lock: () => (locked += 1),
    repeat: (work) => {
      look = work;
      return () => undefined;
    },
  });
  return {
    clock,
    idle,
    /** What has been locked after so much time by the wall clock and by the other one. */
    after: (wallMs: number, elapsedMs = wallMs): number => {
      clock.now += wallMs;
      clock.elapsed += elapsedMs;
      look();
      return locked;
    },
  };
};

test('locks once when nobody was active for as long as was wanted', () => {
  const { idle, after } = start();
  expect(after(60 * MINUTE)).toBe(0);
  idle.active(15);
  expect(after(14 * MINUTE)).toBe(0);
  idle.active(15);
  expect(after(14 * MINUTE)).toBe(0);
  expect(after(MINUTE)).toBe(1);
  expect(after(60 * MINUTE)).toBe(1);
});

test('counts the time in which the machine slept, and is not put off by a clock that was put back', () => {
  const slept = start();
  slept.idle.active(15);
  expect(slept.after(8 * 60 * MINUTE, 0)).toBe(1);
  const putBack = start();
  putBack.idle.active(15);
  expect(putBack.after(-60 * MINUTE, 15 * MINUTE)).toBe(1);
});

test('locks though somebody touches a window first after the machine woke up', () => {
  const { idle, clock, after } = start();
  idle.active(15);
  clock.now += 60 * MINUTE;
  idle.active(15);
  expect(after(0)).toBe(1);
});

test('waits for long work, and locks when it has ended', () => {
  const { idle, clock, after } = start();
  idle.active(5);
  clock.busy = true;
  expect(after(20 * MINUTE)).toBe(0);
  clock.busy = false;
  expect(after(0)).toBe(1);
});

test('never where nobody wants it, and not while nothing is open', () => {
  const { idle, after } = start();
  idle.active(null);
  expect(after(600 * MINUTE)).toBe(0);
  idle.active(5);
  idle.rest();
  expect(after(600 * MINUTE)).toBe(0);
});
