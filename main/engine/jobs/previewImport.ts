import type { ImportContext, ImportDefinition } from '../../../shared/kernel/import.ts';
import { err, ok, type Result } from '../../../shared/kernel/result.ts';
import type { CommandEnvelope } from '../../../shared/protocol/envelopes.ts';
import type {
  ImportPreview,
  PreviewOrder,
  PreviewRow,
} from '../../../shared/protocol/importing.ts';
import type { Refusal } from '../../../shared/protocol/refusal.ts';
import type { KeyStore } from '../keys/KeyStore.ts';
import type { CsvRow } from './csv/CsvRow.ts';
import type { CsvFile, CsvFileRefusal } from './csv/openCsv.ts';
import { executeImported } from './executeImported.ts';
import type { ImportReply } from './ImportReply.ts';
import { JobStopped } from './JobStopped.ts';
import { openMappedFile, type MappedFile } from './openMappedFile.ts';
import { beginRow, runRows, type PendingRow } from './PendingRow.ts';
import { createRowOutcomes, type RowOutcome } from './RowOutcome.ts';

export interface PreviewContext {
  readonly imports: readonly ImportDefinition[];
  readonly importing: ImportContext;
  readonly keys: Pick<KeyStore, 'derive'>;
  readonly beginTrial: () => (commands: readonly CommandEnvelope[]) => readonly ImportReply[];
}

/** How many rows are tried: those that a window shows of a file. */
const TRIED_ROWS = 20;

/** Only of use to find out its encoding; a window says which. */
const MOST_BYTES = 4_194_304;

/** The first rows, as far as they can be read: the check of the whole file says what is wrong behind them. */
const readFirstRows = async (csv: CsvFile): Promise<Result<readonly CsvRow[], CsvFileRefusal>> => {
  const rows: CsvRow[] = [];
  while (rows.length < TRIED_ROWS) {
    const piece = await csv.readRows();
    if (!piece.ok && rows.length === 0) return piece;
    if (!piece.ok || piece.value === null) break;
    rows.push(...piece.value.slice(0, TRIED_ROWS - rows.length));
  }
  return ok(rows);
};

const previewOf = ({ row: { line }, step }: PendingRow, outcome: RowOutcome): PreviewRow => {
  const commands =
    step.kind === 'commands' ? step.commands.map(({ command, input }) => ({ command, input })) : [];
  switch (outcome.kind) {
    case 'added':
    case 'unchanged':
      return { line, outcome: outcome.kind, differing: outcome.differing, commands };
    case 'repeated':
      return { line, outcome: 'unchanged', firstLine: outcome.firstLine, commands };
    case 'refused': {
      const [error, ...more] = outcome.faults;
      return { line, outcome: 'refused', error, more, commands };
    }
    case 'cutOff':
      throw new Error(`the trial of the row in line ${line} has not ended`);
  }
};

const tryRows = async (
  { csv, run }: MappedFile,
  { importing, keys, beginTrial }: PreviewContext,
): Promise<Result<ImportPreview, Refusal>> => {
  const read = await readFirstRows(csv);
  if (!read.ok) return read;
  const trial = beginTrial();
  const rows = read.value.map((row) => beginRow(row, run, importing));
  try {
    await runRows(rows, (commands) =>
      executeImported(commands, keys, (envelopes) => Promise.resolve(trial(envelopes))),
    );
  } catch (thrown) {
    if (thrown instanceof JobStopped) return err(thrown.refusal);
    throw thrown;
  }
  const outcomeOf = createRowOutcomes();
  return ok({ rows: rows.map((row) => previewOf(row, outcomeOf(row))) });
};

/**
 * Tries the first rows of a file under a map, one on the outcome of the other, and writes nothing.
 *
 * **Errors:** those of `beginImport`, and why the daybook can take no rows at all.
 */
export const previewImport = async (
  order: PreviewOrder,
  context: PreviewContext,
): Promise<Result<ImportPreview, Refusal>> => {
  const definition = context.imports.find(({ name }) => name === order.import);
  if (!definition) return err({ type: 'ImportUnknown' });
  const opened = await openMappedFile(definition, order, {
    readAs: order.readAs,
    mostBytes: MOST_BYTES,
  });
  if (!opened.ok) return opened;
  try {
    return await tryRows(opened.value, context);
  } finally {
    await opened.value.csv.close();
  }
};
