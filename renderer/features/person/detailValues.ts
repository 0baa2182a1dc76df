import { err, ok, type Result } from '../../../shared/kernel/result.ts';
import type { LocalDate } from '../../../shared/kernel/local-date.ts';
import type { PersonDetails } from '../../../shared/records/person/details.ts';
import { birthDateOutOfRange } from '../../../shared/records/person/birth-days.ts';
import type { FieldProblem } from '../../forms/createFormResolver.ts';
import { parseDayText } from '../../text/when.ts';
import { readDay, readPhones, readOptional } from '../../forms/readFields.ts';

/** Details of a person as they stand in the fields of a form. */
export interface DetailValues {
  readonly name: string;
  readonly reference: string;
  /** One a line. */
  readonly phones: string;
  readonly email: string;
  readonly address: string;
  readonly birthDate: string;
  readonly note: string;
}

export const emptyDetails: DetailValues = {
  name: '',
  reference: '',
  phones: '',
  email: '',
  address: '',
  birthDate: '',
  note: '',
};

/** What the fields show for details that are there. */
export const showDetails = (details: PersonDetails): DetailValues => ({
  name: details.name,
  reference: details.reference ?? '',
  phones: (details.phones ?? []).join('\n'),
  email: details.email ?? '',
  address: details.address ?? '',
  birthDate: details.birthDate ?? '',
  note: details.note ?? '',
});

/** Whether nobody can have been born then. What is no day at all is left to the schema to refuse. */
const birthDateProblems = (
  text: string,
  today: LocalDate,
): readonly FieldProblem<keyof DetailValues>[] => {
  const refusal = birthDateOutOfRange(parseDayText(text, today), () => today);
  return refusal === null ? [] : [{ field: 'birthDate', code: refusal.type }];
};

/** The details of a new person; what was left empty is left out. */
export const readDetails = (
  values: DetailValues,
  today: LocalDate,
): Result<{ details: object }, readonly FieldProblem<keyof DetailValues>[]> => {
  const problems = birthDateProblems(values.birthDate, today);
  if (problems.length > 0) return err(problems);
  const phones = readPhones(values.phones);
  return ok({
    details: {
      name: values.name,
      ...readOptional('reference', values.reference),
      ...(phones.length === 0 ? {} : { phones }),
      ...readOptional('email', values.email),
      ...readOptional('address', values.address),
      ...readOptional('birthDate', readDay(values.birthDate, today)),
      ...readOptional('note', values.note),
    },
  });
};

const fields = Object.keys(emptyDetails) as readonly (keyof DetailValues)[];

const correction = (field: keyof DetailValues, text: string, today: LocalDate): unknown => {
  if (field === 'phones') {
    const phones = readPhones(text);
    return phones.length === 0 ? null : phones;
  }
  // A name cannot be taken away; an empty one is left to the schema to refuse.
  if (text.trim() === '' && field !== 'name') return null;
  return field === 'birthDate' ? readDay(text, today) : text;
};

const differs = (field: keyof DetailValues, one: DetailValues, other: DetailValues): boolean =>
  one[field].trim() !== other[field].trim();

/** The fields in which somebody else has written something new since it was seen, and the user too. */
export const changedMeanwhile = (
  seen: DetailValues,
  now: DetailValues,
  values: DetailValues,
): readonly (keyof DetailValues)[] =>
  fields.filter(
    (field) =>
      differs(field, values, seen) && differs(field, now, seen) && differs(field, now, values),
  );

/** What a correction changes: only the fields that differ from what was seen; an emptied one is removed. */
export const readChanges = (
  seen: DetailValues,
  values: DetailValues,
  today: LocalDate,
): Result<Readonly<Record<string, unknown>>, readonly FieldProblem<keyof DetailValues>[]> => {
  const changed = fields.filter((field) => differs(field, values, seen));
  const problems = changed.includes('birthDate') ? birthDateProblems(values.birthDate, today) : [];
  if (problems.length > 0) return err(problems);
  return ok(
    Object.fromEntries(changed.map((field) => [field, correction(field, values[field], today)])),
  );
};
