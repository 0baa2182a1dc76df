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

/** Of a row of `person/by-reference` what an import needs. */
const rowSchema = z.object({
  personId: personIdSchema,
  details: personDetailsSchema.nullable(),
  accounts: z.array(z.object({ accountId: accountIdSchema, closed: z.boolean() })),
});

/** As a person's own reference is spelt when it is stored; what cannot be stored belongs to nobody. */
const spelling = lineOfText(100);

export type KnownPerson = z.infer<typeof rowSchema>;

/** The one person with this reference, or null. */
export const findByReference = (
  reference: string,
  ask: Ask,
): Result<KnownPerson | null, ReferenceAmbiguous> => {
  const spelt = spelling.safeParse(reference);
  if (!spelt.success || spelt.data === '') return ok(null);
  const { rows } = ask('person/by-reference', { reference: spelt.data });
  if (rows.length > 1) return err({ type: 'ReferenceAmbiguous', reference, people: rows.length });
  const [row] = rows;
  return ok(row === undefined ? null : rowSchema.parse(row));
};
