import { z } from 'zod';
import { defineCommand, type DecisionContext } from '../../kernel/command.ts';
import { accountIdSchema } from '../../kernel/ids.ts';
import { localDateSchema } from '../../kernel/local-date.ts';
import { positiveMoneySchema, type Money } from '../../kernel/money.ts';
import { onlyEvent } from '../../kernel/only-event.ts';
import { personalPart } from '../../kernel/personal-part.ts';
import { err, ok, type Result } from '../../kernel/result.ts';
import {
  balanceOutOfRange,
  currencyDiffers,
  type BalanceOutOfRange,
  type CurrencyDiffers,
} from './amounts.ts';
import { entryDayOutOfRange, type EntryDayOutOfRange } from './entry-days.ts';
import { memoSchema, reasonSchema, type CreditAccountEvent } from './events.ts';
import {
  openAccount,
  type AccountNotFound,
  type AccountNotOpen,
  type CreditAccount,
} from './state.ts';

const inputSchema = z.strictObject({
  accountId: accountIdSchema,
  amount: positiveMoneySchema,
  occurredOn: localDateSchema,
  memo: memoSchema,
  /**
   * Lets this one charge pass the limit. Where it does not pass it there was nothing to approve, and the
   * reason that somebody gave is kept all the same.
   */
  approval: z.strictObject({ reason: reasonSchema }).optional(),
});
export type Charge = z.infer<typeof inputSchema>;

/** The balance would pass the limit. `available` is below zero when it has passed it already. */
export interface CreditLimitExceeded {
  readonly type: 'CreditLimitExceeded';
  readonly available: Money;
  readonly requested: Money;
}

/** Whether a balance is more than the limit lets somebody owe. */
export const passesLimit = (balance: number, limit: number): boolean => balance > limit;

/** Puts a sale on the account. Refused when the balance would pass the limit, unless somebody approves. */
export const charge = defineCommand({
  name: 'credit-account/charge',
  input: inputSchema,
  streamId: ({ accountId }) => accountId,
  writes: ['credit-account.charged'],
  decide: (
    { accountId, amount, occurredOn, memo, approval }: Charge,
    account: CreditAccount,
    { currency, today }: DecisionContext,
  ): Result<
    readonly CreditAccountEvent[],
    | AccountNotFound
    | AccountNotOpen
    | CurrencyDiffers
    | EntryDayOutOfRange
    | BalanceOutOfRange
    | CreditLimitExceeded
  > => {
    const open = openAccount(account, accountId);
    if (!open.ok) return open;
    const { limit, balance } = open.value;
    const refusal =
      currencyDiffers(amount, currency) ??
      entryDayOutOfRange(occurredOn, today) ??
      balanceOutOfRange(balance + amount.minor, currency);
    if (refusal) return err(refusal);
    const isOver = passesLimit(balance + amount.minor, limit);
    if (isOver && !approval)
      return err({
        type: 'CreditLimitExceeded',
        available: { currency, minor: limit - balance },
        requested: amount,
      });
    return ok([
      {
        type: 'credit-account.charged',
        data: { amount, occurredOn, approved: isOver },
        ...personalPart({ memo, approvalReason: approval?.reason }),
      },
    ]);
  },
  output: (events) => ({ entryId: onlyEvent(events).id }),
});
