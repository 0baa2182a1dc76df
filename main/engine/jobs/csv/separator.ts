import { separators, type Separator } from '../../../../shared/imports/reading.ts';

/** A separator, and whether the header has no other one. */
export interface FoundSeparator {
  readonly separator: Separator;
  readonly isSure: boolean;
}

/**
 * Tells the separator from the header: the candidate that stands there most often outside quotes.
 * A header of one column has none, and then any will do.
 */
export const detectSeparator = (header: string): FoundSeparator => {
  const outsideQuotes = header.replaceAll(/"[^"]*("|$)/gu, '');
  const count = (separator: Separator): number => outsideQuotes.split(separator).length - 1;
  const separator = separators.reduce((best, candidate) =>
    count(candidate) > count(best) ? candidate : best,
  );
  return { separator, isSure: separators.filter((each) => count(each) > 0).length === 1 };
};
