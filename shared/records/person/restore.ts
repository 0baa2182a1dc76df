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

export interface NotArchived {
  readonly type: 'NotArchived';
}

/** Brings an archived person back into the lists. */
export const restore = defineCommand({
  name: 'person/restore',
  input: statusChangeSchema,
  streamId: ({ personId }) => personId,
  writes: ['person.restored'],
  decide: (
    { personId, undoes }: StatusChange,
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
