import { z } from 'zod';
import { defineCommand, type DecisionContext } from '../../kernel/command.ts';
import { personIdSchema } from '../../kernel/ids.ts';
import { err, ok, type Result } from '../../kernel/result.ts';
import type { PersonEvent } from './events.ts';
import { presentPerson, type Person, type PersonErased, type PersonNotFound } from './state.ts';

const inputSchema = z.strictObject({ personId: personIdSchema });
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
    { personId }: Archive,
    person: Person,
    _context: DecisionContext,
  ): Result<readonly PersonEvent[], PersonNotFound | PersonErased | AlreadyArchived> => {
    const present = presentPerson(person, personId);
    if (!present.ok) return present;
    if (person.status === 'archived') return err({ type: 'AlreadyArchived' });
    return ok([{ type: 'person.archived', data: {} }]);
  },
  output: () => ({}),
});
