import { z } from 'zod';
import { MAX_MINOR } from '../kernel/money.ts';
import { sql } from '../kernel/sql.ts';
import { defineView } from '../kernel/view.ts';
import { personDetailsSchema } from '../records/person/details.ts';
import { flagIn, moneyOrNullIn, numberIn, textIn, textOrNullIn } from './columns.ts';
import { paging } from './paging.ts';

/** Everybody with all that is known of them, archived and erased people too, by id: for exports. */
export const exchangePeople = defineView({
  name: 'exchange/people',
  input: z.strictObject(paging),
  query: () => sql`
    SELECT named.person_id, named.details, named.erased,
      (SELECT count(*) FROM credit_account AS account
        WHERE account.person_id = named.person_id) AS accounts,
      (SELECT min(sum(account.limit_minor), ${MAX_MINOR}) FROM credit_account AS account
        WHERE account.person_id = named.person_id) AS limit_minor
    FROM private.person_index AS named`,
  order: () => [{ column: 'person_id', direction: 'ascending' }],
  pageSize: 200,
  row: (row, { currency }) => {
    const details = textOrNullIn(row, 'details');
    return {
      personId: textIn(row, 'person_id'),
      details: details === null ? null : personDetailsSchema.parse(JSON.parse(details)),
      erased: flagIn(row, 'erased'),
      accounts: numberIn(row, 'accounts'),
      /** Of all their accounts together; null without any. */
      limit: moneyOrNullIn(row, 'limit_minor', currency),
    };
  },
});
