import type { ImportReport } from '../../../shared/protocol/importing.ts';

type Name = 'added' | 'overLimit' | 'read' | 'refused' | 'repeated' | 'toAdd' | 'unchanged';

/** A figure of a report with its name, as it stands below the others. */
export interface ReportLine {
  readonly name: Name;
  readonly count: number;
  /** It is a part of the line above it, or all lines together. */
  readonly role?: 'part' | 'total';
}

/**
 * What became of the rows: every row is in one line, and the lines add up to the rows that were read. Rows
 * that differ from what is here are in no line of their own, since one that adds an account may, too.
 */
export const reportLines = (
  { read, added, unchanged, counts, overLimit = 0 }: ImportReport,
  isTrial: boolean,
): readonly ReportLine[] => [
  { name: isTrial ? 'toAdd' : 'added', count: added },
  ...(overLimit === 0 ? [] : [{ name: 'overLimit', count: overLimit, role: 'part' } as const]),
  // A row that only the file has twice was not there before the file was.
  { name: 'unchanged', count: unchanged - counts.repeated },
  ...(counts.repeated === 0 ? [] : [{ name: 'repeated', count: counts.repeated } as const]),
  { name: 'refused', count: counts.refused },
  { name: 'read', count: read, role: 'total' },
];
