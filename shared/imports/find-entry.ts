import { z } from 'zod';
import type { Ask } from '../kernel/command.ts';
import { accountIdSchema, eventIdSchema, type PersonId } from '../kernel/ids.ts';

/** Of a row of `person/entry` what an import needs. */
const rowSchema = z.object({
  accountId: accountIdSchema,
  kind: z.enum(['charge', 'payment', 'reversal']),
  amount: z.object({ minor: z.number() }),
  occurredOn: z.string(),
  memo: z.string().nullable(),
});

export type KnownEntry = z.infer<typeof rowSchema>;

/**
 * The entry of this person that a row names by its own id, as the rows of an export do; null where the
 * text is no id, or that of an entry which is not in this daybook.
 */
export const findEntry = (personId: PersonId, text: string, ask: Ask): KnownEntry | null => {
  const entryId = eventIdSchema.safeParse(text);
  if (!entryId.success) return null;
  const [row] = ask('person/entry', { personId, entryId: entryId.data }).rows;
  return row === undefined ? null : rowSchema.parse(row);
};
