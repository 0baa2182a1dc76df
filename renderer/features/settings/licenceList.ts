/** The licence of one package. */
export interface Licence {
  /** `react - 19.3.1 (MIT)` */
  readonly name: string;
  readonly text: string;
}

/** Reads the file that the build writes: a heading of the second level for each package. */
export const readLicences = (file: string): readonly Licence[] =>
  file
    .split(/^## /mu)
    .slice(1)
    .map((part) => {
      const [name = '', ...lines] = part.split('\n');
      return { name: name.trim(), text: lines.join('\n').trim() };
    });

/** Those whose name has all the words. */
export const findLicences = (licences: readonly Licence[], words: string): readonly Licence[] => {
  const wanted = words.toLowerCase().split(/\s+/u);
  return licences.filter(({ name }) => wanted.every((word) => name.toLowerCase().includes(word)));
};
