import { z } from 'zod';
import { accountIdSchema, eventIdSchema } from '../kernel/ids.ts';
import { sql } from '../kernel/sql.ts';
import { defineView } from '../kernel/view.ts';
import { exchangeEntries } from './exchange-entries.ts';
import { paging } from './paging.ts';

/** One entry of an account, and whose it is; no row where the account has no such entry. */
export const creditAccountEntry = defineView({
  name: 'credit-account/entry',
  input: z.strictObject({ accountId: accountIdSchema, entryId: eventIdSchema, ...paging }),
  query: ({ accountId, entryId }) => sql`
    SELECT entry.account_id, entry.entry_id, entry.kind, entry.amount_minor, entry.occurred_on,
      entry.approved, entry.reversed, account.person_id
    FROM credit_account_entry AS entry
    CROSS JOIN credit_account AS account ON account.account_id = entry.account_id
    WHERE entry.account_id = ${accountId} AND entry.entry_id = ${entryId}`,
  order: () => [{ column: 'entry_id', direction: 'ascending' }],
  sealedIn: 'entry_id',
  row: exchangeEntries.row,
});
