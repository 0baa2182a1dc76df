/**
 * What a spreadsheet would take for a formula and run, behind as many apostrophes as there are.
 *
 * **Source:** OWASP, CSV Injection.
 */
const formula = /^'*[=+\-@\t\r\0]/u;
const guarded = /^''*[=+\-@\t\r\0]/u;

/** Puts an apostrophe before a text that a spreadsheet would run. */
export const guardCell = (text: string): string => (formula.test(text) ? `'${text}` : text);

/** The exact inverse: a text that was not guarded has no apostrophe before such a character. */
export const unguardCell = (text: string): string => (guarded.test(text) ? text.slice(1) : text);
