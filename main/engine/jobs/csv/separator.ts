import type { Separator } from './RowReader.ts';

const candidates: readonly Separator[] = [',', ';', '\t'];

/**
 * Tells the separator from the header: the candidate that stands there most often outside quotes.
 * A header of one column has none, and then any will do.
 */
export const detectSeparator = (header: string): Separator => {
  const outsideQuotes = header.replaceAll(/"[^"]*("|$)/gu, '');
  const count = (separator: Separator): number => outsideQuotes.split(separator).length - 1;
  return candidates.reduce((best, candidate) =>
    count(candidate) > count(best) ? candidate : best,
  );
};
