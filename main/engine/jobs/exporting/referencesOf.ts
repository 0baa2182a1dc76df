import type { exchangePeople } from '../../../../shared/views/exchange-people.ts';

export type PersonRow = ReturnType<typeof exchangePeople.row>;

/** By what each person is named in the files that an import takes. */
export interface References {
  /** Asked for everybody once, in the order of the view. Null for whom no file can carry. */
  readonly add: (person: PersonRow) => string | null;
  readonly of: (personId: string) => string | null;
}

/**
 * An import knows people by their reference, and takes none without one, nor two with the same. Whoever
 * has none, or one that somebody before them has too, goes by their id.
 */
export const createReferences = (): References => {
  const byPerson = new Map<string, string>();
  const used = new Set<string>();
  return {
    add: ({ personId, details }) => {
      if (details === null) return null;
      const { reference } = details;
      const chosen = reference === undefined || used.has(reference) ? personId : reference;
      used.add(chosen);
      byPerson.set(personId, chosen);
      return chosen;
    },
    of: (personId) => byPerson.get(personId) ?? null,
  };
};
