import { z } from 'zod';
import { personIdSchema } from '../kernel/ids.ts';
import { sql } from '../kernel/sql.ts';
import { defineView } from '../kernel/view.ts';
import { textOrNullIn } from './columns.ts';
import { paging } from './paging.ts';

/** Reference and name of a person, from what is in memory alone: it can be asked while rows are being made. */
export const personReference = defineView({
  name: 'person/reference',
  input: z.strictObject({ personId: personIdSchema, ...paging }),
  query: ({ personId }) => sql`
    SELECT person_id, reference, name FROM private.person_index WHERE person_id = ${personId}`,
  order: () => [{ column: 'person_id', direction: 'ascending' }],
  row: (row) => ({ reference: textOrNullIn(row, 'reference'), name: textOrNullIn(row, 'name') }),
});
