import { rowFaults } from '../../../shared/imports/row-faults.ts';
import { refusalReason } from '../../../shared/imports/refusal-reason.ts';
import type { ImportReport } from '../../../shared/protocol/importing.ts';
import type { Refusal } from '../../../shared/protocol/refusal.ts';
import { shorten } from './shorten.ts';
import type { RefusedFile, RefusedRow } from './RefusedFile.ts';

/** What a report is made of while it grows. */
export interface ImportTally {
  readonly added: (line: number, differing: readonly string[]) => void;
  readonly unchanged: (line: number, differing: readonly string[]) => void;
  /** `firstLine`: where the row of the file begins that it repeats. */
  readonly repeated: (line: number, firstLine: number) => void;
  readonly refused: (row: RefusedRow) => void;
  /** The end of a slice: its refused rows are named in the order of their lines, and written. */
  readonly endSlice: () => Promise<void>;
  readonly report: () => Omit<ImportReport, 'readAs'>;
}

interface Reason {
  readonly reason: string;
  readonly line: number;
  count: number;
}

/** A cell of a file may be long, and a report names many. */
const shortened = (fault: Refusal): Refusal => ({
  ...fault,
  ...Object.fromEntries(
    Object.entries(fault).flatMap(([field, value]: [string, unknown]) =>
      typeof value === 'string' ? [[field, shorten(value)]] : [],
    ),
  ),
});

const named = ({ line, error, more = [], whose }: RefusedRow): ImportReport['refused'][number] => ({
  line,
  error: shortened(error),
  ...(more.length === 0 ? {} : { more: more.map(shortened) }),
  ...(whose === '' ? {} : { whose: shorten(whose) }),
});

/**
 * Begins to count. However many rows are refused or differ, no more of them are held than are to be named;
 * the rest is in the counts, and in the file.
 */
export const createImportTally = (
  nameAtMost: number,
  refusedFile: RefusedFile | null,
): ImportTally => {
  let [added, unchanged, repeatedCount, refusedCount, differingCount] = [0, 0, 0, 0, 0];
  const refused: ImportReport['refused'][number][] = [];
  const differing: ImportReport['differing'][number][] = [];
  const repeated: ImportReport['repeated'][number][] = [];
  const reasons = new Map<string, Reason>();
  let slice: RefusedRow[] = [];

  const name = (row: RefusedRow): void => {
    const { line } = row;
    for (const reason of new Set(rowFaults(row).map(refusalReason))) {
      const known = reasons.get(reason);
      if (known) known.count += 1;
      else reasons.set(reason, { reason, line, count: 1 });
    }
    refusedCount += 1;
    if (refused.length < nameAtMost) refused.push(named(row));
  };

  const differ = (line: number, fields: readonly string[]): void => {
    if (fields.length === 0) return;
    differingCount += 1;
    if (differing.length < nameAtMost) differing.push({ line, fields });
  };

  return {
    added: (line, fields) => {
      added += 1;
      differ(line, fields);
    },
    unchanged: (line, fields) => {
      unchanged += 1;
      differ(line, fields);
    },
    repeated: (line, firstLine) => {
      unchanged += 1;
      repeatedCount += 1;
      if (repeated.length < nameAtMost) repeated.push({ line, firstLine });
    },
    refused: (row) => {
      slice.push(row);
    },
    endSlice: async () => {
      const rows = slice.toSorted((one, other) => one.line - other.line);
      slice = [];
      rows.forEach(name);
      await refusedFile?.write(rows);
    },
    report: () => ({
      read: added + unchanged + refusedCount,
      added,
      unchanged,
      refused: [...refused],
      differing: [...differing],
      repeated: [...repeated],
      counts: { refused: refusedCount, differing: differingCount, repeated: repeatedCount },
      reasons: [...reasons.values()].map((reason) => ({ ...reason })),
    }),
  };
};
