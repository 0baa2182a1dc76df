import { z } from 'zod';
import { sql } from '../kernel/sql.ts';
import { defineView } from '../kernel/view.ts';
import { moneyIn, numberIn } from './columns.ts';
import { paging } from './paging.ts';

/**
 * The figures of the whole daybook, in one row. Archived and erased people count, closed accounts too:
 * their sums are still in the book. `owed` adds up what is owed, not what people have paid ahead.
 */
export const overviewTotals = defineView({
  name: 'overview/totals',
  input: z.strictObject({ ...paging }),
  query: () => sql`
    SELECT (SELECT count(*) FROM person) AS people,
      count(*) AS accounts,
      ifnull(sum(entries), 0) AS entries,
      ifnull(sum(max(balance_minor, 0)), 0) AS owed_minor,
      count(*) FILTER (WHERE passed_minor = 0) AS exhausted,
      count(*) FILTER (WHERE passed_minor > 0) AS over_limit
    FROM credit_account`,
  order: () => [{ column: 'people', direction: 'ascending' }],
  row: (row, { currency }) => ({
    people: numberIn(row, 'people'),
    accounts: numberIn(row, 'accounts'),
    entries: numberIn(row, 'entries'),
    owed: moneyIn(row, 'owed_minor', currency),
    exhausted: numberIn(row, 'exhausted'),
    overLimit: numberIn(row, 'over_limit'),
  }),
});
