import { describe, test } from 'vitest';
import { specify } from '../../kernel/specification.ts';
import { accountId, charged, closed, limitChanged, opened, usd } from './facts.fixture.ts';
import { creditAccount } from './record.ts';

const { given } = specify(creditAccount);
const command = 'credit-account/change-limit';
const to = (minor: number, more: object = {}) => ({ accountId, limit: usd(minor), ...more });

describe('a limit', () => {
  test('is changed, with a reason where one is given', () => {
    given(opened(100)).when(command, to(200)).thenWrote(limitChanged(200));
    given(opened(100))
      .when(command, to(200, { reason: 'Pays well' }))
      .thenWrote(limitChanged(200, 'Pays well'));
  });

  test('may go below what is owed', () =>
    given(opened(100), charged(100)).when(command, to(0)).thenWrote(limitChanged(0)));
});

describe('a limit is not changed', () => {
  test('where there is no account', () =>
    given().when(command, to(1)).thenRefused({ type: 'AccountNotFound', accountId }));

  test('on a closed account', () =>
    given(opened(100), closed)
      .when(command, to(1))
      .thenRefused({ type: 'AccountNotOpen', status: 'closed' }));

  test('to what it is', () =>
    given(opened(100), limitChanged(200))
      .when(command, to(200))
      .thenRefused({ type: 'LimitUnchanged', limit: usd(200) }));

  test('to another currency', () =>
    given(opened(100))
      .when(command, { accountId, limit: { currency: 'EUR', minor: 100 } })
      .thenRefused({ type: 'CurrencyDiffers', expected: 'USD', given: 'EUR' }));
});
