import { z } from 'zod';
import { accountIdSchema } from '../kernel/ids.ts';
import { sql } from '../kernel/sql.ts';
import { defineView } from '../kernel/view.ts';
import { paging } from './paging.ts';
import { entriesWithEarlier, entryColumns, statementEntry } from './statement-entry.ts';

/** The entries of an account, oldest first, with the balance after each. Amounts are above zero: `kind` says which way. */
export const creditAccountStatement = defineView({
  name: 'credit-account/statement',
  input: z.strictObject({ accountId: accountIdSchema, ...paging }),
  query: ({ accountId }) => sql`
    SELECT ${entryColumns},
      sum(entry.effect_minor) OVER (ORDER BY entry.ordinal ROWS UNBOUNDED PRECEDING)
        AS balance_minor
    FROM ${entriesWithEarlier}
    WHERE entry.account_id = ${accountId}`,
  order: () => [{ column: 'ordinal', direction: 'ascending' }],
  pageSize: 200,
  sealedIn: 'entry_id',
  row: statementEntry,
});
