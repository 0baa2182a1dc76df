import { z } from 'zod';
import { accountIdSchema, eventIdSchema } from '../kernel/ids.ts';
import { sql } from '../kernel/sql.ts';
import { defineView } from '../kernel/view.ts';
import { numberIn, textIn, textOrNullIn } from './columns.ts';
import { paging } from './paging.ts';

/** Where an entry stands in the statement of its account, and which one it takes back or is taken back by. */
export const creditAccountEntryPlace = defineView({
  name: 'credit-account/entry-place',
  input: z.strictObject({ accountId: accountIdSchema, entryId: eventIdSchema, ...paging }),
  query: ({ accountId, entryId }) => sql`
    SELECT entry.entry_id, entry.ordinal,
      (SELECT count(*) FROM credit_account_entry AS before
        WHERE before.account_id = entry.account_id AND before.ordinal < entry.ordinal) AS place,
      ifnull(entry.reverses, (SELECT later.entry_id FROM credit_account_entry AS later
        WHERE later.account_id = entry.account_id AND later.reverses = entry.entry_id))
        AS counterpart
    FROM credit_account_entry AS entry
    WHERE entry.account_id = ${accountId} AND entry.entry_id = ${entryId}`,
  order: () => [{ column: 'entry_id', direction: 'ascending' }],
  row: (row) => ({
    entryId: textIn(row, 'entry_id'),
    ordinal: numberIn(row, 'ordinal'),
    /** How many entries stand before it. */
    index: numberIn(row, 'place'),
    /** The entry that it takes back, or the one that takes it back. */
    counterpart: textOrNullIn(row, 'counterpart'),
  }),
});
