import { z } from 'zod';
import { accountIdSchema } from '../kernel/ids.ts';
import type { LocalDate } from '../kernel/local-date.ts';
import { sql } from '../kernel/sql.ts';
import { defineView, type SqlRow } from '../kernel/view.ts';
import { flagIn, moneyIn, numberIn, textIn, textOrNullIn } from './columns.ts';
import { paging } from './paging.ts';

const texts = z.object({
  memo: z.string().optional(),
  reason: z.string().optional(),
  approvalReason: z.string().optional(),
});

const kindSchema = z.enum(['charge', 'payment', 'reversal']);

const takenBackIn = (row: SqlRow) => {
  const kind = textOrNullIn(row, 'earlier_kind');
  return kind === null
    ? null
    : {
        kind: kindSchema.parse(kind),
        occurredOn: textIn(row, 'earlier_occurred_on') as LocalDate,
      };
};

/** The entries of an account, oldest first, with the balance after each. Amounts are above zero: `kind` says which way. */
export const creditAccountStatement = defineView({
  name: 'credit-account/statement',
  input: z.strictObject({ accountId: accountIdSchema, ...paging }),
  query: ({ accountId }) => sql`
    SELECT entry.entry_id, entry.ordinal, entry.kind, entry.amount_minor, entry.occurred_on,
      entry.approved, entry.reversed, entry.reverses,
      earlier.kind AS earlier_kind, earlier.occurred_on AS earlier_occurred_on,
      sum(entry.effect_minor) OVER (ORDER BY entry.ordinal ROWS UNBOUNDED PRECEDING)
        AS balance_minor
    FROM credit_account_entry AS entry
    LEFT JOIN credit_account_entry AS earlier
      ON earlier.account_id = entry.account_id AND earlier.entry_id = entry.reverses
    WHERE entry.account_id = ${accountId}`,
  order: () => [{ column: 'ordinal', direction: 'ascending' }],
  pageSize: 200,
  sealedIn: 'entry_id',
  row: (row, { currency }, part) => {
    const { memo, reason, approvalReason } = texts.parse(
      part.type === 'opened' ? part.personal : {},
    );
    return {
      entryId: textIn(row, 'entry_id'),
      ordinal: numberIn(row, 'ordinal'),
      kind: kindSchema.parse(textIn(row, 'kind')),
      amount: moneyIn(row, 'amount_minor', currency),
      balance: moneyIn(row, 'balance_minor', currency),
      occurredOn: textIn(row, 'occurred_on') as LocalDate,
      memo: memo ?? null,
      /** Why it was reversed, or why it was let past the limit. */
      reason: reason ?? approvalReason ?? null,
      /** There was something personal, and its key has been destroyed. */
      erased: part.type === 'erased',
      /** There may be something personal, and nobody can say what: its event is missing. */
      unreadable: part.type === 'missing',
      approved: flagIn(row, 'approved'),
      reversed: flagIn(row, 'reversed'),
      reverses: textOrNullIn(row, 'reverses'),
      /** What the entry was that this one takes back. Its amount is that of this one. */
      takesBack: takenBackIn(row),
    };
  },
});
