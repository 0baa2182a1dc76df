import { describe, test } from 'vitest';
import { MAX_MINOR } from '../../kernel/money.ts';
import { eventIdAt, specify } from '../../kernel/specification.ts';
import { accountId, charged, closed, opened, paid, usd } from './facts.fixture.ts';
import { creditAccount } from './record.ts';

const { given } = specify(creditAccount);
const command = 'credit-account/pay';
const of = (minor: number, more: object = {}) => ({
  accountId,
  amount: usd(minor),
  occurredOn: '2026-11-23',
  ...more,
});

describe('a payment', () => {
  test('is taken', () =>
    given(opened(100), charged(80))
      .when(command, of(80, { memo: 'Cash' }))
      .thenWrote(paid(80, 'Cash')));

  test('may pass what is owed', () =>
    given(opened(100), charged(80)).when(command, of(500)).thenWrote(paid(500)));

  test('is taken on a closed account', () =>
    given(opened(100), charged(80), closed).when(command, of(80)).thenWrote(paid(80)));

  test('without words needs nothing personal, so it can be taken of an erased person', () =>
    given(opened(100), charged(80))
      .where({ subjectStatus: () => 'erased' })
      .when(command, of(80, { memo: '  ' }))
      .thenWrote(paid(80)));

  test('answers with the id of its event', () =>
    given(opened(100))
      .when(command, of(1))
      .thenAnswered({ entryId: eventIdAt(2) }));
});

describe('a payment is refused', () => {
  test('where there is no account', () =>
    given().when(command, of(1)).thenRefused({ type: 'AccountNotFound', accountId }));

  test('in another currency', () =>
    given(opened(100))
      .when(command, of(1, { amount: { currency: 'EUR', minor: 1 } }))
      .thenRefused({ type: 'CurrencyDiffers', expected: 'USD', given: 'EUR' }));

  test('when the balance could no longer be added up', () =>
    given(opened(100), paid(MAX_MINOR))
      .when(command, of(1))
      .thenRefused({ type: 'BalanceOutOfRange', largest: usd(MAX_MINOR) }));

  test('of a day that no entry of a shop is of', () =>
    given(opened(100))
      .when(command, of(1, { occurredOn: '2206-11-23' }))
      .thenRefused({
        type: 'EntryDayOutOfRange',
        earliest: '1900-01-01',
        latest: '2027-11-30',
      }));

  test('of nothing', () =>
    given(opened(100)).when(command, of(0)).thenInvalid('amount.minor AmountNotPositive'));
});
