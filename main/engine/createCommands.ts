import type { Ask } from '../../shared/kernel/command.ts';
import { err } from '../../shared/kernel/result.ts';
import type { CommandEnvelope } from '../../shared/protocol/envelopes.ts';
import type { Refusal } from '../../shared/protocol/refusal.ts';
import {
  createCommandGroup,
  type CommandGroup,
  type GroupContext,
} from './command/CommandGroup.ts';
import {
  createCommandQueue,
  type CommandQueue,
  type GroupOutcome,
} from './command/CommandQueue.ts';
import { commitGroup, erasureUnfinished } from './command/commitGroup.ts';
import type { CommandToRun } from './command/parseCommand.ts';
import { createDecisionContext } from './command/decisionContext.ts';
import { createStateCache } from './command/StateCache.ts';
import { createTrial, trialKeys, type TrialReply } from './command/trial.ts';
import type { DeletionWatch } from './createDeletionWatch.ts';
import type { ReadModels } from './createReadModels.ts';
import type { EngineOptions } from './EngineOptions.ts';
import { erase, isErased, isErasure } from './bus/erasures.ts';
import { decode } from './eventlog/decode.ts';
import type { EventCatalog } from './eventlog/EventCatalog.ts';
import type { OpenedParts } from './folder/openParts.ts';

export interface CommandsContext {
  readonly parts: OpenedParts;
  readonly options: EngineOptions;
  readonly catalog: EventCatalog;
  readonly newId: () => string;
  readonly readModels: ReadModels;
  readonly ask: Ask;
  readonly deletion: DeletionWatch;
  readonly readOnly: () => Refusal | null;
  readonly failure: (cause: unknown) => Refusal;
  readonly soon: (work: () => void) => void;
  readonly outcomeUnknown: () => void;
}

/** The command side of an engine. */
export interface Commands {
  readonly run: CommandQueue['run'];
  readonly runLongWork: CommandQueue['runLongWork'];
  readonly whenIdle: CommandQueue['whenIdle'];
  /** Begins a trial: commands are decided on what came before them in it, and nothing is written. */
  readonly beginTrial: () => (commands: readonly CommandEnvelope[]) => readonly TrialReply[];
}

/** Puts the command side together. */
export const createCommands = (context: CommandsContext): Commands => {
  const { parts, options, catalog, newId, readModels, deletion, readOnly } = context;
  const { reader, log, keys, state } = parts;
  const { world } = options;
  const cache = createStateCache({ log: reader, catalog, state });

  const groupContext: GroupContext = {
    catalog,
    keys,
    cache,
    daybook: reader.daybook,
    device: keys.device,
    actor: keys.member,
    nowMs: world.nowMs,
    newId,
    decisionContext: createDecisionContext({ log: reader, catalog, keys, world }),
  };

  /** An erasure that was cut short is not done because somebody asks again: it is tried again. */
  const finish = ({ id, definition }: CommandToRun): Refusal | null => {
    const types = definition.writes as readonly string[];
    if (!types.some((type) => isErasure(type, catalog))) return null;
    try {
      for (const stored of reader.readByCommand(id)) {
        if (!isErasure(stored.type, catalog)) continue;
        const decoded = decode(stored, stored.version, catalog, reader.daybook.currency);
        const entry = { stored, decoded };
        if (log !== null) erase(entry, readModels.erasing);
        else if (!isErased(entry, keys)) return erasureUnfinished({ type: 'ReadOnly' });
      }
      return null;
    } catch (cause) {
      return erasureUnfinished(context.failure(cause));
    }
  };

  const commit = (group: CommandGroup): GroupOutcome =>
    log === null
      ? err(readOnly() ?? { type: 'ReadOnly' })
      : commitGroup(group, {
          log,
          keys,
          catalog,
          cache,
          follow: readModels.follow.take,
          deleted: deletion.look,
          failure: context.failure,
          outcomeUnknown: context.outcomeUnknown,
        });

  const queue = createCommandQueue({
    log: reader,
    catalog,
    elapsedMs: world.elapsedMs,
    newId,
    newGroup: () => createCommandGroup(groupContext),
    commit,
    ask: context.ask,
    whenIndexed: readModels.whenIndexed,
    finish,
    deleted: deletion.refusal,
    readOnly,
    defect: context.failure,
    soon: context.soon,
  });

  return {
    run: queue.run,
    runLongWork: queue.runLongWork,
    whenIdle: queue.whenIdle,
    beginTrial: () =>
      createTrial({
        log: reader,
        catalog,
        newId,
        readOnly,
        group: createCommandGroup({
          ...groupContext,
          keys: trialKeys(keys),
          cache: createStateCache({ log: reader, catalog, state }),
        }),
      }),
  };
};
