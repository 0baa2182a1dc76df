import { z } from 'zod';
import { accountIdSchema, eventIdSchema, personIdSchema } from '../kernel/ids.ts';
import type { ImportContext, SameAs, WrittenEvent } from '../kernel/import.ts';

/** Of a row of `credit-account/entry` what an import needs. */
const rowSchema = z.object({
  accountId: accountIdSchema,
  personId: personIdSchema,
  kind: z.enum(['charge', 'payment', 'reversal']),
  amount: z.object({ minor: z.number() }),
  occurredOn: z.string(),
  memo: z.string().nullable(),
});

/** An entry of this daybook. */
export type KnownEntry = z.infer<typeof rowSchema>;

const entryOf = (
  { eventId: entryId, recordId }: WrittenEvent,
  { ask }: ImportContext,
): KnownEntry | null => {
  const accountId = accountIdSchema.safeParse(recordId);
  if (!accountId.success) return null;
  const [row] = ask('credit-account/entry', { accountId: accountId.data, entryId }).rows;
  return row === undefined ? null : rowSchema.parse(row);
};

/** The entry that a row names by its own id, as the rows of an export do, whosever it is; or null. */
export const findEntryById = (text: string, context: ImportContext): KnownEntry | null => {
  const entryId = eventIdSchema.safeParse(text);
  const event = entryId.success ? context.eventById(entryId.data) : null;
  return event && entryOf(event, context);
};

/** The entry that a command of this name has made in an earlier import for the same row; or null. */
export const findImportedEntry = (
  command: string,
  sameAs: SameAs,
  context: ImportContext,
): KnownEntry | null => {
  const event = context.eventOf(command, sameAs);
  return event && entryOf(event, context);
};
