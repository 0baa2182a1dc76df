import { z } from 'zod';
import { defineCommand, type DecisionContext } from '../../kernel/command.ts';
import { accountIdSchema, eventIdSchema, type EventId } from '../../kernel/ids.ts';
import { err, ok, type Result } from '../../kernel/result.ts';
import { balanceOutOfRange, type BalanceOutOfRange } from './amounts.ts';
import { optionalReasonSchema, type CreditAccountEvent } from './events.ts';
import { effectOf, openedAccount, type AccountNotFound, type CreditAccount } from './state.ts';

const inputSchema = z.strictObject({
  accountId: accountIdSchema,
  entryId: eventIdSchema,
  /** Required while the person is present; nothing typed can be kept about one who has been erased. */
  reason: optionalReasonSchema,
});
export type ReverseEntry = z.infer<typeof inputSchema>;

export interface EntryNotFound {
  readonly type: 'EntryNotFound';
  readonly entryId: EventId;
}

export interface AlreadyReversed {
  readonly type: 'AlreadyReversed';
  readonly entryId: EventId;
}

/** A reversal is final: what was reversed by mistake is entered again. */
export interface EntryIsReversal {
  readonly type: 'EntryIsReversal';
  readonly entryId: EventId;
}

export interface ReasonRequired {
  readonly type: 'ReasonRequired';
}

/**
 * Takes back an entry that was wrong, on a closed account too. The reversal of a payment may pass
 * the limit: it says what is true, it gives no new credit.
 */
export const reverseEntry = defineCommand({
  name: 'credit-account/reverse-entry',
  input: inputSchema,
  streamId: ({ accountId }) => accountId,
  writes: ['credit-account.entry-reversed'],
  decide: (
    { accountId, entryId, reason }: ReverseEntry,
    account: CreditAccount,
    { currency, today, subjectStatus }: DecisionContext,
  ): Result<
    readonly CreditAccountEvent[],
    | AccountNotFound
    | EntryNotFound
    | AlreadyReversed
    | EntryIsReversal
    | ReasonRequired
    | BalanceOutOfRange
  > => {
    const opened = openedAccount(account, accountId);
    if (!opened.ok) return opened;
    const { entries, balance, personId } = opened.value;
    const entry = entries[entryId];
    if (!entry) return err({ type: 'EntryNotFound', entryId });
    const { kind, minor } = entry;
    if (kind === 'reversal') return err({ type: 'EntryIsReversal', entryId });
    if (entry.reversed) return err({ type: 'AlreadyReversed', entryId });
    if (reason === undefined && subjectStatus(personId) === 'present')
      return err({ type: 'ReasonRequired' });
    const refusal = balanceOutOfRange(balance - effectOf[kind] * minor, currency);
    if (refusal) return err(refusal);
    return ok([
      {
        type: 'credit-account.entry-reversed',
        data: { entryId, reversed: kind, amount: { currency, minor }, occurredOn: today },
        ...(reason === undefined ? {} : { personal: { reason } }),
      },
    ]);
  },
  output: () => ({}),
});
