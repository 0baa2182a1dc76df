import { z } from 'zod';
import { sql } from '../kernel/sql.ts';
import { defineView } from '../kernel/view.ts';
import { moneyIn, numberIn } from './columns.ts';
import { paging } from './paging.ts';

/**
 * The figures of the whole daybook, in one row. Archived and erased people count, closed accounts too:
 * their sums are still in the book. `owed` adds up what is owed, `paidAhead` what people have paid ahead.
 * Each count is that of the list of the same name, `listed` that of the list without a filter.
 */
export const overviewTotals = defineView({
  name: 'overview/totals',
  input: z.strictObject({ ...paging }),
  query: () => sql`
    SELECT (SELECT count(*) FROM person) AS people,
      (SELECT count(*) FROM person WHERE archived = 0) AS listed,
      (SELECT count(*) FROM person WHERE archived = 1) AS archived,
      (SELECT count(*) FROM person WHERE erased = 1) AS erased,
      count(*) AS accounts,
      ifnull(sum(entries), 0) AS entries,
      ifnull(sum(max(balance_minor, 0)), 0) AS owed_minor,
      ifnull(-sum(min(balance_minor, 0)), 0) AS paid_ahead_minor,
      count(*) FILTER (WHERE balance_minor > 0) AS owing,
      count(*) FILTER (WHERE balance_minor < 0) AS in_credit,
      count(*) FILTER (WHERE passed_minor = 0) AS exhausted,
      count(*) FILTER (WHERE passed_minor > 0) AS over_limit
    FROM credit_account`,
  order: () => [{ column: 'people', direction: 'ascending' }],
  row: (row, { currency }) => ({
    people: numberIn(row, 'people'),
    listed: numberIn(row, 'listed'),
    archived: numberIn(row, 'archived'),
    erased: numberIn(row, 'erased'),
    accounts: numberIn(row, 'accounts'),
    entries: numberIn(row, 'entries'),
    owed: moneyIn(row, 'owed_minor', currency),
    paidAhead: moneyIn(row, 'paid_ahead_minor', currency),
    owing: numberIn(row, 'owing'),
    inCredit: numberIn(row, 'in_credit'),
    exhausted: numberIn(row, 'exhausted'),
    overLimit: numberIn(row, 'over_limit'),
  }),
});
