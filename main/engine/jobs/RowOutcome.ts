import type { ImportedCommand, RepeatsRefusedRow } from '../../../shared/kernel/import.ts';
import type { Refusal } from '../../../shared/protocol/refusal.ts';
import type { ImportReply } from './ImportReply.ts';
import type { PendingRow } from './PendingRow.ts';

/** What has become of a row. */
export type RowOutcome =
  /** `differing`: what the file says otherwise of what was here already. */
  | { readonly kind: 'added' | 'unchanged'; readonly differing: readonly string[] }
  /** Says again what an earlier row of the file has said, and that one got in. */
  | { readonly kind: 'repeated'; readonly firstLine: number }
  | { readonly kind: 'refused'; readonly faults: readonly [Refusal, ...Refusal[]] }
  /** The daybook could not go on in the middle of it: it is for the next run. */
  | { readonly kind: 'cutOff' };

const isNew = (reply: ImportReply | undefined): boolean => reply?.ok === true && !reply.repeated;

/** Where a part of a refused row went through, its refusal says which. */
const refusalOf = (
  error: Refusal,
  commands: readonly ImportedCommand[],
  replies: readonly ImportReply[],
): Refusal => {
  const accepted = commands
    .filter((_command, index) => isNew(replies[index]))
    .map(({ command }) => command);
  const told = { ...error, accepted };
  return accepted.length > 0 ? told : error;
};

/**
 * Begins to say what has become of the rows of a file, to be asked in their order when their commands have
 * run. An import and its preview both ask here, so that they cannot say different things of one row.
 */
export const createRowOutcomes = (): ((pending: PendingRow) => RowOutcome) => {
  /** By their lines the rows that did not get in: later ones may repeat them. */
  const failed = new Map<number, 'refused' | 'cutOff'>();

  const ofRepeated = (firstLine: number): RowOutcome => {
    switch (failed.get(firstLine)) {
      case undefined:
        return { kind: 'repeated', firstLine };
      case 'cutOff':
        return { kind: 'cutOff' };
      case 'refused': {
        const refusal: RepeatsRefusedRow = { type: 'RepeatsRefusedRow', firstLine };
        return { kind: 'refused', faults: [refusal] };
      }
    }
  };

  const outcomeOf = ({ step, replies }: PendingRow): RowOutcome => {
    switch (step.kind) {
      case 'refused':
      case 'unchanged':
        return step;
      case 'repeats':
        return ofRepeated(step.firstLine);
      case 'commands': {
        const { commands, differing = [] } = step;
        const last = replies.at(-1);
        if (last?.ok === false)
          return { kind: 'refused', faults: [refusalOf(last.error, commands, replies)] };
        if (replies.length < commands.length) return { kind: 'cutOff' };
        return { kind: replies.some(isNew) ? 'added' : 'unchanged', differing };
      }
    }
  };

  return (pending) => {
    const outcome = outcomeOf(pending);
    const { kind } = outcome;
    if (kind === 'refused' || kind === 'cutOff') failed.set(pending.row.line, kind);
    return outcome;
  };
};
