import { z } from 'zod';
import type { Ask } from '../kernel/command.ts';
import { accountIdSchema, personIdSchema } from '../kernel/ids.ts';
import { err, ok, type Result } from '../kernel/result.ts';
import { lineOfText } from '../kernel/written-text.ts';
import { personDetailsSchema } from '../records/person/details.ts';

/** More than one person has the reference, and nothing says which is meant. */
export interface ReferenceAmbiguous {
  readonly type: 'ReferenceAmbiguous';
  readonly reference: string;
  readonly people: number;
}

/** The row means somebody by their id, and their personal data has been erased. */
export interface PersonErasedByReference {
  readonly type: 'PersonErased';
  readonly reference: string;
}

/** Of a row of `person/by-reference` and of `person/page` what an import needs. */
const rowSchema = z.object({
  personId: personIdSchema,
  erased: z.boolean(),
  details: personDetailsSchema.nullable(),
  accounts: z.array(
    z.object({
      accountId: accountIdSchema,
      closed: z.boolean(),
      limit: z.object({ minor: z.number() }),
    }),
  ),
});

/** As a person's own reference is spelt when it is stored; what cannot be stored belongs to nobody. */
const spelling = lineOfText(100);

export type KnownPerson = z.infer<typeof rowSchema>;

/** Why a reference does not lead to one person. */
export type ReferenceRefusal = ReferenceAmbiguous | PersonErasedByReference;

/**
 * The one person with this reference, or null. Somebody without a reference of their own goes by their
 * id, as in the files that are exported.
 */
export const findByReference = (
  reference: string,
  ask: Ask,
): Result<KnownPerson | null, ReferenceRefusal> => {
  const spelt = spelling.safeParse(reference);
  if (!spelt.success || spelt.data === '') return ok(null);
  const { rows } = ask('person/by-reference', { reference: spelt.data });
  if (rows.length > 1) return err({ type: 'ReferenceAmbiguous', reference, people: rows.length });
  const personId = personIdSchema.safeParse(spelt.data);
  const [row] =
    rows.length === 0 && personId.success
      ? ask('person/page', { personId: personId.data }).rows
      : rows;
  if (row === undefined) return ok(null);
  const person = rowSchema.parse(row);
  return person.erased ? err({ type: 'PersonErased', reference }) : ok(person);
};
