import { z } from 'zod';
import { defineCommand, type DecisionContext } from '../../kernel/command.ts';
import { personIdSchema } from '../../kernel/ids.ts';
import { personalPart } from '../../kernel/personal-part.ts';
import { err, ok, type Result } from '../../kernel/result.ts';
import { lineOfText, optionalText } from '../../kernel/written-text.ts';
import { birthDateOutOfRange, type BirthDateOutOfRange } from './birth-days.ts';
import { changedDetails, detailChangesSchema } from './details.ts';
import type { PersonEvent } from './events.ts';
import { presentPerson, type Person, type PersonErased, type PersonNotFound } from './state.ts';

const inputSchema = z.strictObject({
  personId: personIdSchema,
  changes: detailChangesSchema,
  reason: optionalText(lineOfText(1000)),
});
export type CorrectDetails = z.infer<typeof inputSchema>;

export interface ChangesEmpty {
  readonly type: 'ChangesEmpty';
}

/**
 * Corrects details of a person; the old ones stay in the history.
 *
 * **Source:** GDPR, Art. 16 (rectification).
 */
export const correctDetails = defineCommand({
  name: 'person/correct-details',
  input: inputSchema,
  streamId: ({ personId }) => personId,
  writes: ['person.details-corrected'],
  decide: (
    { personId, changes, reason }: CorrectDetails,
    person: Person,
    context: DecisionContext,
  ): Result<
    readonly PersonEvent[],
    PersonNotFound | PersonErased | ChangesEmpty | BirthDateOutOfRange
  > => {
    const present = presentPerson(person, personId);
    if (!present.ok) return present;
    const fields = [...changedDetails(changes)];
    if (fields.length === 0) return err({ type: 'ChangesEmpty' });
    const refusal = birthDateOutOfRange(changes.birthDate, () => context.today);
    if (refusal) return err(refusal);
    return ok([
      { type: 'person.details-corrected', data: { fields }, ...personalPart({ changes, reason }) },
    ]);
  },
  output: () => ({}),
});
