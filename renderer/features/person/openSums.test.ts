import { expect, it } from 'vitest';
import { openSums } from './openSums.ts';

const usd = (minor: number) => ({ currency: 'USD', minor });
const accounts = (...balances: number[]) => balances.map((minor) => ({ balance: usd(minor) }));

it('is nothing without accounts, and where all of them are settled', () => {
  expect(openSums([])).toEqual({ owed: null, paidAhead: null });
  expect(openSums(accounts(0, 0))).toEqual({ owed: null, paidAhead: null });
});

it('adds up accounts, and does not settle one by the other', () => {
  expect(openSums(accounts(100, 0, 250))).toEqual({ owed: usd(350), paidAhead: null });
  expect(openSums(accounts(100, -100))).toEqual({ owed: usd(100), paidAhead: usd(100) });
});
