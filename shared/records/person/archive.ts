import { z } from 'zod';
import { defineCommand, type DecisionContext } from '../../kernel/command.ts';
import { eventIdSchema, personIdSchema } from '../../kernel/ids.ts';
import { onlyEvent } from '../../kernel/only-event.ts';
import { err, ok, type Result } from '../../kernel/result.ts';
import type { PersonEvent } from './events.ts';
import {
  presentPerson,
  statusChangedSince,
  type Person,
  type PersonErased,
  type PersonNotFound,
  type StatusChangedSince,
} from './state.ts';

const inputSchema = z.strictObject({
  personId: personIdSchema,
  /** The return that this takes back: refused where it is no longer what the person's status is from. */
  undoes: eventIdSchema.optional(),
});
export type Archive = z.infer<typeof inputSchema>;

export interface AlreadyArchived {
  readonly type: 'AlreadyArchived';
}

/** Puts a person aside: lists leave them out, their accounts go on. */
export const archive = defineCommand({
  name: 'person/archive',
  input: inputSchema,
  streamId: ({ personId }) => personId,
  writes: ['person.archived'],
  decide: (
    { personId, undoes }: Archive,
    person: Person,
    _context: DecisionContext,
  ): Result<
    readonly PersonEvent[],
    PersonNotFound | PersonErased | AlreadyArchived | StatusChangedSince
  > => {
    const present = presentPerson(person, personId);
    if (!present.ok) return present;
    if (person.status === 'archived') return err({ type: 'AlreadyArchived' });
    const changed = statusChangedSince(present.value, undoes);
    if (changed) return err(changed);
    return ok([{ type: 'person.archived', data: {} }]);
  },
  output: (events) => ({ eventId: onlyEvent(events).id }),
});
