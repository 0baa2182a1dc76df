import { z } from 'zod';
import { accountIdSchema } from '../kernel/ids.ts';
import { localDateSchema } from '../kernel/local-date.ts';
import { sql } from '../kernel/sql.ts';
import { defineView } from '../kernel/view.ts';
import { moneyIn, numberIn } from './columns.ts';
import { paging } from './paging.ts';
import { entriesWithEarlier, entryColumns, statementEntry } from './statement-entry.ts';

const FIRST_DAY = '0000-01-01';
const LAST_DAY = '9999-12-31';

/** Business dates, both of them within the period. Left out: from the beginning, to the end. */
const period = {
  accountId: accountIdSchema,
  from: localDateSchema.optional(),
  to: localDateSchema.optional(),
};

/**
 * What a period adds up to, in one row: what was open before it, what was added to it and taken from it,
 * and what is open after it. `upTo` counts only entries up to a place in the account.
 */
export const creditAccountPeriod = defineView({
  name: 'credit-account/period',
  input: z.strictObject({ ...period, upTo: z.int().min(0).optional(), ...paging }),
  query: ({ accountId, from = FIRST_DAY, to = LAST_DAY, upTo = Number.MAX_SAFE_INTEGER }) => sql`
    SELECT count(*) FILTER (WHERE occurred_on >= ${from}) AS entries,
      ifnull(sum(effect_minor) FILTER (WHERE occurred_on < ${from}), 0) AS opening_minor,
      ifnull(sum(effect_minor) FILTER (WHERE occurred_on >= ${from} AND effect_minor > 0), 0)
        AS added_minor,
      ifnull(-sum(effect_minor) FILTER (WHERE occurred_on >= ${from} AND effect_minor < 0), 0)
        AS taken_minor,
      ifnull(sum(effect_minor), 0) AS closing_minor
    FROM credit_account_entry
    WHERE account_id = ${accountId} AND occurred_on <= ${to} AND ordinal <= ${upTo}`,
  order: () => [{ column: 'entries', direction: 'ascending' }],
  row: (row, { currency }) => ({
    entries: numberIn(row, 'entries'),
    opening: moneyIn(row, 'opening_minor', currency),
    /** Charges, and reversals of payments. */
    added: moneyIn(row, 'added_minor', currency),
    /** Payments, and reversals of charges. */
    taken: moneyIn(row, 'taken_minor', currency),
    closing: moneyIn(row, 'closing_minor', currency),
  }),
});

/**
 * The entries of a period in the order of their dates, with the balance after each.
 *
 * **Source:** docs/decisions/0014-a-printed-statement-goes-by-dates.md
 */
export const creditAccountPeriodEntries = defineView({
  name: 'credit-account/period-entries',
  input: z.strictObject({ ...period, ...paging }),
  query: ({ accountId, from = FIRST_DAY, to = LAST_DAY }) => sql`
    SELECT ${entryColumns},
      (SELECT ifnull(sum(effect_minor), 0) FROM credit_account_entry
        WHERE account_id = ${accountId} AND occurred_on < ${from})
      + sum(entry.effect_minor)
        OVER (ORDER BY entry.occurred_on, entry.ordinal ROWS UNBOUNDED PRECEDING)
        AS balance_minor
    FROM ${entriesWithEarlier}
    WHERE entry.account_id = ${accountId}
      AND entry.occurred_on >= ${from} AND entry.occurred_on <= ${to}`,
  order: () => [
    { column: 'occurred_on', direction: 'ascending' },
    { column: 'ordinal', direction: 'ascending' },
  ],
  pageSize: 200,
  sealedIn: 'entry_id',
  row: statementEntry,
});
