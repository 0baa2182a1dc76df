import { open, stat, type FileHandle } from 'node:fs/promises';
import { err, ok, type Result } from '../../../../shared/kernel/result.ts';
import { isPartOfDaybook } from '../filesOfDaybooks.ts';
import type { ReadAs } from '../../../../shared/imports/reading.ts';
import { toCsvRow, type CsvRow } from './CsvRow.ts';
import {
  detectEncoding,
  encodingAsSaid,
  isNotOfEncoding,
  type FileEncoding,
} from './FileEncoding.ts';
import { foreignFormat, isBinary, type ForeignFormat } from './foreignFormat.ts';
import { MAX_COLUMNS, MAX_ROW, type RawRow, type RowFault } from './RowDraft.ts';
import { createRowReader } from './RowReader.ts';
import { detectSeparator, type FoundSeparator } from './separator.ts';
import { createTextSource, type TextSource } from './TextSource.ts';

/** Why a file was not opened. */
export type CsvFileRefusal =
  | FileUnreadable
  /** Made by another program, which can save it as CSV. */
  | { readonly type: 'FileIsNoCsv'; readonly format: ForeignFormat }
  /** There is no header in it. */
  | { readonly type: 'FileEmpty'; readonly file: string }
  /** The first line has cells and no name in any of them, as where a spreadsheet begins further down. */
  | { readonly type: 'HeaderEmpty'; readonly line: number }
  | { readonly type: 'TooManyColumns'; readonly found: number; readonly limit: number }
  | { readonly type: 'DuplicateColumn'; readonly column: string }
  | { readonly type: 'HeaderUnreadable'; readonly fault: RowFault };

/**
 * `reason` is what the system says (`ENOENT`, `EACCES`), or `notAFile`, `notText`, `cutOff` (somebody has
 * made it shorter meanwhile), `ofTheDaybook` (of any daybook).
 */
export interface FileUnreadable {
  readonly type: 'FileUnreadable';
  readonly file: string;
  readonly reason: string;
}

/** A CSV file, open for one reading from front to end. */
export interface CsvFile {
  readonly encoding: FileEncoding;
  readonly separator: FoundSeparator;
  /** The names of the columns, trimmed. One without a name cannot be asked for and is left out. */
  readonly header: readonly string[];
  /** All of the columns in their order, an empty name for one without. */
  readonly columns: readonly string[];
  /** **Units:** bytes. */
  readonly size: number;
  readonly bytesRead: () => number;
  /**
   * The rows that the next piece of the file completes, null at the end of the file. Refused when the
   * file fails under our hands.
   */
  readonly readRows: () => Promise<Result<readonly CsvRow[] | null, FileUnreadable>>;
  readonly close: () => Promise<void>;
}

/** The file was longer when it was opened. */
class FileCutShort extends Error {}

/** Gives what the system or the decoder says against a file as a refusal; throws what is a bug. */
const unreadable = (file: string, thrown: unknown): FileUnreadable => {
  if (isNotOfEncoding(thrown)) return { type: 'FileUnreadable', file, reason: 'notText' };
  if (thrown instanceof FileCutShort) return { type: 'FileUnreadable', file, reason: 'cutOff' };
  if (thrown instanceof Error && 'code' in thrown)
    return { type: 'FileUnreadable', file, reason: String(thrown.code) };
  throw thrown;
};

/** The front of the text: its first line whole, and more. Only a whole header tells its separator. */
const readFront = async (source: TextSource): Promise<string> => {
  let text = '';
  for (;;) {
    const piece = await source.read();
    if (piece === null) return text;
    text += piece;
    if (/[^\r\n][\r\n]/u.test(text) || text.length > MAX_ROW) return text;
  }
};

const namesOf = (file: string, row: RawRow): Result<readonly string[], CsvFileRefusal> => {
  if (row.fault?.type === 'NulCharacter')
    return err({ type: 'FileUnreadable', file, reason: 'notText' });
  if (row.fault) return err({ type: 'HeaderUnreadable', fault: row.fault });
  if (row.found > MAX_COLUMNS)
    return err({ type: 'TooManyColumns', found: row.found, limit: MAX_COLUMNS });
  const names = row.cells.map((cell) => cell.trim());
  if (names.every((name) => name === '')) return err({ type: 'HeaderEmpty', line: row.line });
  const twice = names.find((name, index) => name !== '' && names.indexOf(name) !== index);
  return twice === undefined ? ok(names) : err({ type: 'DuplicateColumn', column: twice });
};

const readCsv = async (
  file: string,
  handle: FileHandle,
  { readAs = {}, mostBytes = Infinity }: CsvOptions,
): Promise<Result<CsvFile, CsvFileRefusal>> => {
  const { size } = await handle.stat();
  const format = await foreignFormat(handle);
  if (format !== null) return err({ type: 'FileIsNoCsv', format });
  const encoding = await (readAs.encoding === undefined
    ? detectEncoding(handle, mostBytes)
    : encodingAsSaid(readAs.encoding, handle));
  // Somebody who says how it is encoded sees that it is text.
  const mayBeBinary = readAs.encoding === undefined && !encoding.name.startsWith('utf-16');
  if (mayBeBinary && (await isBinary(handle)))
    return err({ type: 'FileIsNoCsv', format: 'binary' });
  const source = createTextSource(handle, encoding);
  const front = await readFront(source);
  const separator =
    readAs.separator === undefined
      ? detectSeparator(/[^\r\n]*/u.exec(front.trimStart())?.[0] ?? '')
      : { separator: readAs.separator, isSure: true };
  const reader = createRowReader(separator.separator);

  let ended = false;
  const next = async (): Promise<readonly RawRow[] | null> => {
    if (ended) return null;
    const text = await source.read();
    if (text !== null) return reader.push(text);
    ended = true;
    // The row at which it was cut would look whole, with half an amount in it.
    if (source.bytesRead() < size) throw new FileCutShort();
    return reader.end();
  };
  let waiting: readonly RawRow[] | null = reader.push(front);
  while (waiting?.length === 0) waiting = await next();
  const [first, ...rest] = waiting ?? [];
  if (first === undefined) return err({ type: 'FileEmpty', file });
  const names = namesOf(file, first);
  if (!names.ok) return names;
  waiting = rest;

  return ok({
    encoding,
    separator,
    header: names.value.filter((name) => name !== ''),
    columns: names.value,
    size,
    bytesRead: source.bytesRead,
    readRows: async () => {
      try {
        const rows = waiting ?? (await next());
        waiting = null;
        return ok(rows?.map((row) => toCsvRow(names.value, row)) ?? null);
      } catch (thrown) {
        return err(unreadable(file, thrown));
      }
    },
    close: () => handle.close(),
  });
};

export interface CsvOptions {
  /** What is known of the file already, or said by somebody who sees it. */
  readonly readAs?: ReadAs | undefined;
  /** How much of the file may be read to find its encoding out; all of it, if nothing is said. */
  readonly mostBytes?: number;
}

/**
 * Opens a CSV file: finds out its encoding and its separator, and reads its header. Whatever the file
 * holds, no more of it is in memory at a time than one row and one piece of 64 KiB.
 */
export const openCsv = async (
  file: string,
  options: CsvOptions = {},
): Promise<Result<CsvFile, CsvFileRefusal>> => {
  let handle: FileHandle | null = null;
  try {
    // Asked before it is opened: a named pipe would keep us waiting for somebody to write.
    if (!(await stat(file)).isFile())
      return err({ type: 'FileUnreadable', file, reason: 'notAFile' });
    if (isPartOfDaybook(file)) return err({ type: 'FileUnreadable', file, reason: 'ofTheDaybook' });
    handle = await open(file, 'r');
    const csv = await readCsv(file, handle, options);
    if (!csv.ok) await handle.close();
    return csv;
  } catch (thrown) {
    await handle?.close();
    return err(unreadable(file, thrown));
  }
};
