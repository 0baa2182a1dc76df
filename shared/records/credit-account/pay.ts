import { z } from 'zod';
import { defineCommand, type DecisionContext } from '../../kernel/command.ts';
import { accountIdSchema } from '../../kernel/ids.ts';
import { localDateSchema } from '../../kernel/local-date.ts';
import { positiveMoneySchema } from '../../kernel/money.ts';
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
import { memoSchema, type CreditAccountEvent } from './events.ts';
import { openedAccount, type AccountNotFound, type CreditAccount } from './state.ts';

const inputSchema = z.strictObject({
  accountId: accountIdSchema,
  amount: positiveMoneySchema,
  occurredOn: localDateSchema,
  memo: memoSchema,
});
export type Pay = z.infer<typeof inputSchema>;

/** Takes a payment, on a closed account too. It may pass what is owed: the account then has credit. */
export const pay = defineCommand({
  name: 'credit-account/pay',
  input: inputSchema,
  streamId: ({ accountId }) => accountId,
  writes: ['credit-account.paid'],
  decide: (
    { accountId, amount, occurredOn, memo }: Pay,
    account: CreditAccount,
    { currency, today }: DecisionContext,
  ): Result<
    readonly CreditAccountEvent[],
    AccountNotFound | CurrencyDiffers | EntryDayOutOfRange | BalanceOutOfRange
  > => {
    const opened = openedAccount(account, accountId);
    if (!opened.ok) return opened;
    const refusal =
      currencyDiffers(amount, currency) ??
      entryDayOutOfRange(occurredOn, today) ??
      balanceOutOfRange(opened.value.balance - amount.minor, currency);
    if (refusal) return err(refusal);
    return ok([
      { type: 'credit-account.paid', data: { amount, occurredOn }, ...personalPart({ memo }) },
    ]);
  },
  output: (events) => ({ entryId: onlyEvent(events).id }),
});
