import type {
  ImportContext,
  ImportDefinition,
  ImportedCommand,
  ImportRun,
  ImportStep,
  RepeatsRefusedRow,
} from '../../../shared/kernel/import.ts';
import { inputInvalid } from '../../../shared/kernel/input-invalid.ts';
import { err, ok, type Result } from '../../../shared/kernel/result.ts';
import type { CommandEnvelope } from '../../../shared/protocol/envelopes.ts';
import type {
  ImportPreview,
  PreviewOrder,
  PreviewRow,
} from '../../../shared/protocol/importing.ts';
import type { Refusal } from '../../../shared/protocol/refusal.ts';
import type { KeyStore } from '../keys/KeyStore.ts';
import { executeImported } from './beginImport.ts';
import type { CsvRow } from './csv/CsvRow.ts';
import { openCsv, type CsvFile, type CsvFileRefusal } from './csv/openCsv.ts';
import type { MapInvalid } from './importJob.ts';
import type { ImportReply } from './ImportReply.ts';

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

type Execute = (command: ImportedCommand) => Promise<ImportReply>;

const tryCommands = async (
  line: number,
  { commands, differing = [] }: Extract<ImportStep, { readonly kind: 'commands' }>,
  execute: Execute,
): Promise<PreviewRow> => {
  const shown = commands.map(({ command, input }) => ({ command, input }));
  let isNew = false;
  for (const command of commands) {
    const reply = await execute(command);
    if (!reply.ok) return { line, outcome: 'refused', error: reply.error, commands: shown };
    isNew ||= !reply.repeated;
  }
  return { line, outcome: isNew ? 'added' : 'unchanged', differing, commands: shown };
};

const tryRow = async (
  row: CsvRow,
  run: ImportRun,
  context: ImportContext,
  execute: Execute,
  refusedLines: ReadonlySet<number>,
): Promise<PreviewRow> => {
  const { line } = row;
  if (row.kind === 'refused') return { line, outcome: 'refused', error: row.error, commands: [] };
  const step = run.decide(row.cells, context, line);
  switch (step.kind) {
    case 'commands':
      return tryCommands(line, step, execute);
    case 'unchanged': {
      const { kind: outcome, differing } = step;
      return { line, outcome, differing, commands: [] };
    }
    case 'repeats': {
      const { firstLine } = step;
      if (!refusedLines.has(firstLine))
        return { line, outcome: 'unchanged', firstLine, commands: [] };
      const error: RepeatsRefusedRow = { type: 'RepeatsRefusedRow', firstLine };
      return { line, outcome: 'refused', error, commands: [] };
    }
    case 'refused': {
      const [error, ...more] = step.faults;
      return { line, outcome: 'refused', error, more, commands: [] };
    }
  }
};

const tryRows = async (
  csv: CsvFile,
  run: ImportRun,
  { importing, keys, beginTrial }: PreviewContext,
): Promise<Result<ImportPreview, CsvFileRefusal>> => {
  const trial = beginTrial();
  const execute: Execute = async (command) => {
    const [reply] = await executeImported([command], keys, (envelopes) =>
      Promise.resolve(trial(envelopes)),
    );
    if (!reply) throw new Error('a command was not answered');
    return reply;
  };
  const rows: PreviewRow[] = [];
  const refusedLines = new Set<number>();
  while (rows.length < TRIED_ROWS) {
    const piece = await csv.readRows();
    // What could be read before it is worth a look; the check of the whole file says what is wrong.
    if (!piece.ok && rows.length === 0) return piece;
    if (!piece.ok || piece.value === null) break;
    for (const row of piece.value.slice(0, TRIED_ROWS - rows.length)) {
      const tried = await tryRow(row, run, importing, execute, refusedLines);
      if (tried.outcome === 'refused') refusedLines.add(tried.line);
      rows.push(tried);
    }
  }
  return ok({ rows });
};

/**
 * Tries the first rows of a file under a map, one on the outcome of the other, and writes nothing.
 *
 * **Errors:** those of `beginImport`.
 */
export const previewImport = async (
  order: PreviewOrder,
  context: PreviewContext,
): Promise<Result<ImportPreview, Refusal>> => {
  const definition = context.imports.find(({ name }) => name === order.import);
  if (!definition) return err({ type: 'ImportUnknown' });
  const map = definition.map.safeParse(order.map);
  if (!map.success)
    return err({ ...inputInvalid(map.error.issues), type: 'MapInvalid' } satisfies MapInvalid);
  const csv = await openCsv(order.file, { readAs: order.readAs, mostBytes: MOST_BYTES });
  if (!csv.ok) return csv;
  try {
    const run = definition.begin(map.data, csv.value.header) as Result<ImportRun, Refusal>;
    return run.ok ? await tryRows(csv.value, run.value, context) : run;
  } finally {
    await csv.value.close();
  }
};
