import { defineCommand, type DecisionContext } from '../../kernel/command.ts';
import { onlyEvent } from '../../kernel/only-event.ts';
import { err, ok, type Result } from '../../kernel/result.ts';
import type { PersonEvent } from './events.ts';
import { presentPerson, type Person, type PersonErased, type PersonNotFound } from './state.ts';
import {
  statusChangedSince,
  statusChangeSchema,
  type StatusChange,
  type StatusChangedSince,
} from './status-change.ts';

export interface AlreadyArchived {
  readonly type: 'AlreadyArchived';
}

/** Puts a person aside: lists leave them out, their accounts go on. */
export const archive = defineCommand({
  name: 'person/archive',
  input: statusChangeSchema,
  streamId: ({ personId }) => personId,
  writes: ['person.archived'],
  decide: (
    { personId, undoes }: StatusChange,
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
