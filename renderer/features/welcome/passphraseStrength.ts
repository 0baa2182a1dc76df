export type Strength = 'tooShort' | 'weak' | 'fair' | 'strong';

/** Shorter ones are refused. **Units:** characters as a reader counts them. */
export const SHORTEST_PASSPHRASE = 8;

const FAIR_BITS = 55;
const STRONG_BITS = 90;

/** Kinds of characters, and how many of each somebody who guesses would have to try. */
const kinds: readonly { readonly pattern: RegExp; readonly size: number }[] = [
  { pattern: /\p{Ll}/u, size: 26 },
  { pattern: /\p{Lu}/u, size: 26 },
  { pattern: /\p{Nd}/u, size: 10 },
  { pattern: /[가-힣]/u, size: 1000 },
  { pattern: /[^\p{L}\p{Nd}]/u, size: 20 },
];

/** Characters that say something new: not the third of the same, nor one more step of `abcd` or `4321`. */
const telling = (characters: readonly string[]): number =>
  characters.filter((character, index) => {
    const code = character.codePointAt(0) ?? 0;
    const last = characters[index - 1]?.codePointAt(0);
    const beforeLast = characters[index - 2]?.codePointAt(0);
    if (last === undefined || beforeLast === undefined) return true;
    const step = code - last;
    return Math.abs(step) > 1 || step !== last - beforeLast;
  }).length;

/**
 * A hint, not a proof: how long guessing would take if the characters were chosen freely. Words are
 * easier to guess than letters, which the bars allow for.
 */
export const passphraseStrength = (passphrase: string): Strength => {
  const characters = Array.from(passphrase.normalize('NFC'));
  if (characters.length < SHORTEST_PASSPHRASE) return 'tooShort';
  const alphabet = kinds.reduce(
    (sum, { pattern, size }) => sum + (pattern.test(passphrase) ? size : 0),
    0,
  );
  const bits =
    Math.min(telling(characters), 3 * new Set(characters).size) * Math.log2(Math.max(alphabet, 2));
  if (bits < FAIR_BITS) return 'weak';
  return bits < STRONG_BITS ? 'fair' : 'strong';
};
