import { z } from 'zod';
import { eventIdSchema, personIdSchema, type EventId } from '../../kernel/ids.ts';
import type { Person } from './state.ts';

/** What archives a person, or brings them back. */
export const statusChangeSchema = z.strictObject({
  personId: personIdSchema,
  /** The change that this takes back: refused where it is no longer what the person's status is from. */
  undoes: eventIdSchema.optional(),
});
export type StatusChange = z.infer<typeof statusChangeSchema>;

/** What was to be taken back is no longer how it stands: somebody has archived or restored them since. */
export interface StatusChangedSince {
  readonly type: 'StatusChangedSince';
}

/** The refusal to take back what is no longer how the person stands; null where it is, or nothing is taken back. */
export const statusChangedSince = (
  { statusFrom }: Person,
  undoes: EventId | undefined,
): StatusChangedSince | null =>
  undoes === undefined || undoes === statusFrom ? null : { type: 'StatusChangedSince' };
