import { z } from 'zod';
import { localDateSchema } from '../kernel/local-date.ts';
import { sql } from '../kernel/sql.ts';
import { defineView } from '../kernel/view.ts';
import { flagIn, moneyIn, textIn, textOrNullIn } from './columns.ts';
import { paging } from './paging.ts';

const kindSchema = z.enum(['charge', 'payment', 'reversal']);
const textSchema = z.object({ memo: z.string().optional(), reason: z.string().optional() });

/**
 * Every entry of a business day, in whatever account, in the order of writing. No index leads from a day
 * to its entries, which would cost more than all other rows together; only accounts are looked through
 * that had entries before and after.
 */
export const creditAccountEntriesOfDay = defineView({
  name: 'credit-account/entries-of-day',
  input: z.strictObject({ day: localDateSchema, ...paging }),
  query: ({ day }) => sql`
    SELECT entry.entry_id, entry.kind, entry.amount_minor, entry.reversed,
      account.account_id, account.person_id, named.name,
      ifnull((SELECT erased FROM person WHERE person.person_id = account.person_id), 0) AS erased
    FROM credit_account AS account
    CROSS JOIN credit_account_entry AS entry
      ON entry.account_id = account.account_id AND entry.occurred_on = ${day}
    LEFT JOIN private.person_index AS named ON named.person_id = account.person_id
    WHERE account.first_entry_on <= ${day} AND account.last_entry_on >= ${day}`,
  order: () => [{ column: 'entry_id', direction: 'ascending' }],
  pageSize: 200,
  sealedIn: 'entry_id',
  row: (row, { currency }, part) => {
    const { memo, reason } = textSchema.parse(part.type === 'opened' ? part.personal : {});
    return {
      entryId: textIn(row, 'entry_id'),
      accountId: textIn(row, 'account_id'),
      personId: textIn(row, 'person_id'),
      name: textOrNullIn(row, 'name'),
      erased: flagIn(row, 'erased'),
      kind: kindSchema.parse(textIn(row, 'kind')),
      amount: moneyIn(row, 'amount_minor', currency),
      reversed: flagIn(row, 'reversed'),
      /** What it was for, or why it takes another one back. */
      memo: memo ?? reason ?? null,
    };
  },
});
