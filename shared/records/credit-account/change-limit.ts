import { z } from 'zod';
import { defineCommand, type DecisionContext } from '../../kernel/command.ts';
import { accountIdSchema } from '../../kernel/ids.ts';
import { nonNegativeMoneySchema, type Money } from '../../kernel/money.ts';
import { err, ok, type Result } from '../../kernel/result.ts';
import { currencyDiffers, type CurrencyDiffers } from './amounts.ts';
import { optionalReasonSchema, type CreditAccountEvent } from './events.ts';
import {
  openAccount,
  type AccountNotFound,
  type AccountNotOpen,
  type CreditAccount,
} from './state.ts';

const inputSchema = z.strictObject({
  accountId: accountIdSchema,
  limit: nonNegativeMoneySchema,
  reason: optionalReasonSchema,
});
export type ChangeLimit = z.infer<typeof inputSchema>;

export interface LimitUnchanged {
  readonly type: 'LimitUnchanged';
  readonly limit: Money;
}

/** Gives the account another limit. One below the balance is allowed: the account is then over it. */
export const changeLimit = defineCommand({
  name: 'credit-account/change-limit',
  input: inputSchema,
  streamId: ({ accountId }) => accountId,
  writes: ['credit-account.limit-changed'],
  decide: (
    { accountId, limit, reason }: ChangeLimit,
    account: CreditAccount,
    { currency }: DecisionContext,
  ): Result<
    readonly CreditAccountEvent[],
    AccountNotFound | AccountNotOpen | CurrencyDiffers | LimitUnchanged
  > => {
    const open = openAccount(account, accountId);
    if (!open.ok) return open;
    const differs = currencyDiffers(limit, currency);
    if (differs) return err(differs);
    if (limit.minor === open.value.limit) return err({ type: 'LimitUnchanged', limit });
    return ok([
      {
        type: 'credit-account.limit-changed',
        data: { limit },
        ...(reason === undefined ? {} : { personal: { reason } }),
      },
    ]);
  },
  output: () => ({}),
});
