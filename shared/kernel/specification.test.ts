import { expect, test } from 'vitest';
import { z } from 'zod';
import { defineCommand } from './command.ts';
import { defineEvent } from './event.ts';
import { defineRecord } from './record.ts';
import { err, ok, type Result } from './result.ts';
import { specify } from './specification.ts';

interface Rung {
  readonly type: 'bell.rung';
  readonly data: { readonly times: number };
}

interface TooLate {
  readonly type: 'TooLate';
}

const bell = defineRecord({
  name: 'bell',
  events: { 'bell.rung': defineEvent({ schema: 1, data: z.strictObject({ times: z.number() }) }) },
  initialState: 0,
  evolve: { 'bell.rung': (rung, { data }) => rung + data.times },
  subject: () => null,
  commands: [
    defineCommand({
      name: 'bell/ring',
      input: z.strictObject({ times: z.number().min(1, 'TimesTooFew') }),
      streamId: () => 'bell',
      writes: ['bell.rung'],
      decide: ({ times }: { times: number }, rung: number): Result<readonly Rung[], TooLate> =>
        rung > 2 ? err({ type: 'TooLate' }) : ok([{ type: 'bell.rung', data: { times } }]),
      output: (events) => ({ events: events.length }),
    }),
  ],
  upcasts: {},
  projection: { version: 1, tables: [], on: { 'bell.rung': () => [] } },
  views: [],
});

const { given } = specify(bell);
const rung = (times: number): Rung => ({ type: 'bell.rung', data: { times } });

test('a specification that holds passes', () => {
  given(rung(1)).when('bell/ring', { times: 1 }).thenWrote(rung(1));
  given(rung(1), rung(2)).when('bell/ring', { times: 1 }).thenRefused({ type: 'TooLate' });
  given().when('bell/ring', { times: 0 }).thenInvalid('times TimesTooFew');
  given().when('bell/ring', { times: 1 }).thenAnswered({ events: 1 });
});

const fails = (check: () => unknown): boolean => {
  try {
    check();
    return false;
  } catch {
    return true;
  }
};

test('one that does not hold fails', () => {
  const first = given(rung(1)).when('bell/ring', { times: 1 });
  const late = given(rung(3)).when('bell/ring', { times: 1 });
  const invalid = given().when('bell/ring', { times: 0 });
  expect(fails(() => first.thenWrote(rung(2)))).toBe(true);
  expect(fails(() => first.thenWrote())).toBe(true);
  expect(fails(() => first.thenRefused({ type: 'TooLate' }))).toBe(true);
  expect(fails(() => first.thenInvalid('times TimesTooFew'))).toBe(true);
  expect(fails(() => first.thenAnswered({ events: 2 }))).toBe(true);
  expect(fails(() => late.thenWrote(rung(1)))).toBe(true);
  expect(fails(() => late.thenRefused({ type: 'TooEarly' }))).toBe(true);
  expect(fails(() => late.thenAnswered({ events: 1 }))).toBe(true);
  expect(fails(() => invalid.thenWrote(rung(0)))).toBe(true);
  expect(fails(() => invalid.thenInvalid())).toBe(true);
  expect(fails(() => given().when('bell/mend', {}))).toBe(true);
});
