import { z } from 'zod';
import { defineCommand, type Ask, type DecisionContext } from '../../kernel/command.ts';
import { retentionClasses, type ClearEvent } from '../../kernel/event.ts';
import { personIdSchema, type EventId, type PersonId } from '../../kernel/ids.ts';
import { onlyEvent } from '../../kernel/only-event.ts';
import { err, ok, type Result } from '../../kernel/result.ts';
import { lineOfText, requiredText } from '../../kernel/written-text.ts';
import {
  erasureGroundSchema,
  retentionClassSchema,
  type ErasureGround,
  type PersonEvent,
} from './events.ts';
import type { Person, PersonErased, PersonNotFound } from './state.ts';

/** One of the known grounds, or any words; those are recorded as `other`, since nothing could seal them. */
const groundSchema = requiredText(lineOfText(200)).transform(
  (text): ErasureGround => erasureGroundSchema.safeParse(text).data ?? 'other',
);

const inputSchema = z.strictObject({
  personId: personIdSchema,
  ground: groundSchema,
  /** The person's reference or id, typed again by the user; of somebody without a reference, the name. */
  confirm: lineOfText(500),
  /** All of them unless said otherwise. */
  classes: z.array(retentionClassSchema).min(1).optional(),
});
export type Erase = z.infer<typeof inputSchema>;

/** What was typed to confirm is neither the person's reference nor their id, nor the name where there is no reference. */
export interface ConfirmationDiffers {
  readonly type: 'ConfirmationDiffers';
}

/** What an erasure did on this device, in terms that the reader words. */
export interface ErasureReceipt {
  readonly personId: PersonId;
  /** **Units:** milliseconds since 1970 UTC. */
  readonly erasedAt: number;
  readonly ground: ErasureGround;
  readonly classes: readonly ('profile' | 'statutory')[];
  readonly eventId: EventId;
  /** Can be read by nobody any more. */
  readonly destroyed: readonly ('details' | 'entryTexts')[];
  /** Stays readable. */
  readonly remains: readonly ('details' | 'entryTexts' | 'ids' | 'amounts' | 'dates')[];
}

interface Facts {
  readonly reference: string | null;
  readonly name: string | null;
}

const factsSchema = z.object({ reference: z.string().nullable(), name: z.string().nullable() });

const isTheId = ({ confirm, personId }: Erase): boolean => confirm.toLowerCase() === personId;

/** What the key of each class opens. */
const textsOf = { profile: 'details', statutory: 'entryTexts' } as const;

const receiptOf = (event: ClearEvent<PersonEvent>): ErasureReceipt => {
  if (event.type !== 'person.erased') throw new Error(`${event.type} is no erasure`);
  const { classes, ground } = event.data;
  return {
    personId: event.streamId as PersonId,
    erasedAt: event.recordedAt,
    ground,
    classes,
    eventId: event.id,
    destroyed: classes.map((name) => textsOf[name]),
    remains: [
      ...retentionClasses.filter((name) => !classes.includes(name)).map((name) => textsOf[name]),
      'ids',
      'amounts',
      'dates',
    ],
  };
};

/**
 * Erases a person: their keys are destroyed, the sums stay. A class that an earlier erasure left
 * can be erased later, when the law's time is over.
 *
 * **Source:** GDPR, Art. 17.
 */
export const erase = defineCommand({
  name: 'person/erase',
  input: inputSchema,
  streamId: ({ personId }) => personId,
  writes: ['person.erased'],
  consult: (input: Erase) =>
    isTheId(input)
      ? null
      : (ask: Ask): Facts => {
          const [row] = ask('person/reference', { personId: input.personId }).rows;
          return row === undefined ? { reference: null, name: null } : factsSchema.parse(row);
        },
  decide: (
    input: Erase,
    person: Person,
    { facts }: DecisionContext<Facts | undefined>,
  ): Result<readonly PersonEvent[], PersonNotFound | PersonErased | ConfirmationDiffers> => {
    const { personId, ground, confirm, classes } = input;
    if (person.status === 'new') return err({ type: 'PersonNotFound', personId });
    const ending = retentionClasses.filter(
      (name) =>
        (classes ?? retentionClasses).includes(name) && !person.erasedClasses.includes(name),
    );
    if (ending.length === 0) return err({ type: 'PersonErased', personId });
    const named = facts?.reference ?? facts?.name ?? null;
    const typedAgain = isTheId(input) || (confirm !== '' && confirm === named);
    if (!typedAgain) return err({ type: 'ConfirmationDiffers' });
    return ok([{ type: 'person.erased', data: { ground, classes: ending } }]);
  },
  output: (events) => ({ receipt: receiptOf(onlyEvent(events)) }),
});
