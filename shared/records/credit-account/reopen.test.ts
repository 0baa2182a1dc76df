import { describe, test } from 'vitest';
import { specify } from '../../kernel/specification.ts';
import { accountId, closed, opened, reopened } from './facts.fixture.ts';
import { creditAccount } from './record.ts';

const { given } = specify(creditAccount);
const command = 'credit-account/reopen';

describe('an account', () => {
  test('gives credit again', () =>
    given(opened(100), closed).when(command, { accountId }).thenWrote(reopened));

  test('that is open is not reopened', () =>
    given(opened(100)).when(command, { accountId }).thenRefused({ type: 'NotClosed' }));

  test('that is not there is not reopened', () =>
    given().when(command, { accountId }).thenRefused({ type: 'AccountNotFound', accountId }));
});
