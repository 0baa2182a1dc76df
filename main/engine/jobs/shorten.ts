const MOST = 120;

/** As much of a text of a file as is worth showing, and not through the middle of a character. */
export const shorten = (text: string): string =>
  text.length <= MOST ? text : `${text.slice(0, MOST).replace(/[\uD800-\uDBFF]$/u, '')}…`;
