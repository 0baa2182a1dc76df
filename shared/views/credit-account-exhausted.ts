import { z } from 'zod';
import { sql } from '../kernel/sql.ts';
import { defineView } from '../kernel/view.ts';
import { flagIn, moneyIn, textIn, textOrNullIn } from './columns.ts';
import { paging } from './paging.ts';

/** Open accounts whose available credit is exactly zero. */
export const creditAccountExhausted = defineView({
  name: 'credit-account/exhausted',
  input: z.strictObject({ ...paging }),
  query: () => sql`
    SELECT account.account_id, account.person_id, account.limit_minor, account.balance_minor,
      named.name, ifnull(named.sort_key, '') AS sort_key,
      ifnull((SELECT erased FROM person WHERE person.person_id = account.person_id), 0) AS erased
    FROM credit_account AS account
    LEFT JOIN private.person_index AS named ON named.person_id = account.person_id
    WHERE account.passed_minor = 0`,
  order: () => [
    { column: 'sort_key', direction: 'ascending' },
    { column: 'account_id', direction: 'ascending' },
  ],
  pageSize: 200,
  row: (row, { currency }) => ({
    accountId: textIn(row, 'account_id'),
    personId: textIn(row, 'person_id'),
    name: textOrNullIn(row, 'name'),
    // Not from the names, which come in after a daybook was opened: who is not there yet is not erased.
    erased: flagIn(row, 'erased'),
    limit: moneyIn(row, 'limit_minor', currency),
    balance: moneyIn(row, 'balance_minor', currency),
  }),
});
