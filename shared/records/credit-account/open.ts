import { z } from 'zod';
import { defineCommand, type DecisionContext } from '../../kernel/command.ts';
import {
  accountIdSchema,
  personIdSchema,
  type AccountId,
  type PersonId,
} from '../../kernel/ids.ts';
import { nonNegativeMoneySchema } from '../../kernel/money.ts';
import { onlyEvent } from '../../kernel/only-event.ts';
import { err, ok, type Result } from '../../kernel/result.ts';
import { currencyDiffers, type CurrencyDiffers } from './amounts.ts';
import type { CreditAccountEvent } from './events.ts';
import type { CreditAccount } from './state.ts';

const inputSchema = z.strictObject({
  accountId: accountIdSchema.optional(),
  personId: personIdSchema,
  limit: nonNegativeMoneySchema,
});
export type Open = z.infer<typeof inputSchema>;

/** The id that the caller chose belongs to an account already. */
export interface AccountAlreadyOpened {
  readonly type: 'AccountAlreadyOpened';
  readonly accountId: AccountId;
}

export interface SubjectNotFound {
  readonly type: 'PersonNotFound';
  readonly personId: PersonId;
}

export interface SubjectErased {
  readonly type: 'PersonErased';
  readonly personId: PersonId;
}

/** Opens a credit account for a person. */
export const open = defineCommand({
  name: 'credit-account/open',
  input: inputSchema,
  streamId: ({ accountId }, newId) => accountId ?? newId(),
  writes: ['credit-account.opened'],
  decide: (
    { personId, limit }: Open,
    account: CreditAccount,
    { streamId, currency, subjectStatus }: DecisionContext,
  ): Result<
    readonly CreditAccountEvent[],
    SubjectNotFound | SubjectErased | AccountAlreadyOpened | CurrencyDiffers
  > => {
    if (account.status !== 'new')
      return err({ type: 'AccountAlreadyOpened', accountId: streamId as AccountId });
    const differs = currencyDiffers(limit, currency);
    if (differs) return err(differs);
    switch (subjectStatus(personId)) {
      case 'unknown':
        return err({ type: 'PersonNotFound', personId });
      case 'erased':
        return err({ type: 'PersonErased', personId });
      case 'present':
        return ok([{ type: 'credit-account.opened', data: { personId, limit } }]);
    }
  },
  output: (events) => ({ accountId: onlyEvent(events).streamId as AccountId }),
});
