import type { ReadAs } from '../../../shared/imports/reading.ts';
import { refusalReason } from '../../../shared/imports/refusal-reason.ts';
import { ok, type Result } from '../../../shared/kernel/result.ts';
import type { FileInspection } from '../../../shared/protocol/importing.ts';
import type { Refusal } from '../../../shared/protocol/refusal.ts';
import type { CsvRow } from './csv/CsvRow.ts';
import { shorten } from './shorten.ts';
import { openCsv, type CsvFile, type CsvFileRefusal } from './csv/openCsv.ts';

/** How much of a file is looked at, however long it is. **Units:** bytes. */
const MOST_BYTES = 4_194_304;
/** How many rows are shown: enough to see that they are right. */
const SHOWN_ROWS = 20;
/** Of a file with a thousand columns fewer rows are shown. **Units:** UTF-16 units. */
const SHOWN_TEXT = 262_144;

type ShownRow = FileInspection['rows'][number];
type Fault = FileInspection['faults'][number];

const shown = (row: CsvRow, columns: readonly string[]): ShownRow => {
  const { line, values } = row;
  const cells = columns.flatMap((name, index) =>
    name === '' ? [] : [shorten(values[index] ?? '')],
  );
  return row.kind === 'cells' ? { line, cells } : { line, cells, error: row.error };
};

interface FirstPart {
  readonly rows: readonly ShownRow[];
  readonly faults: readonly Fault[];
  readonly count: number;
  readonly isWhole: boolean;
  readonly failure: CsvFileRefusal | null;
}

const readFirstPart = async (csv: CsvFile): Promise<FirstPart> => {
  const rows: ShownRow[] = [];
  const faults = new Map<string, Fault>();
  let count = 0;
  let length = 0;
  while (csv.bytesRead() < MOST_BYTES) {
    const piece = await csv.readRows();
    const done = { rows, count, faults: [...faults.values()] };
    if (!piece.ok) return { ...done, isWhole: false, failure: piece.error };
    if (piece.value === null) return { ...done, isWhole: true, failure: null };
    for (const row of piece.value) {
      count += 1;
      if (rows.length < SHOWN_ROWS && length < SHOWN_TEXT) {
        const next = shown(row, csv.columns);
        length += next.cells.reduce((sum, cell) => sum + cell.length, 0);
        rows.push(next);
      }
      if (row.kind === 'cells') continue;
      const reason = refusalReason(row.error);
      const known = faults.get(reason);
      faults.set(reason, { reason, line: known?.line ?? row.line, count: (known?.count ?? 0) + 1 });
    }
  }
  return { rows, count, faults: [...faults.values()], isWhole: false, failure: null };
};

const rowCount = ({ count, isWhole }: FirstPart, csv: CsvFile): FileInspection['rowCount'] => ({
  about: isWhole ? count : Math.round((count * csv.size) / Math.max(1, csv.bytesRead())),
  isExact: isWhole,
});

/**
 * Looks at the first part of a file: how it is encoded and separated, its header and first rows, how many
 * there may be. Of a file of any length no more than 4 MiB are read.
 *
 * **Errors:** everything that keeps the file from being opened, and from being read so far.
 */
export const inspectFile = async (
  file: string,
  readAs: ReadAs | undefined,
): Promise<Result<FileInspection, Refusal>> => {
  const opened = await openCsv(file, { readAs, mostBytes: MOST_BYTES });
  if (!opened.ok) return opened;
  const csv = opened.value;
  try {
    const part = await readFirstPart(csv);
    if (part.failure !== null && part.rows.length === 0) return { ok: false, error: part.failure };
    const failed: readonly Fault[] =
      part.failure === null
        ? []
        : [{ reason: part.failure.type, count: 1, line: (part.rows.at(-1)?.line ?? 1) + 1 }];
    return ok({
      size: csv.size,
      readAs: { encoding: csv.encoding.name, separator: csv.separator.separator },
      isSure: { encoding: csv.encoding.isSure, separator: csv.separator.isSure },
      header: csv.header,
      unnamedColumns: csv.columns.length - csv.header.length,
      rows: part.rows,
      rowCount: rowCount(part, csv),
      faults: [...part.faults, ...failed],
    });
  } finally {
    await csv.close();
  }
};
