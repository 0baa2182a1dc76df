import { z } from 'zod';
import { localDateSchema, type LocalDate } from '../kernel/local-date.ts';
import { sql } from '../kernel/sql.ts';
import { defineView } from '../kernel/view.ts';
import { moneyIn, moneyOrNullIn, numberIn, textIn } from './columns.ts';
import { paging } from './paging.ts';

/**
 * What was written for each business day, oldest first; a day without entries has no row. `balance` is
 * what all accounts together came to at its end: what is owed, less what has been paid ahead. `before` is
 * what they came to until then, null where there were no entries yet.
 */
export const overviewActivity = defineView({
  name: 'overview/activity',
  input: z.strictObject({ from: localDateSchema, to: localDateSchema, ...paging }),
  query: ({ from, to }) => sql`
    SELECT * FROM (
      SELECT occurred_on, rows AS entries, charged_minor, paid_minor,
        sum(effect_minor) OVER (ORDER BY occurred_on) AS balance_minor,
        sum(effect_minor) OVER (
          ORDER BY occurred_on ROWS BETWEEN UNBOUNDED PRECEDING AND 1 PRECEDING) AS before_minor
      FROM credit_account_day WHERE occurred_on <= ${to})
    WHERE occurred_on >= ${from}`,
  order: () => [{ column: 'occurred_on', direction: 'ascending' }],
  row: (row, { currency }) => ({
    day: textIn(row, 'occurred_on') as LocalDate,
    entries: numberIn(row, 'entries'),
    charged: moneyIn(row, 'charged_minor', currency),
    paid: moneyIn(row, 'paid_minor', currency),
    before: moneyOrNullIn(row, 'before_minor', currency),
    balance: moneyIn(row, 'balance_minor', currency),
  }),
});
