import { z } from 'zod';
import { defineCommand, type DecisionContext } from '../../kernel/command.ts';
import { accountIdSchema } from '../../kernel/ids.ts';
import { err, ok, type Result } from '../../kernel/result.ts';
import type { CreditAccountEvent } from './events.ts';
import { openedAccount, type AccountNotFound, type CreditAccount } from './state.ts';

const inputSchema = z.strictObject({ accountId: accountIdSchema });
export type Reopen = z.infer<typeof inputSchema>;

export interface NotClosed {
  readonly type: 'NotClosed';
}

/** Gives credit on a closed account again, with the limit it had. */
export const reopen = defineCommand({
  name: 'credit-account/reopen',
  input: inputSchema,
  streamId: ({ accountId }) => accountId,
  writes: ['credit-account.reopened'],
  decide: (
    { accountId }: Reopen,
    account: CreditAccount,
    _context: DecisionContext,
  ): Result<readonly CreditAccountEvent[], AccountNotFound | NotClosed> => {
    const opened = openedAccount(account, accountId);
    if (!opened.ok) return opened;
    if (opened.value.status === 'open') return err({ type: 'NotClosed' });
    return ok([{ type: 'credit-account.reopened', data: {} }]);
  },
  output: () => ({}),
});
