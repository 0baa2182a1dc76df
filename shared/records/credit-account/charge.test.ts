import { describe, test } from 'vitest';
import type { LocalDate } from '../../kernel/local-date.ts';
import { MAX_MINOR } from '../../kernel/money.ts';
import { eventIdAt, specify } from '../../kernel/specification.ts';
import { accountId, charged, closed, limitChanged, opened, paid, usd } from './facts.fixture.ts';
import { creditAccount } from './record.ts';

const { given } = specify(creditAccount);
const command = 'credit-account/charge';
const of = (minor: number, more: object = {}) => ({
  accountId,
  amount: usd(minor),
  occurredOn: '2026-11-23',
  ...more,
});

describe('a charge', () => {
  test('is written with what was bought', () =>
    given(opened(3762))
      .when(command, of(198, { memo: ' Yeast ' }))
      .thenWrote(charged(198, { memo: 'Yeast' })));

  test('may use the limit to the last cent', () =>
    given(opened(3762), charged(3700)).when(command, of(62)).thenWrote(charged(62)));

  test('answers with the id of its event', () =>
    given(opened(3762))
      .when(command, of(1))
      .thenAnswered({ entryId: eventIdAt(2) }));

  test('may use what was paid back, and paid ahead', () =>
    given(opened(100), charged(100), paid(150)).when(command, of(150)).thenWrote(charged(150)));

  test('is refused by one cent too much, with what is left', () =>
    given(opened(3762), charged(3700))
      .when(command, of(63))
      .thenRefused({ type: 'CreditLimitExceeded', available: usd(62), requested: usd(63) }));

  test('is refused with less than nothing left when the limit was lowered', () =>
    given(opened(100), charged(100), limitChanged(40))
      .when(command, of(1))
      .thenRefused({ type: 'CreditLimitExceeded', available: usd(-60), requested: usd(1) }));

  test('passes the limit when approved, and keeps the reason', () =>
    given(opened(100), charged(100))
      .when(command, of(50, { approval: { reason: 'Pays on Friday' } }))
      .thenWrote(charged(50, { approvalReason: 'Pays on Friday' })));

  test('within the limit needs no approval, and keeps the reason of one', () =>
    given(opened(100), charged(40))
      .when(command, of(50, { approval: { reason: 'Pays on Friday' } }))
      .thenWrote({
        type: 'credit-account.charged',
        data: { amount: usd(50), occurredOn: '2026-11-23' as LocalDate, approved: false },
        personal: { approvalReason: 'Pays on Friday' },
      }));

  test('passes no limit when the reason of the approval is blank', () =>
    given(opened(100), charged(100))
      .when(command, of(50, { approval: { reason: ' \u3000 ' } }))
      .thenInvalid('approval.reason TextEmpty'));
});

describe('a charge is refused', () => {
  test('where there is no account', () =>
    given().when(command, of(1)).thenRefused({ type: 'AccountNotFound', accountId }));

  test('on a closed account', () =>
    given(opened(100), closed)
      .when(command, of(1))
      .thenRefused({ type: 'AccountNotOpen', status: 'closed' }));

  test('in another currency', () =>
    given(opened(100))
      .when(command, of(1, { amount: { currency: 'EUR', minor: 1 } }))
      .thenRefused({ type: 'CurrencyDiffers', expected: 'USD', given: 'EUR' }));

  test('when the balance could no longer be added up, approved or not', () =>
    given(opened(MAX_MINOR), charged(MAX_MINOR))
      .when(command, of(1, { approval: { reason: 'No matter' } }))
      .thenRefused({ type: 'BalanceOutOfRange', largest: usd(MAX_MINOR) }));
});

describe('a charge that is none', () => {
  const issues: readonly (readonly [string, object, string])[] = [
    ['of nothing', { amount: usd(0) }, 'amount.minor AmountNotPositive'],
    ['of minus zero', { amount: usd(-0) }, 'amount.minor AmountNotPositive'],
    ['of less than nothing', { amount: usd(-1) }, 'amount.minor AmountNotPositive'],
    ['of half a cent', { amount: usd(0.5) }, 'amount.minor AmountNotWhole'],
    ['of too much', { amount: usd(MAX_MINOR + 1) }, 'amount.minor AmountTooLarge'],
    ['on 31 February', { occurredOn: '2026-02-31' }, 'occurredOn DateInvalid'],
    ['in words', { amount: { currency: 'dollar', minor: 1 } }, 'amount.currency CurrencyInvalid'],
    ['with a memo without end', { memo: 'x'.repeat(1001) }, 'memo TextTooLong'],
    ['with NUL in its memo', { memo: 'a\u0000b' }, 'memo TextHasControlCharacters'],
    ['with half a character in its memo', { memo: '\ud83d' }, 'memo TextMalformed'],
  ];
  test.each(issues)('%s', (_name, more, problem) =>
    given(opened(100)).when(command, of(1, more)).thenInvalid(problem),
  );

  test('with a field that nobody knows', () =>
    given(opened(100))
      .when(command, of(1, { approved: true }))
      .thenInvalid(' unrecognized_keys'));
});

describe('the day of a charge', () => {
  // It is 30 November 2026 here.
  const days = { earliest: '1900-01-01', latest: '2027-11-30' };

  test.each([days.earliest, days.latest])('may be %s', (occurredOn) =>
    given(opened(100))
      .when(command, of(1, { occurredOn }))
      .thenWrote(charged(1, undefined, occurredOn)),
  );

  test.each(['0001-01-01', '1899-12-31', '2027-12-01', '9999-12-31'])(
    'is not %s: that is a slip of the hand',
    (occurredOn) =>
      given(opened(100))
        .when(command, of(1, { occurredOn }))
        .thenRefused({ type: 'EntryDayOutOfRange', ...days }),
  );

  test('that an older book has stays readable, and counts', () =>
    given(opened(100), charged(60, undefined, '9999-12-31'), paid(10, undefined, '0001-01-01'))
      .when(command, of(51))
      .thenRefused({ type: 'CreditLimitExceeded', available: usd(50), requested: usd(51) }));
});
