import type { RetentionClass } from '../../kernel/event.ts';
import type { EventId, PersonId } from '../../kernel/ids.ts';
import type { Evolve } from '../../kernel/record.ts';
import { err, ok, type Result } from '../../kernel/result.ts';
import type { PersonEvent } from './events.ts';

/** What the rules about a person look at. */
export interface Person {
  readonly status: 'new' | 'active' | 'archived';
  /** The archiving or the return that the status is from; null where there was none. */
  readonly statusFrom: EventId | null;
  /** True once the keys of any retention class have been destroyed. */
  readonly erased: boolean;
  readonly erasedClasses: readonly RetentionClass[];
}

export const unknownPerson: Person = {
  status: 'new',
  statusFrom: null,
  erased: false,
  erasedClasses: [],
};

export const evolvePerson: Evolve<Person, PersonEvent> = {
  'person.registered': (person) => ({ ...person, status: 'active' }),
  'person.details-corrected': (person) => person,
  'person.archived': (person, { id }) => ({ ...person, status: 'archived', statusFrom: id }),
  'person.restored': (person, { id }) => ({ ...person, status: 'active', statusFrom: id }),
  'person.erased': (person, { data }) => ({
    ...person,
    erased: true,
    erasedClasses: [...new Set([...person.erasedClasses, ...data.classes])],
  }),
};

export interface PersonNotFound {
  readonly type: 'PersonNotFound';
  readonly personId: PersonId;
}

export interface PersonErased {
  readonly type: 'PersonErased';
  readonly personId: PersonId;
}

/** The person if there is one and they have not been erased. */
export const presentPerson = (
  person: Person,
  personId: PersonId,
): Result<Person, PersonNotFound | PersonErased> => {
  if (person.erased) return err({ type: 'PersonErased', personId });
  if (person.status === 'new') return err({ type: 'PersonNotFound', personId });
  return ok(person);
};
