import type {
  ImportContext,
  ImportDefinition,
  ImportedCommand,
  ImportRun,
} from '../../../shared/kernel/import.ts';
import { inputInvalid, type InputInvalid } from '../../../shared/kernel/input-invalid.ts';
import { err, ok, type Result } from '../../../shared/kernel/result.ts';
import type { ReadAs } from '../../../shared/imports/reading.ts';
import type { ImportReport, RefusedFileOrder } from '../../../shared/protocol/importing.ts';
import type { Refusal } from '../../../shared/protocol/refusal.ts';
import type { CsvRow } from './csv/CsvRow.ts';
import { openCsv, type CsvFile } from './csv/openCsv.ts';
import type { ImportReply } from './ImportReply.ts';
import { createImportTally, type ImportTally } from './ImportTally.ts';
import { runRows, settleRow, type FailedLines, type PendingRow } from './PendingRow.ts';
import { createRefusedFile, type RefusedFile } from './RefusedFile.ts';

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

/** The map is not of the shape that this kind of file needs. */
export interface MapInvalid {
  readonly type: 'MapInvalid';
  readonly issues: InputInvalid['issues'];
}

/**
 * How long a slice may look at rows before it runs their commands. However slow the machine is it
 * takes enough of them for a commit to be worth its while: commands have slices of their own.
 */
const SLICE_MS = 8;
const FEWEST_ROWS = 64;
const MOST_ROWS = 256;

/** Looks at one row; gives it back when its outcome waits for commands, and counts it otherwise. */
const begin = (
  row: CsvRow,
  run: ImportRun,
  context: ImportContext,
  tally: ImportTally,
): readonly PendingRow[] => {
  const { line, values } = row;
  if (row.kind === 'refused') {
    tally.refused({ line, values, whose: '', error: row.error });
    return [];
  }
  const step = run.decide(row.cells, context, line);
  if (step.kind === 'unchanged') {
    tally.unchanged(line, step.differing);
    return [];
  }
  const whose = run.whose(row.cells);
  if (step.kind === 'repeats')
    return [{ line, values, whose, firstLine: step.firstLine, commands: [], replies: [] }];
  if (step.kind === 'commands') {
    const { commands, differing } = step;
    return [{ line, values, whose, differing, commands, replies: [] }];
  }
  const [error, ...more] = step.faults;
  tally.refused({ line, values, whose, error, more });
  return [];
};

const createSlices = <Map>(
  options: ImportJobOptions<Map>,
  csv: CsvFile,
  run: ImportRun,
  refusedFile: RefusedFile | null,
): ImportJob => {
  const { context, execute, elapsedMs, nameAtMost = Infinity } = options;
  const tally = createImportTally(nameAtMost, refusedFile);
  const failedLines: FailedLines = new Map();
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
        tally.failed(lastLine + 1, error);
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
        pending.push(...begin(row, run, context, tally));
      }
      try {
        await runRows(pending, execute);
      } finally {
        for (const row of pending) settleRow(row, tally, failedLines);
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

const beginSlices = async <Map>(
  options: ImportJobOptions<Map>,
  csv: CsvFile,
  run: Result<ImportRun, Refusal>,
): Promise<Result<ImportJob, Refusal>> => {
  if (!run.ok) return run;
  const { file, refusedFile: order } = options;
  if (!order) return ok(createSlices(options, csv, run.value, null));
  const refusedFile = await createRefusedFile(order, file, csv);
  return refusedFile.ok
    ? ok(createSlices(options, csv, run.value, refusedFile.value))
    : refusedFile;
};

/**
 * Begins to bring in a file. Nothing has been executed when it is refused.
 *
 * **Errors:** `MapInvalid`, what the definition says against the map, and everything that keeps a
 * file from being opened.
 */
export const createImportJob = async <Map>(
  options: ImportJobOptions<Map>,
): Promise<Result<ImportJob, Refusal>> => {
  const { definition } = options;
  const map = definition.map.safeParse(options.map);
  if (!map.success)
    return err({ ...inputInvalid(map.error.issues), type: 'MapInvalid' } satisfies MapInvalid);
  const opened = await openCsv(options.file, { readAs: options.readAs });
  if (!opened.ok) return opened;
  const csv = opened.value;
  const begun = await beginSlices(options, csv, definition.begin(map.data, csv.header));
  if (!begun.ok) await csv.close();
  return begun;
};
