import { z } from 'zod';
import { defineEvent, type EventOf } from '../../kernel/event.ts';
import { eventIdSchema, personIdSchema } from '../../kernel/ids.ts';
import { localDateSchema } from '../../kernel/local-date.ts';
import { nonNegativeMoneySchema, positiveMoneySchema } from '../../kernel/money.ts';
import { lineOfText, linesOfText, optionalText, requiredText } from '../../kernel/written-text.ts';

/** What was bought or paid for. */
export const memoSchema = optionalText(linesOfText(1000));
/** Why somebody did what is out of the ordinary, where they say so. */
export const optionalReasonSchema = optionalText(lineOfText(1000));
export const reasonSchema = requiredText(lineOfText(1000));

const nothing = z.strictObject({});

export const creditAccountEvents = {
  'credit-account.opened': defineEvent({
    schema: 2,
    data: z.strictObject({ personId: personIdSchema, limit: nonNegativeMoneySchema }),
  }),
  'credit-account.limit-changed': defineEvent({
    schema: 1,
    data: z.strictObject({ limit: nonNegativeMoneySchema }),
    personal: { retention: 'statutory', fields: z.strictObject({ reason: reasonSchema }) },
  }),
  'credit-account.charged': defineEvent({
    schema: 1,
    data: z.strictObject({
      amount: positiveMoneySchema,
      occurredOn: localDateSchema,
      /** Somebody allowed it to pass the limit. */
      approved: z.boolean(),
    }),
    personal: {
      retention: 'statutory',
      fields: z.strictObject({ memo: memoSchema, approvalReason: optionalReasonSchema }),
    },
  }),
  'credit-account.paid': defineEvent({
    schema: 1,
    data: z.strictObject({ amount: positiveMoneySchema, occurredOn: localDateSchema }),
    personal: { retention: 'statutory', fields: z.strictObject({ memo: memoSchema }) },
  }),
  'credit-account.entry-reversed': defineEvent({
    schema: 1,
    data: z.strictObject({
      entryId: eventIdSchema,
      /** What the entry was, and how much: so that the reversal can be read by itself. */
      reversed: z.enum(['charge', 'payment']),
      amount: positiveMoneySchema,
      occurredOn: localDateSchema,
    }),
    personal: { retention: 'statutory', fields: z.strictObject({ reason: reasonSchema }) },
  }),
  'credit-account.closed': defineEvent({ schema: 1, data: nothing }),
  'credit-account.reopened': defineEvent({ schema: 1, data: nothing }),
};

export type CreditAccountEvent = EventOf<typeof creditAccountEvents>;
