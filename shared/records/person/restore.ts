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
  /** The archiving that this takes back: refused where it is no longer what the person's status is from. */
  undoes: eventIdSchema.optional(),
});
export type Restore = z.infer<typeof inputSchema>;

export interface NotArchived {
  readonly type: 'NotArchived';
}

/** Brings an archived person back into the lists. */
export const restore = defineCommand({
  name: 'person/restore',
  input: inputSchema,
  streamId: ({ personId }) => personId,
  writes: ['person.restored'],
  decide: (
    { personId, undoes }: Restore,
    person: Person,
    _context: DecisionContext,
  ): Result<
    readonly PersonEvent[],
    PersonNotFound | PersonErased | NotArchived | StatusChangedSince
  > => {
    const present = presentPerson(person, personId);
    if (!present.ok) return present;
    if (person.status !== 'archived') return err({ type: 'NotArchived' });
    const changed = statusChangedSince(present.value, undoes);
    if (changed) return err(changed);
    return ok([{ type: 'person.restored', data: {} }]);
  },
  output: (events) => ({ eventId: onlyEvent(events).id }),
});
