import { z } from 'zod';
import { defineCommand, type DecisionContext } from '../../kernel/command.ts';
import { accountIdSchema } from '../../kernel/ids.ts';
import { err, ok, type Result } from '../../kernel/result.ts';
import type { CreditAccountEvent } from './events.ts';
import { openedAccount, type AccountNotFound, type CreditAccount } from './state.ts';

const inputSchema = z.strictObject({ accountId: accountIdSchema });
export type Close = z.infer<typeof inputSchema>;

export interface AlreadyClosed {
  readonly type: 'AlreadyClosed';
}

/** Ends the credit. What is owed stays owed: payments and reversals go on, charges do not. */
export const close = defineCommand({
  name: 'credit-account/close',
  input: inputSchema,
  streamId: ({ accountId }) => accountId,
  writes: ['credit-account.closed'],
  decide: (
    { accountId }: Close,
    account: CreditAccount,
    _context: DecisionContext,
  ): Result<readonly CreditAccountEvent[], AccountNotFound | AlreadyClosed> => {
    const opened = openedAccount(account, accountId);
    if (!opened.ok) return opened;
    if (opened.value.status === 'closed') return err({ type: 'AlreadyClosed' });
    return ok([{ type: 'credit-account.closed', data: {} }]);
  },
  output: () => ({}),
});
