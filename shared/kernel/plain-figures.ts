/** ASCII as the input methods of East Asia write it, each character as wide as an ideograph. */
const wide = /[\uFF01-\uFF5E]/gu;
const WIDER_BY = 0xfee0;

/** What a paste brings along and nobody sees: zero-width spaces, marks of direction, joiners. */
const unseen = /[\u200B-\u200F\u202A-\u202E\u2060-\u2069\uFEFF]/gu;

/**
 * What was typed or pasted where figures are meant, in ASCII and without what is around it: `１２３，０００`
 * is `123,000`. Only what is the same character in another width is changed, so not by NFKC, for which
 * `10²` were `102`.
 */
export const plainFigures = (text: string): string =>
  text
    .replaceAll(wide, (character) => String.fromCharCode(character.charCodeAt(0) - WIDER_BY))
    .replaceAll(unseen, '')
    .trim();
