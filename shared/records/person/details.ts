import { z } from 'zod';
import { localDateSchema } from '../../kernel/local-date.ts';
import { lineOfText, linesOfText, optionalText, requiredText } from '../../kernel/written-text.ts';

/**
 * Invisible to a reader, whatever Unicode calls them: marks of direction, fillers, the empty Braille cell,
 * the place of a missing object, and the head of no note.
 */
const blank = /[\p{Default_Ignorable_Code_Point}\u2800\uFFFC\u{1D159}]/gu;
const visible = /[\p{L}\p{N}\p{So}\p{Extended_Pictographic}]/u;

/**
 * A name has at least one letter, digit, or picture: marks and white space alone cannot be read or called.
 *
 * **Source:** decision 8.
 */
const isName = (text: string): boolean => visible.test(text.replace(blank, ''));

/** **Errors:** `NameEmpty` as the message. */
const name = lineOfText(500).refine(isName, 'NameEmpty');
const reference = lineOfText(100);
const phones = z.array(requiredText(lineOfText(50))).max(20, 'TooManyPhones');
const email = lineOfText(320).refine(
  (text) => text === '' || /^[^\s@]+@[^\s@]+$/u.test(text),
  'EmailInvalid',
);
const address = linesOfText(1000);
const note = linesOfText(10_000);

/** What is known of a person. All of it is personal. */
export const personDetailsSchema = z.strictObject({
  name,
  reference: optionalText(reference),
  phones: phones.optional(),
  email: optionalText(email),
  address: optionalText(address),
  birthDate: localDateSchema.optional(),
  note: optionalText(note),
});

export type PersonDetails = z.infer<typeof personDetailsSchema>;

/** A correction of a text that may be taken away: null removes it, and so does an emptied field. */
const correctedText = (schema: ReturnType<typeof lineOfText>) =>
  schema
    .transform((text) => (text === '' ? null : text))
    .nullable()
    .optional();

/** Corrections of details: what is left out stays, null removes. */
export const detailChangesSchema = z.strictObject({
  name: name.optional(),
  reference: correctedText(reference),
  phones: phones.nullable().optional(),
  email: correctedText(email),
  address: correctedText(address),
  birthDate: localDateSchema.nullable().optional(),
  note: correctedText(note),
});

export type DetailChanges = z.infer<typeof detailChangesSchema>;

export const detailNames = [
  'name',
  'reference',
  'phones',
  'email',
  'address',
  'birthDate',
  'note',
] as const satisfies readonly (keyof PersonDetails)[];

export type DetailName = (typeof detailNames)[number];

/** The names of the details that a correction speaks of. */
export const changedDetails = (changes: DetailChanges): readonly DetailName[] =>
  detailNames.filter((name) => changes[name] !== undefined);

/** The details after a correction. */
export const correctDetails = (details: PersonDetails, changes: DetailChanges): PersonDetails => {
  const corrected = detailNames
    .map((name) => [name, changes[name] === undefined ? details[name] : changes[name]] as const)
    .filter(([, value]) => value !== null && value !== undefined);
  return { ...Object.fromEntries(corrected), name: changes.name ?? details.name };
};
