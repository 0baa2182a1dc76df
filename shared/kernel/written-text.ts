import { z } from 'zod';

const control = /(?![\t\n\r])\p{Cc}/u;

const onOneLine = (text: string): string => text.normalize('NFC').replace(/\s+/gu, ' ').trim();

const onSeveralLines = (text: string): string =>
  text
    .normalize('NFC')
    .replace(/\r\n?|\u2028|\u2029/gu, '\n')
    .replace(/\t/gu, ' ')
    .trim();

const text = (spell: (text: string) => string, maxLength: number) =>
  z
    .string()
    // Before it is measured: what was copied with a page of nothing around it is not too long.
    .trim()
    .max(2 * maxLength, { error: 'TextTooLong', abort: true })
    .refine((text) => text.isWellFormed(), 'TextMalformed')
    .refine((text) => !control.test(text), 'TextHasControlCharacters')
    .overwrite(spell)
    .max(maxLength, 'TextTooLong');

/**
 * Text that a person typed, on one line: composed (NFC), trimmed, every run of white space one space.
 *
 * **Units:** UTF-16 code units.
 * **Errors:** `TextTooLong`, `TextHasControlCharacters`, `TextMalformed` (half of a surrogate pair,
 * which no file could hold) as the message.
 */
export const lineOfText = (maxLength: number) => text(onOneLine, maxLength);

/** Like `lineOfText`, but lines stay lines, as in an address or a note. */
export const linesOfText = (maxLength: number) => text(onSeveralLines, maxLength);

/** Text that may be left out; typing nothing into its field leaves it out too. */
export const optionalText = (schema: ReturnType<typeof text>) =>
  schema.transform((text) => (text === '' ? undefined : text)).optional();

/** Text that must be there. **Errors:** `TextEmpty` as the message. */
export const requiredText = (schema: ReturnType<typeof text>) =>
  schema.refine((text) => text !== '', 'TextEmpty');
