import type { Ask } from '../../../shared/kernel/command.ts';
import { err, type Result } from '../../../shared/kernel/result.ts';
import type { CommandEnvelope, CommandReply } from '../../../shared/protocol/envelopes.ts';
import type { Refusal } from '../../../shared/protocol/refusal.ts';
import type { EventCatalog } from '../eventlog/EventCatalog.ts';
import type { EventReader } from '../eventlog/EventLog.ts';
import type { Accepted, CommandGroup } from './CommandGroup.ts';
import { createLine, type Line } from './createLine.ts';
import { firstReceipt, type Receipt } from './firstReceipt.ts';
import { historyIncomplete } from './historyIncomplete.ts';
import { parseCommand, type CommandToRun } from './parseCommand.ts';
import { StreamIncomplete } from './StateCache.ts';

/** A reply, and whether it repeats an earlier one. */
export type QueueReply = CommandReply & { readonly repeated: boolean };

/**
 * What became of a group: a receipt for each of its commands, or why that one could not be carried to
 * its end; or why none of it was written.
 */
export type GroupOutcome = Result<readonly Result<Receipt, Refusal>[], Refusal>;

export interface QueueContext {
  readonly log: EventReader;
  readonly catalog: EventCatalog;
  readonly elapsedMs: () => number;
  readonly newId: () => string;
  readonly newGroup: () => CommandGroup;
  /** Writes a group and everything that follows from it. Does not throw. */
  readonly commit: (group: CommandGroup) => GroupOutcome;
  readonly ask: Ask;
  /** Resolves when everything is in the private index. Rows may still be under way. */
  readonly whenIndexed: () => Promise<void>;
  /** Does again what a command that was accepted before may have left undone; why it cannot, or null. */
  readonly finish: (command: CommandToRun) => Refusal | null;
  /** Why not even what stands in the log can be answered for, or null. */
  readonly deleted: () => Refusal | null;
  /** Why nothing may be written, or null. */
  readonly readOnly: () => Refusal | null;
  /** Takes what should never happen and gives what the caller is told of it. */
  readonly defect: (cause: unknown) => Refusal;
  /** Runs `work` when what waits at the door has been let in. */
  readonly soon: (work: () => void) => void;
}

/**
 * Takes commands from anywhere and runs them in order, those that wait together in one commit. Commands of
 * long work have a line of their own, behind that of whoever waits at a window: so order holds within each
 * line. At most one group goes without any of long work that waits; the next begins with it.
 */
export interface CommandQueue {
  /** Answers in the order of the commands. */
  readonly run: (commands: readonly CommandEnvelope[]) => Promise<readonly QueueReply[]>;
  /**
   * The same for long work, which gives way to other commands and yet always goes on. With a refusal that
   * `endsAll` the rest of these commands, as far as it has not been decided, gets the same one.
   */
  readonly runLongWork: (
    commands: readonly CommandEnvelope[],
    endsAll: (error: Refusal) => boolean,
  ) => Promise<readonly QueueReply[]>;
  /** Resolves when nothing waits any more. */
  readonly whenIdle: () => Promise<void>;
}

/** How long a group may gather before it is written. **Units:** milliseconds. */
const SLICE_MS = 8;
/** A group larger than this is written at once, to bound the memory and the transaction. */
const GROUP_LIMIT = 1000;
/** Commands that came together. */
interface Batch {
  readonly endsAll: (error: Refusal) => boolean;
  endedBy: Refusal | null;
}

interface Waiting {
  readonly envelope: CommandEnvelope;
  readonly batch: Batch;
  readonly answer: (reply: QueueReply) => void;
}

interface Gathered {
  readonly accepted: Accepted;
  readonly waiting: Waiting;
}

/** Makes an empty queue. */
export const createCommandQueue = (context: QueueContext): CommandQueue => {
  const { catalog } = context;
  const atWindows = createLine<Waiting>();
  const ofLongWork = createLine<Waiting>();
  /** Long work waits that the last group had no time for. */
  let isLongWorkDue = false;
  let scheduled = false;
  let idle: (() => void)[] = [];

  const refuse = ({ answer, batch }: Waiting, id: string | null, error: Refusal): void => {
    if (batch.endsAll(error)) batch.endedBy ??= error;
    answer({ ok: false, id, error, repeated: false });
  };

  const commitGroup = (group: CommandGroup, gathered: readonly Gathered[]): void => {
    if (gathered.length === 0) return;
    const outcome = context.commit(group);
    gathered.forEach(({ accepted, waiting }, index) => {
      const { id } = accepted.command;
      const receipt = outcome.ok ? outcome.value[index] : outcome;
      if (!receipt) throw new Error('a command of the group was left out');
      if (receipt.ok) waiting.answer({ ok: true, id, ...receipt.value, repeated: false });
      else refuse(waiting, id, receipt.error);
    });
  };

  /** Answers from the log when the command was accepted before. False when it was not. */
  const answeredBefore = (command: CommandToRun, waiting: Waiting): boolean => {
    if (waiting.envelope.id === undefined) return false;
    const receipt = firstReceipt(command, context.log, catalog);
    if (receipt.ok && receipt.value === null) return false;
    const refusal = receipt.ok ? context.finish(command) : receipt.error;
    if (refusal) refuse(waiting, command.id, refusal);
    else if (receipt.ok && receipt.value)
      waiting.answer({ ok: true, id: command.id, ...receipt.value, repeated: true });
    return true;
  };

  const decideOne = (
    waiting: Waiting,
    command: CommandToRun,
    group: CommandGroup,
    gathered: Gathered[],
  ): void => {
    const deleted = context.deleted();
    if (deleted) return refuse(waiting, command.id, deleted);
    if (answeredBefore(command, waiting)) return;
    const readOnly = context.readOnly();
    if (readOnly) return refuse(waiting, command.id, readOnly);
    const facts: unknown = command.definition.consult?.(command.input)?.(context.ask);
    const decision = group.decide(command, facts);
    if (!decision.ok) return refuse(waiting, command.id, decision.error);
    const accepted = group.accepted().at(-1);
    if (accepted) gathered.push({ accepted, waiting });
  };

  const decideSafely: typeof decideOne = (waiting, command, group, gathered) => {
    try {
      decideOne(waiting, command, group, gathered);
    } catch (cause) {
      const error: Refusal =
        cause instanceof StreamIncomplete ? historyIncomplete(cause) : context.defect(cause);
      refuse(waiting, command.id, error);
    }
  };

  /** False when what the command consults cannot be made; then it has been refused. */
  const isIndexed = async (waiting: Waiting, { id }: CommandToRun): Promise<boolean> => {
    try {
      await context.whenIndexed();
      return true;
    } catch (cause) {
      refuse(waiting, id, context.defect(cause));
      return false;
    }
  };

  /** True when the command has to see everything before it written, as what it consults is. */
  const needsFreshGroup = ({ definition, id }: CommandToRun, group: CommandGroup): boolean =>
    group.has(id) ||
    group.erases() ||
    (definition.consult !== undefined && group.accepted().length > 0);

  const runGroup = async (): Promise<void> => {
    const group = context.newGroup();
    const gathered: Gathered[] = [];
    const until = context.elapsedMs() + SLICE_MS;
    const lines = isLongWorkDue ? [ofLongWork, atWindows] : [atWindows, ofLongWork];
    isLongWorkDue = ofLongWork.first() !== undefined;
    while (gathered.length < GROUP_LIMIT && context.elapsedMs() < until) {
      const line = lines.find((each) => each.first() !== undefined);
      const waiting = line?.first();
      if (line === undefined || waiting === undefined) break;
      const { endedBy } = waiting.batch;
      const parsed = endedBy
        ? err(endedBy)
        : parseCommand(waiting.envelope, catalog, context.newId);
      if (parsed.ok && needsFreshGroup(parsed.value, group)) break;
      line.advance();
      if (line === ofLongWork) isLongWorkDue = false;
      if (!parsed.ok) {
        refuse(waiting, waiting.envelope.id ?? null, parsed.error);
        continue;
      }
      const { definition, input } = parsed.value;
      if (definition.consult?.(input) && !(await isIndexed(waiting, parsed.value))) continue;
      decideSafely(waiting, parsed.value, group, gathered);
    }
    commitGroup(group, gathered);
  };

  const pump = async (): Promise<void> => {
    await runGroup();
    if (atWindows.first() !== undefined || ofLongWork.first() !== undefined) {
      context.soon(() => void pump());
      return;
    }
    scheduled = false;
    const resolvers = idle;
    idle = [];
    for (const resolve of resolvers) resolve();
  };

  const runIn = (
    line: Line<Waiting>,
    commands: readonly CommandEnvelope[],
    endsAll: Batch['endsAll'],
  ): Promise<readonly QueueReply[]> => {
    const batch: Batch = { endsAll, endedBy: null };
    const replies = commands.map(
      (envelope) =>
        new Promise<QueueReply>((answer) => {
          line.add({ envelope, batch, answer });
        }),
    );
    if (!scheduled && commands.length > 0) {
      scheduled = true;
      context.soon(() => void pump());
    }
    return Promise.all(replies);
  };

  return {
    run: (commands) => runIn(atWindows, commands, () => false),
    runLongWork: (commands, endsAll) => runIn(ofLongWork, commands, endsAll),
    whenIdle: () => (scheduled ? new Promise((resolve) => idle.push(resolve)) : Promise.resolve()),
  };
};
