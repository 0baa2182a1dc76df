import { describe, test } from 'vitest';
import { MAX_MINOR } from '../../kernel/money.ts';
import { eventIdAt, specify } from '../../kernel/specification.ts';
import { accountId, charged, closed, opened, paid, reversed, usd } from './facts.fixture.ts';
import { creditAccount } from './record.ts';

const { given } = specify(creditAccount);
const command = 'credit-account/reverse-entry';
const entry = (ordinal: number, reason?: string) => ({
  accountId,
  entryId: eventIdAt(ordinal),
  ...(reason === undefined ? {} : { reason }),
});
const erased = { subjectStatus: () => 'erased' as const };

describe('a reversal', () => {
  test('takes a charge back', () =>
    given(opened(100), charged(80))
      .when(command, entry(2, 'Wrong account'))
      .thenWrote(reversed(2, 'charge', 80, 'Wrong account')));

  test('takes a payment back, past the limit if need be', () =>
    given(opened(100), charged(100), paid(100), charged(100))
      .when(command, entry(3, 'Bad cheque'))
      .thenWrote(reversed(3, 'payment', 100, 'Bad cheque')));

  test('is possible on a closed account', () =>
    given(opened(100), charged(80), closed)
      .when(command, entry(2, 'Wrong account'))
      .thenWrote(reversed(2, 'charge', 80, 'Wrong account')));

  test('answers with nothing', () =>
    given(opened(100), charged(80)).when(command, entry(2, 'x')).thenAnswered({}));

  test('has no reason once the person has been erased', () =>
    given(opened(100), charged(80))
      .where(erased)
      .when(command, entry(2))
      .thenWrote(reversed(2, 'charge', 80)));
});

describe('a reversal is refused', () => {
  test('where there is no account', () =>
    given().when(command, entry(2, 'x')).thenRefused({ type: 'AccountNotFound', accountId }));

  test('of an entry that is not there', () =>
    given(opened(100), charged(80))
      .when(command, entry(7, 'x'))
      .thenRefused({ type: 'EntryNotFound', entryId: eventIdAt(7) }));

  test('of an event that is no entry', () =>
    given(opened(100), charged(80))
      .when(command, entry(1, 'x'))
      .thenRefused({ type: 'EntryNotFound', entryId: eventIdAt(1) }));

  test('the second time', () =>
    given(opened(100), charged(80), reversed(2, 'charge', 80))
      .when(command, entry(2, 'x'))
      .thenRefused({ type: 'AlreadyReversed', entryId: eventIdAt(2) }));

  test('of a reversal', () =>
    given(opened(100), charged(80), reversed(2, 'charge', 80))
      .when(command, entry(3, 'x'))
      .thenRefused({ type: 'EntryIsReversal', entryId: eventIdAt(3) }));

  test('without a reason while the person is there', () =>
    given(opened(100), charged(80))
      .when(command, entry(2, ' '))
      .thenRefused({ type: 'ReasonRequired' }));

  test('when the balance could no longer be added up', () =>
    given(opened(MAX_MINOR), paid(1), charged(MAX_MINOR), charged(1))
      .when(command, entry(2, 'x'))
      .thenRefused({ type: 'BalanceOutOfRange', largest: usd(MAX_MINOR) }));
});
