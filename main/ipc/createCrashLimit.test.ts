import { expect, test } from 'vitest';
import { createCrashLimit } from './createCrashLimit.ts';

const answersAt = (...times: readonly number[]) => {
  let now = 0;
  const afterCrash = createCrashLimit(() => now);
  return times.map((time) => {
    now = time;
    return afterCrash();
  });
};

test('the third crash within a minute is a loop', () => {
  expect(answersAt(0, 30_000, 59_999)).toEqual(['startAgain', 'startAgain', 'giveUp']);
});

test('crashes that are further apart are accidents, however many', () => {
  expect(answersAt(0, 30_000, 60_000, 90_000, 120_000)).not.toContain('giveUp');
});
