/** Long enough to tell people apart by; a sentence around it still fits into two lines. **Units:** letters. */
const LONGEST = 48;

const letters = new Intl.Segmenter(undefined, { granularity: 'grapheme' });

/** A name as it stands in the middle of a sentence: the end of a very long one gives way. */
export const shortName = (name: string): string => {
  // Letters of more than one unit are rare: most names need not be taken apart.
  if (name.length <= LONGEST) return name;
  const parts = Array.from(letters.segment(name), ({ segment }) => segment);
  if (parts.length <= LONGEST) return name;
  return `${parts
    .slice(0, LONGEST - 1)
    .join('')
    .trimEnd()}\u2026`;
};
