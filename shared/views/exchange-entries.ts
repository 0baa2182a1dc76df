import { z } from 'zod';
import type { LocalDate } from '../kernel/local-date.ts';
import { sql } from '../kernel/sql.ts';
import { defineView } from '../kernel/view.ts';
import { flagIn, moneyIn, textIn } from './columns.ts';
import { paging } from './paging.ts';

const texts = z.object({ memo: z.string().optional(), approvalReason: z.string().optional() });

/** Every entry of every account, account by account in the order they were made: for exports. */
export const exchangeEntries = defineView({
  name: 'exchange/entries',
  input: z.strictObject(paging),
  // In this order of tables no page sorts anything: both are read by their keys.
  query: () => sql`
    SELECT entry.account_id, entry.entry_id, entry.kind, entry.amount_minor, entry.occurred_on,
      entry.approved, entry.reversed, account.person_id
    FROM credit_account_entry AS entry
    CROSS JOIN credit_account AS account ON account.account_id = entry.account_id`,
  order: () => [
    { column: 'account_id', direction: 'ascending' },
    { column: 'entry_id', direction: 'ascending' },
  ],
  pageSize: 200,
  sealedIn: 'entry_id',
  row: (row, { currency }, part) => {
    const { memo, approvalReason } = texts.parse(part.type === 'opened' ? part.personal : {});
    return {
      accountId: textIn(row, 'account_id'),
      personId: textIn(row, 'person_id'),
      entryId: textIn(row, 'entry_id'),
      kind: z.enum(['charge', 'payment', 'reversal']).parse(textIn(row, 'kind')),
      amount: moneyIn(row, 'amount_minor', currency),
      occurredOn: textIn(row, 'occurred_on') as LocalDate,
      approved: flagIn(row, 'approved'),
      approvalReason: approvalReason ?? null,
      reversed: flagIn(row, 'reversed'),
      memo: memo ?? null,
    };
  },
});
