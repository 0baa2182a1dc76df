import { z } from 'zod';
import { eventIdSchema, personIdSchema } from '../kernel/ids.ts';
import { sql } from '../kernel/sql.ts';
import { defineView } from '../kernel/view.ts';
import { exchangeEntries } from './exchange-entries.ts';
import { paging } from './paging.ts';

/** One entry of one person, in whichever account it is; no row where the person has no such entry. */
export const personEntry = defineView({
  name: 'person/entry',
  input: z.strictObject({ personId: personIdSchema, entryId: eventIdSchema, ...paging }),
  query: ({ personId, entryId }) => sql`
    SELECT entry.account_id, entry.entry_id, entry.kind, entry.amount_minor, entry.occurred_on,
      entry.approved, entry.reversed, account.person_id
    FROM credit_account AS account
    CROSS JOIN credit_account_entry AS entry ON entry.account_id = account.account_id
    WHERE account.person_id = ${personId} AND entry.entry_id = ${entryId}`,
  order: () => [{ column: 'entry_id', direction: 'ascending' }],
  sealedIn: 'entry_id',
  row: exchangeEntries.row,
});
