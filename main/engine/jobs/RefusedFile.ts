import type { Stats } from 'node:fs';
import { stat } from 'node:fs/promises';
import { formatDecimalAmount, moneySchema } from '../../../shared/kernel/money.ts';
import { err, ok, type Result } from '../../../shared/kernel/result.ts';
import { refusalReason } from '../../../shared/imports/refusal-reason.ts';
import { rowFaults } from '../../../shared/imports/row-faults.ts';
import type { Separator } from '../../../shared/imports/reading.ts';
import type { CsvFile } from './csv/openCsv.ts';
import { draftOf, openFileDraft, type FileDraft } from './fileDraft.ts';
import { isKeptFromWriting } from './filesOfDaybooks.ts';
import type { RefusedFileOrder } from '../../../shared/protocol/importing.ts';
import type { Refusal } from '../../../shared/protocol/refusal.ts';
import { JobStopped } from './JobStopped.ts';

/** A refused row with the cells that it has in the file. */
export interface RefusedRow {
  readonly line: number;
  readonly values: readonly string[];
  /** A name or a reference in it, or nothing. */
  readonly whose: string;
  readonly error: Refusal;
  /** What else is wrong with it. */
  readonly more?: readonly Refusal[];
}

/**
 * The file for the refused rows cannot be written. `reason` is what the system says, such as `ENOSPC`, or
 * `inUse`: it is the file that is brought in, or lies in the folder of a daybook.
 */
export interface RefusedFileUnwritable {
  readonly type: 'RefusedFileUnwritable';
  readonly reason: string;
}

/**
 * Takes the refused rows of a run, in order: a CSV file to be mended and brought in again. It takes its
 * place when the run ends, early or not; until then, and where no row was refused, what lies there stays.
 *
 * **Errors:** both throw `JobStopped` with `RefusedFileUnwritable`.
 */
export interface RefusedFile {
  readonly write: (rows: readonly RefusedRow[]) => Promise<void>;
  /** The first time it takes its place. */
  readonly close: () => Promise<void>;
}

const unwritable = (thrown: unknown): RefusedFileUnwritable => {
  if (!(thrown instanceof Error && 'code' in thrown)) throw thrown;
  return { type: 'RefusedFileUnwritable', reason: String(thrown.code) };
};

const cell = (text: string): string =>
  /[",;\t|\r\n]|^\s|\s$/u.test(text) ? `"${text.replaceAll('"', '""')}"` : text;

const valueText = (value: unknown): string => {
  const money = moneySchema.safeParse(value);
  if (money.success) return `${formatDecimalAmount(money.data)} ${money.data.currency}`;
  return typeof value === 'string' || typeof value === 'number' ? String(value) : '';
};

/** The words that the window has for the reason, with what the refusal says put in: `{text}`. */
const reasonText = (error: Refusal, reasons: RefusedFileOrder['reasons']): string => {
  const fields = new Map<string, unknown>(Object.entries(error));
  const own = (key: string): string | undefined =>
    Object.hasOwn(reasons, key) ? reasons[key] : undefined;
  const words = own(refusalReason(error)) ?? own(error.type) ?? error.type;
  return words.replaceAll(/\{(\w+)\}/gu, (_place, field: string) => valueText(fields.get(field)));
};

/** As many cells as there are columns. What is over stays, in the last one: where it belongs nobody can tell. */
const inColumns = (values: readonly string[], count: number, separator: Separator): string[] => {
  if (values.length <= count) return [...values, ...Array<string>(count - values.length).fill('')];
  return [...values.slice(0, count - 1), values.slice(count - 1).join(separator)];
};

const found = (file: string): Promise<Stats | null> => stat(file).catch(() => null);

/** The file must stay as it is. */
const isInUse = async (file: string, from: string): Promise<boolean> => {
  if (isKeptFromWriting(file)) return true;
  const [there, source] = await Promise.all([found(file), found(from)]);
  return there !== null && there.ino === source?.ino && there.dev === source.dev;
};

const begin = async (
  file: string,
  head: string,
): Promise<Result<FileDraft, RefusedFileUnwritable>> => {
  let draft: FileDraft | null = null;
  try {
    draft = await openFileDraft(file);
    await draft.handle.appendFile(head);
    return ok(draft);
  } catch (thrown) {
    await draft?.end();
    return err(unwritable(thrown));
  }
};

/**
 * Begins the file: UTF-8 with a mark, which spreadsheets need to read it right, the columns as they are in
 * the file that is brought in, then the line and the reason. A mended file that is brought in again has
 * those two already: they are written anew.
 */
export const createRefusedFile = async (
  { file, headings, reasons }: RefusedFileOrder,
  from: string,
  csv: Pick<CsvFile, 'columns' | 'separator'>,
): Promise<Result<RefusedFile, RefusedFileUnwritable>> => {
  if ((await isInUse(file, from)) || (await isInUse(draftOf(file), from)))
    return err({ type: 'RefusedFileUnwritable', reason: 'inUse' });
  const {
    columns,
    separator: { separator },
  } = csv;
  const ours: readonly string[] = [headings.line, headings.reason];
  const kept = columns.flatMap((name, index) => (ours.includes(name) ? [] : [index]));
  const lineOf = (cells: readonly string[]): string => `${cells.map(cell).join(separator)}\r\n`;
  const head = lineOf([...kept.map((index) => columns[index] ?? ''), ...ours]);
  const begun = await begin(file, `\uFEFF${head}`);
  if (!begun.ok) return begun;
  const draft = begun.value;
  /** Whether what was written is whole rows, and at least one. */
  let hasRows = false;

  const orStop = async (work: Promise<void>): Promise<void> => {
    try {
      await work;
    } catch (thrown) {
      hasRows = false;
      throw new JobStopped(unwritable(thrown));
    }
  };

  return ok({
    write: async (rows) => {
      if (rows.length === 0) return;
      const text = rows.map((row) => {
        const all = inColumns(row.values, columns.length, separator);
        const cells = kept.map((index) => all[index] ?? '');
        const why = rowFaults(row).map((fault) => reasonText(fault, reasons));
        return lineOf([...cells, String(row.line), why.join('. ')]);
      });
      await orStop(draft.handle.appendFile(text.join('')));
      hasRows = true;
    },
    close: async () => {
      try {
        if (hasRows) await orStop(draft.finish());
      } finally {
        hasRows = false;
        await draft.end();
      }
    },
  });
};
