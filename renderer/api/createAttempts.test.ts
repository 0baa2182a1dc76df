import { expect, it } from 'vitest';
import { createAttempts } from './createAttempts.ts';

const input = { accountId: 'a', amount: { currency: 'USD', minor: 1200 } };

const counting = () => {
  let last = 0;
  return createAttempts(() => `${(last += 1)}`);
};

it('gives a lost attempt its id again, and a settled one a new id', async () => {
  const attempts = counting();
  expect(await attempts.idFor('credit-account/charge', input)).toBe('1');
  await attempts.ended('credit-account/charge', input, false);
  expect(await attempts.idFor('credit-account/charge', { ...input })).toBe('1');
  await attempts.ended('credit-account/charge', input, true);
  expect(await attempts.idFor('credit-account/charge', input)).toBe('2');
});

it('tells commands and inputs apart', async () => {
  const attempts = counting();
  const ids = [
    await attempts.idFor('credit-account/charge', input),
    await attempts.idFor('credit-account/pay', input),
    await attempts.idFor('credit-account/charge', { ...input, memo: 'Bread' }),
  ];
  expect(new Set(ids).size).toBe(3);
});
