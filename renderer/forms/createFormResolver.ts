import type { FieldErrors, FieldValues, Resolver } from 'react-hook-form';
import type { z } from 'zod';
import { err, ok, type Result } from '../../shared/kernel/result.ts';

/** What is wrong with a field: a code that `fieldSentence` words, and what it needs to know. */
export interface FieldProblem<Field extends string = string> {
  readonly field: Field;
  readonly code: string;
}

/** Turns what stands in the fields into the input of a command, as far as that needs reading. */
export type ReadFields<Values extends FieldValues> = (
  values: Values,
) => Result<unknown, readonly FieldProblem<keyof Values & string>[]>;

/** The first step of an issue's path that is a field: `details.phones.1` belongs to `phones`. */
const fieldOf = (path: readonly PropertyKey[], fields: readonly string[]): string =>
  path.map(String).find((step) => fields.includes(step)) ?? fields[0] ?? '';

/** Reads the fields and checks them with the command's own schema. */
export const checkFields = <Values extends FieldValues, Input>(
  values: Values,
  read: ReadFields<Values>,
  schema: z.ZodType<Input, unknown>,
): Result<Input, readonly FieldProblem<keyof Values & string>[]> => {
  const raw = read(values);
  if (!raw.ok) return raw;
  const parsed = schema.safeParse(raw.value);
  if (parsed.success) return ok(parsed.data);
  const fields = Object.keys(values);
  return err(
    parsed.error.issues.map(({ path, message }) => ({
      // One of the fields, or the first of them: the steps of a path are any text to the compiler.
      field: fieldOf(path, fields) as keyof Values & string,
      code: message,
    })),
  );
};

/** A resolver that hands the form's submit handler the checked input of the command. */
export const createFormResolver =
  <Values extends FieldValues, Input extends FieldValues>(
    read: ReadFields<Values>,
    schema: z.ZodType<Input, unknown>,
  ): Resolver<Values, unknown, Input> =>
  (values) => {
    const checked = checkFields(values, read, schema);
    if (checked.ok) return { values: checked.value, errors: {} };
    const errors: Record<string, { type: string; message: string }> = {};
    for (const { field, code } of checked.error) errors[field] ??= { type: code, message: code };
    return { values: {}, errors: errors as FieldErrors<Values> };
  };
