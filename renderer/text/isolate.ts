const turning = /[\u0590-\u08ff\u200f\u202a-\u202e\u2066-\u2069\ufb1d-\ufdff\ufe70-\ufeff]/u;
const OPENING = /[\u202a\u202b\u202d\u202e]/gu;
const OPENING_ISOLATE = /[\u2066-\u2068]/gu;
const FIRST_STRONG_ISOLATE = '\u2068';
const POP = '\u202c';
const POP_ISOLATE = '\u2069';

/**
 * Keeps the direction of what somebody typed to itself: a name that is written from right to left, or
 * that holds marks which turn the text around, must not turn the sentence it stands in.
 *
 * **Source:** Unicode Standard Annex 9, section 6.
 */
export const isolate = (text: string): string => {
  if (!turning.test(text)) return text;
  // What it opens and does not close would go on behind it.
  const closing =
    POP.repeat((text.match(OPENING) ?? []).length) +
    POP_ISOLATE.repeat((text.match(OPENING_ISOLATE) ?? []).length);
  return FIRST_STRONG_ISOLATE + text + closing + POP_ISOLATE;
};
