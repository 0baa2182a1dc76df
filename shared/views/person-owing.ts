import { z } from 'zod';
import { personIdSchema } from '../kernel/ids.ts';
import { sql } from '../kernel/sql.ts';
import { defineView } from '../kernel/view.ts';
import { numberIn } from './columns.ts';
import { paging } from './paging.ts';

/** As many people as one question may name. */
export const MOST_ASKED_OF = 1000;

/** How many of these people owe something on one of their accounts. */
export const personOwing = defineView({
  name: 'person/owing',
  input: z.strictObject({ personIds: z.array(personIdSchema).max(MOST_ASKED_OF), ...paging }),
  query: ({ personIds }) => sql`
    SELECT count(DISTINCT person_id) AS people FROM credit_account
    WHERE person_id IN (SELECT value FROM json_each(${JSON.stringify(personIds)}))
      AND balance_minor > 0`,
  order: () => [{ column: 'people', direction: 'ascending' }],
  row: (row) => ({ people: numberIn(row, 'people') }),
});
