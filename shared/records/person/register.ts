import { z } from 'zod';
import { defineCommand } from '../../kernel/command.ts';
import type { DecisionContext } from '../../kernel/command.ts';
import { personIdSchema, type PersonId } from '../../kernel/ids.ts';
import { onlyEvent } from '../../kernel/only-event.ts';
import { personalPart } from '../../kernel/personal-part.ts';
import { err, ok, type Result } from '../../kernel/result.ts';
import { birthDateOutOfRange, type BirthDateOutOfRange } from './birth-days.ts';
import { personDetailsSchema } from './details.ts';
import type { PersonEvent } from './events.ts';
import type { Person, PersonErased } from './state.ts';

const inputSchema = z.strictObject({
  personId: personIdSchema.optional(),
  details: personDetailsSchema,
});
export type Register = z.infer<typeof inputSchema>;

/** The id that the caller chose belongs to a person already. */
export interface PersonAlreadyRegistered {
  readonly type: 'PersonAlreadyRegistered';
  readonly personId: PersonId;
}

/** Takes a person into the book. */
export const register = defineCommand({
  name: 'person/register',
  input: inputSchema,
  streamId: ({ personId }, newId) => personId ?? newId(),
  writes: ['person.registered'],
  decide: (
    { details }: Register,
    person: Person,
    context: DecisionContext,
  ): Result<
    readonly PersonEvent[],
    PersonAlreadyRegistered | PersonErased | BirthDateOutOfRange
  > => {
    const personId = context.streamId as PersonId;
    if (person.erased) return err({ type: 'PersonErased', personId });
    if (person.status !== 'new') return err({ type: 'PersonAlreadyRegistered', personId });
    const refusal = birthDateOutOfRange(details.birthDate, () => context.today);
    if (refusal) return err(refusal);
    return ok([{ type: 'person.registered', data: {}, ...personalPart(details) }]);
  },
  output: (events) => ({ personId: onlyEvent(events).streamId as PersonId }),
});
