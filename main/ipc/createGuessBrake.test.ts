import { expect, test } from 'vitest';
import { err, ok } from '../../shared/kernel/result.ts';
import { createGuessBrake } from './createGuessBrake.ts';

const wrong = () => Promise.resolve(err({ type: 'WrongPassphrase' }));
const right = () => Promise.resolve(ok(null));

test('three wrong ones are free, then each waits twice as long, up to half a minute', async () => {
  const waits: number[] = [];
  const brake = createGuessBrake((milliseconds) => Promise.resolve(waits.push(milliseconds)));
  // At once, as somebody would who wants to be faster.
  await Promise.all(Array.from({ length: 10 }, () => brake.guess(wrong)));
  expect(waits).toEqual([1000, 2000, 4000, 8000, 16_000, 30_000, 30_000]);
});

test('the right one ends it, and another refusal does not count', async () => {
  const waits: number[] = [];
  const brake = createGuessBrake((milliseconds) => Promise.resolve(waits.push(milliseconds)));
  for (const outcome of [wrong, wrong, wrong, right, wrong, wrong]) await brake.guess(outcome);
  expect(waits).toEqual([1000]);
  for (let count = 0; count < 5; count += 1)
    await brake.guess(() => Promise.resolve(err({ type: 'StorageFull' })));
  expect(waits).toEqual([1000]);
});

test('work that throws is thrown on, and the next one is tried', async () => {
  const brake = createGuessBrake(() => Promise.resolve());
  await expect(brake.guess(() => Promise.reject(new Error('planted')))).rejects.toThrow('planted');
  expect(await brake.guess(right)).toEqual(ok(null));
});
