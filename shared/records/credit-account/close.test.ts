import { describe, test } from 'vitest';
import { specify } from '../../kernel/specification.ts';
import { accountId, charged, closed, opened, reopened } from './facts.fixture.ts';
import { creditAccount } from './record.ts';

const { given } = specify(creditAccount);
const command = 'credit-account/close';

describe('an account', () => {
  test('is closed with what is still owed', () =>
    given(opened(100), charged(80)).when(command, { accountId }).thenWrote(closed));

  test('is closed again after it was reopened', () =>
    given(opened(100), closed, reopened).when(command, { accountId }).thenWrote(closed));

  test('is not closed twice', () =>
    given(opened(100), closed).when(command, { accountId }).thenRefused({ type: 'AlreadyClosed' }));

  test('that is not there is not closed', () =>
    given().when(command, { accountId }).thenRefused({ type: 'AccountNotFound', accountId }));
});
