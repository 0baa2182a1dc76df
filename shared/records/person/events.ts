import { z } from 'zod';
import { defineEvent, type EventOf } from '../../kernel/event.ts';
import { lineOfText, optionalText } from '../../kernel/written-text.ts';
import { detailChangesSchema, detailNames, personDetailsSchema } from './details.ts';

/** Why a person asks, or has a right, to be erased. **Source:** GDPR, Art. 17(1)(a) to (e). */
export const erasureGroundSchema = z.enum([
  'no-longer-necessary',
  'consent-withdrawn',
  'objection',
  'unlawful-processing',
  'legal-obligation',
  'request',
  /** In words of the user's own, which are not kept: free text may not stand in the clear. */
  'other',
]);
export type ErasureGround = z.infer<typeof erasureGroundSchema>;

export const retentionClassSchema = z.enum(['profile', 'statutory']);

const nothing = z.strictObject({});

export const personEvents = {
  'person.registered': defineEvent({
    schema: 2,
    data: nothing,
    personal: { retention: 'profile', fields: personDetailsSchema },
  }),
  'person.details-corrected': defineEvent({
    schema: 1,
    /** Names of fields say nothing about the person; their values are sealed. */
    data: z.strictObject({ fields: z.array(z.enum(detailNames)).min(1) }),
    personal: {
      retention: 'profile',
      fields: z.strictObject({
        changes: detailChangesSchema,
        reason: optionalText(lineOfText(1000)),
      }),
    },
  }),
  'person.archived': defineEvent({ schema: 1, data: nothing }),
  'person.restored': defineEvent({ schema: 1, data: nothing }),
  'person.erased': defineEvent({
    schema: 1,
    data: z.strictObject({
      ground: erasureGroundSchema,
      classes: z.array(retentionClassSchema).min(1),
    }),
    erasesSubject: true,
  }),
};

export type PersonEvent = EventOf<typeof personEvents>;
