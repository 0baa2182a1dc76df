import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { afterAll } from 'vitest';
import type { CsvRow } from './CsvRow.ts';
import { openCsv, type CsvFile, type CsvFileRefusal, type CsvOptions } from './openCsv.ts';

/* CSV files on a disk, and what is read of them. For tests only. */

export const folder = mkdtempSync(path.join(tmpdir(), 'daybook-csv-'));
afterAll(() => rmSync(folder, { recursive: true }));

let count = 0;
export const fileOf = (content: string | Uint8Array): string => {
  count += 1;
  const file = path.join(folder, `${count}.csv`);
  writeFileSync(file, content);
  return file;
};

export interface Reading extends Pick<CsvFile, 'header'> {
  readonly encoding: string;
  readonly separator: string;
  readonly rows: readonly CsvRow[];
}

export const readOpen = async (csv: CsvFile): Promise<Reading> => {
  const rows: CsvRow[] = [];
  for (;;) {
    const piece = await csv.readRows();
    if (!piece.ok) throw new Error(piece.error.reason);
    if (piece.value === null) break;
    rows.push(...piece.value);
  }
  await csv.close();
  const { encoding, separator, header } = csv;
  return { encoding: encoding.name, separator: separator.separator, header, rows };
};

export const read = async (
  content: string | Uint8Array,
  options?: CsvOptions,
): Promise<Reading> => {
  const csv = await openCsv(fileOf(content), options);
  if (!csv.ok) throw new Error(csv.error.type);
  return readOpen(csv.value);
};

export const refusal = async (file: string): Promise<CsvFileRefusal> => {
  const csv = await openCsv(file);
  if (csv.ok) throw new Error('it opened');
  return csv.error;
};

export const values = (reading: Reading): unknown[] =>
  reading.rows.map((row) => (row.kind === 'cells' ? { ...row.cells } : row.error));
