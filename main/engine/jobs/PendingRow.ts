import type {
  ImportContext,
  ImportedCommand,
  ImportRun,
  ImportStep,
} from '../../../shared/kernel/import.ts';
import type { CsvRow } from './csv/CsvRow.ts';
import { cannotGoOn, type ImportReply } from './ImportReply.ts';
import { JobStopped } from './JobStopped.ts';

/** A row of a file, what it asks for, and how its commands have been answered so far. */
export interface PendingRow {
  readonly row: CsvRow;
  readonly step: ImportStep;
  readonly replies: ImportReply[];
}

/** Looks at a row. One that could not be read is refused like one that says what cannot be. */
export const beginRow = (row: CsvRow, run: ImportRun, context: ImportContext): PendingRow => ({
  row,
  step:
    row.kind === 'refused'
      ? { kind: 'refused', faults: [row.error] }
      : run.decide(row.cells, context, row.line),
  replies: [],
});

const nextCommand = ({ step, replies }: PendingRow): ImportedCommand | null => {
  if (step.kind !== 'commands' || replies.at(-1)?.ok === false) return null;
  return step.commands[replies.length] ?? null;
};

/**
 * Runs the commands of many rows: the first of every row, then the second of every row whose first was
 * accepted, and so on. So rows share commits, and no row goes on after a refusal.
 *
 * **Errors:** throws `JobStopped`.
 */
export const runRows = async (
  rows: readonly PendingRow[],
  execute: (commands: readonly ImportedCommand[]) => Promise<readonly ImportReply[]>,
): Promise<void> => {
  for (;;) {
    const waiting = rows.flatMap((row) => {
      const command = nextCommand(row);
      return command ? [{ row, command }] : [];
    });
    if (waiting.length === 0) return;
    const replies = await execute(waiting.map(({ command }) => command));
    if (replies.length !== waiting.length)
      throw new Error(`${replies.length} replies to ${waiting.length} commands`);
    waiting.forEach(({ row }, index) => {
      const reply = replies[index];
      if (reply && (reply.ok || !cannotGoOn(reply.error))) row.replies.push(reply);
    });
    const ending = replies.find((reply) => !reply.ok && cannotGoOn(reply.error));
    if (ending?.ok === false) throw new JobStopped(ending.error);
  }
};
