import { z } from 'zod';
import { defineCommand, type DecisionContext } from '../../kernel/command.ts';
import { personIdSchema } from '../../kernel/ids.ts';
import { err, ok, type Result } from '../../kernel/result.ts';
import type { PersonEvent } from './events.ts';
import { presentPerson, type Person, type PersonErased, type PersonNotFound } from './state.ts';

const inputSchema = z.strictObject({ personId: personIdSchema });
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
    { personId }: Restore,
    person: Person,
    _context: DecisionContext,
  ): Result<readonly PersonEvent[], PersonNotFound | PersonErased | NotArchived> => {
    const present = presentPerson(person, personId);
    if (!present.ok) return present;
    if (person.status !== 'archived') return err({ type: 'NotArchived' });
    return ok([{ type: 'person.restored', data: {} }]);
  },
  output: () => ({}),
});
