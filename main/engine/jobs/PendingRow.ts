import type { ImportedCommand, RepeatsRefusedRow } from '../../../shared/kernel/import.ts';
import type { Refusal } from '../../../shared/protocol/refusal.ts';
import { cannotGoOn, type ImportReply } from './ImportReply.ts';
import type { ImportTally } from './ImportTally.ts';
import { JobStopped } from './JobStopped.ts';

/** A row whose outcome waits for commands: its own, and what came of those so far, or another row's. */
export interface PendingRow {
  readonly line: number;
  readonly values: readonly string[];
  readonly whose: string;
  /** Of a row that says again what this one has said, and has no commands of its own. */
  readonly firstLine?: number;
  /** What the file says otherwise of what is here already. */
  readonly differing?: readonly string[] | undefined;
  readonly commands: readonly ImportedCommand[];
  readonly replies: ImportReply[];
}

const nextCommand = ({ commands, replies }: PendingRow): ImportedCommand | null =>
  replies.at(-1)?.ok === false ? null : (commands[replies.length] ?? null);

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

/** By their lines the rows that did not get in: others may say what they have said. */
export type FailedLines = Map<number, 'refused' | 'cut off'>;

/**
 * What became of a row whose commands have run: one that was cut off between two of them is for the next
 * run. A row that repeats another goes the way of that one. Where a part of a refused row went through,
 * the refusal says which.
 */
const outcomeOf = (
  { firstLine, commands, replies }: PendingRow,
  failedLines: FailedLines,
): 'added' | 'unchanged' | 'cut off' | Refusal => {
  if (firstLine !== undefined) {
    const refusal: RepeatsRefusedRow = { type: 'RepeatsRefusedRow', firstLine };
    const first = failedLines.get(firstLine) ?? 'unchanged';
    return first === 'refused' ? refusal : first;
  }
  const isNew = (reply: ImportReply): boolean => reply.ok && !reply.repeated;
  const last = replies.at(-1);
  if (last?.ok === false) {
    const accepted = commands.flatMap(({ command }, index) => {
      const reply = replies[index];
      return reply && isNew(reply) ? [command] : [];
    });
    const told = { ...last.error, accepted };
    return accepted.length > 0 ? told : last.error;
  }
  if (replies.length < commands.length) return 'cut off';
  return replies.some(isNew) ? 'added' : 'unchanged';
};

/** Counts a row whose commands have run. */
export const settleRow = (row: PendingRow, tally: ImportTally, failedLines: FailedLines): void => {
  const { line, values, whose, firstLine, differing } = row;
  const outcome = outcomeOf(row, failedLines);
  if (outcome === 'added') tally.added(line, differing);
  else if (outcome === 'unchanged') tally.unchanged(line, differing, firstLine);
  else if (outcome === 'cut off') failedLines.set(line, outcome);
  else {
    failedLines.set(line, 'refused');
    tally.refused({ line, values, whose, error: outcome });
  }
};
