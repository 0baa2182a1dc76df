import { describe, test } from 'vitest';
import { specify } from '../../kernel/specification.ts';
import { accountId, opened, personId, usd } from './facts.fixture.ts';
import { creditAccount } from './record.ts';

const { given } = specify(creditAccount);
const command = 'credit-account/open';
const input = { accountId, personId, limit: usd(3762) };

describe('an account', () => {
  test('is opened for a person with a limit', () =>
    given().when(command, input).thenWrote(opened(3762)));

  test('may have a limit of nothing, for whoever pays ahead', () =>
    given()
      .when(command, { ...input, limit: usd(-0) })
      .thenWrote(opened(0)));

  test('answers with its id', () => given().when(command, input).thenAnswered({ accountId }));
});

describe('an account is not opened', () => {
  test('twice', () =>
    given(opened(1)).when(command, input).thenRefused({ type: 'AccountAlreadyOpened', accountId }));

  test('for a person nobody knows', () =>
    given()
      .where({ subjectStatus: () => 'unknown' })
      .when(command, input)
      .thenRefused({ type: 'PersonNotFound', personId }));

  test('for a person who has been erased', () =>
    given()
      .where({ subjectStatus: () => 'erased' })
      .when(command, input)
      .thenRefused({ type: 'PersonErased', personId }));

  test('in another currency', () =>
    given()
      .where({ currency: 'KRW' })
      .when(command, input)
      .thenRefused({ type: 'CurrencyDiffers', expected: 'KRW', given: 'USD' }));

  test('with a limit below zero', () =>
    given()
      .when(command, { ...input, limit: usd(-1) })
      .thenInvalid('limit.minor AmountNegative'));

  test('for what is no id', () =>
    given()
      .when(command, { ...input, personId: '4' })
      .thenInvalid('personId invalid_format'));
});
