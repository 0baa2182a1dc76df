import type {
  ImportContext,
  ImportDefinition,
  ImportedCommand,
  ImportRun,
} from '../../../shared/kernel/import.ts';
import { ok, type Result } from '../../../shared/kernel/result.ts';
import type { ReadAs } from '../../../shared/imports/reading.ts';
import type { ImportReport, RefusedFileOrder } from '../../../shared/protocol/importing.ts';
import type { Refusal } from '../../../shared/protocol/refusal.ts';
import type { CsvRow } from './csv/CsvRow.ts';
import type { ImportReply } from './ImportReply.ts';
import { createImportTally, type ImportTally } from './ImportTally.ts';
import { openMappedFile, type MappedFile } from './openMappedFile.ts';
import { beginRow, runRows, type PendingRow } from './PendingRow.ts';
import { createRefusedFile, type RefusedFile } from './RefusedFile.ts';
import { createRowOutcomes, type RowOutcome } from './RowOutcome.ts';

export interface ImportJobOptions<Map> {
  readonly definition: ImportDefinition<Map>;
  /** As it came from outside. */
  readonly map: unknown;
  readonly file: string;
  readonly readAs?: ReadAs | undefined;
  /** How many rows of each kind the report names. */
  readonly nameAtMost?: number | undefined;
  readonly refusedFile?: RefusedFileOrder | undefined;
  readonly context: ImportContext;
  /**
   * Runs commands in their order, with as few commits as it can, and answers each. A dry run hands in
   * one that decides and writes nothing.
   */
  readonly execute: (commands: readonly ImportedCommand[]) => Promise<readonly ImportReply[]>;
  readonly elapsedMs: () => number;
}

/**
 * An import in slices. `step` throws `JobStopped` when the daybook cannot go on: what was added stays, and
 * a second run goes on behind it; the report then counts what has become of rows so far. `close` gives up
 * the file, whether it has been read to its end or not.
 */
export interface ImportJob {
  readonly step: () => Promise<'more' | 'done'>;
  /** **Units:** bytes of the file. */
  readonly progress: () => { readonly done: number; readonly total: number };
  readonly report: () => ImportReport;
  readonly close: () => Promise<void>;
}

/**
 * How long a slice may look at rows before it runs their commands. However slow the machine is it
 * takes enough of them for a commit to be worth its while: commands have slices of their own.
 */
const SLICE_MS = 8;
const FEWEST_ROWS = 64;
const MOST_ROWS = 256;

/** Counts a row by what has become of it. */
const countRow = (
  { row }: PendingRow,
  outcome: RowOutcome,
  { whose }: ImportRun,
  tally: ImportTally,
): void => {
  const { line, values } = row;
  switch (outcome.kind) {
    case 'added':
      return tally.added(line, outcome.differing);
    case 'unchanged':
      return tally.unchanged(line, outcome.differing);
    case 'repeated':
      return tally.repeated(line, outcome.firstLine);
    case 'refused': {
      const [error, ...more] = outcome.faults;
      const named = row.kind === 'cells' ? whose(row.cells) : '';
      return tally.refused({ line, values, whose: named, error, more });
    }
    case 'cutOff':
      // The next run counts it.
      return;
  }
};

const createSlices = <Map>(
  { context, execute, elapsedMs, nameAtMost = Infinity }: ImportJobOptions<Map>,
  { csv, run }: MappedFile,
  refusedFile: RefusedFile | null,
): ImportJob => {
  const tally = createImportTally(nameAtMost, refusedFile);
  const outcomeOf = createRowOutcomes();
  let waiting: readonly CsvRow[] = [];
  let next = 0;
  let lastLine = 1;

  /** The next row, or null at the end of what can be read. */
  const takeRow = async (): Promise<CsvRow | null> => {
    while (next >= waiting.length) {
      const rows = await csv.readRows();
      if (!rows.ok) {
        // A report goes to windows, which are to hear no path.
        const { file: _, ...error } = rows.error;
        // The file fails under our hands: what would have been the next row is refused for all the rest.
        tally.refused({ line: lastLine + 1, values: [], whose: '', error });
      }
      if (!rows.ok || rows.value === null) return null;
      waiting = rows.value;
      next = 0;
    }
    const row = waiting[next] ?? null;
    next += 1;
    lastLine = row?.line ?? lastLine;
    return row;
  };

  return {
    step: async () => {
      const until = elapsedMs() + SLICE_MS;
      const pending: PendingRow[] = [];
      let ended = false;
      for (
        let rows = 0;
        rows < FEWEST_ROWS || (rows < MOST_ROWS && elapsedMs() < until);
        rows += 1
      ) {
        const row = await takeRow();
        ended = row === null;
        if (row === null) break;
        pending.push(beginRow(row, run, context));
      }
      try {
        await runRows(pending, execute);
      } finally {
        for (const row of pending) countRow(row, outcomeOf(row), run, tally);
        await tally.endSlice();
      }
      if (!ended) return 'more';
      // Here, since a refusal at the end of a run would leave no report of what is in.
      await refusedFile?.close();
      return 'done';
    },
    progress: () => ({ done: csv.bytesRead(), total: csv.size }),
    report: () => ({
      ...tally.report(),
      readAs: { encoding: csv.encoding.name, separator: csv.separator.separator },
    }),
    close: async () => {
      try {
        await csv.close();
      } finally {
        await refusedFile?.close();
      }
    },
  };
};

/**
 * Begins to bring in a file. Nothing has been executed when it is refused.
 *
 * **Errors:** those of `openMappedFile` and `createRefusedFile`.
 */
export const createImportJob = async <Map>(
  options: ImportJobOptions<Map>,
): Promise<Result<ImportJob, Refusal>> => {
  const { definition, file, readAs, refusedFile: order } = options;
  const opened = await openMappedFile(definition, options, { readAs });
  if (!opened.ok) return opened;
  const { csv } = opened.value;
  const refusedFile = order ? await createRefusedFile(order, file, csv) : ok(null);
  if (refusedFile.ok) return ok(createSlices(options, opened.value, refusedFile.value));
  await csv.close();
  return refusedFile;
};
