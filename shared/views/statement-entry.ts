import { z } from 'zod';
import type { LocalDate } from '../kernel/local-date.ts';
import { sql } from '../kernel/sql.ts';
import type { PersonalPart, SqlRow, ViewContext } from '../kernel/view.ts';
import { flagIn, moneyIn, numberIn, textIn, textOrNullIn } from './columns.ts';

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

/** What every statement shows of an entry, but for the balance after it. `credit_account_entry` is `entry`. */
export const entryColumns = sql`
  entry.entry_id, entry.ordinal, entry.kind, entry.amount_minor, entry.occurred_on,
  entry.approved, entry.reversed, entry.reverses,
  earlier.kind AS earlier_kind, earlier.occurred_on AS earlier_occurred_on`;

/** The entries, each beside the one that it takes back. */
export const entriesWithEarlier = sql`
  credit_account_entry AS entry
  LEFT JOIN credit_account_entry AS earlier
    ON earlier.account_id = entry.account_id AND earlier.entry_id = entry.reverses`;

/** A line of a statement. `balance_minor` is the balance after it, in the order of that statement. */
export const statementEntry = (row: SqlRow, { currency }: ViewContext, part: PersonalPart) => {
  const { memo, reason, approvalReason } = texts.parse(part.type === 'opened' ? part.personal : {});
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
};
