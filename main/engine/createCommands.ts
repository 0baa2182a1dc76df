import type { Ask } from '../../shared/kernel/command.ts';
import type { CommandEnvelope, Notice, Refusal } from '../../shared/protocol.ts';
import {
  createCommandGroup,
  type CommandGroup,
  type GroupContext,
} from './command/CommandGroup.ts';
import { createCommandQueue, type GroupOutcome, type QueueReply } from './command/CommandQueue.ts';
import { commitGroup } from './command/commitGroup.ts';
import { createDecisionContext } from './command/decisionContext.ts';
import { createStateCache } from './command/StateCache.ts';
import { createTrial, trialKeys, type TrialReply } from './command/trial.ts';
import type { ReadModels } from './createReadModels.ts';
import type { EngineOptions } from './EngineOptions.ts';
import type { EventCatalog } from './eventlog/EventCatalog.ts';
import { createFollow } from './follow.ts';
import type { OpenedParts } from './folder/openParts.ts';

export interface CommandsContext {
  readonly parts: OpenedParts;
  readonly options: EngineOptions;
  readonly catalog: EventCatalog;
  readonly newId: () => string;
  readonly readModels: ReadModels;
  readonly notify: (notice: Notice) => void;
  readonly ask: Ask;
  readonly whenIndexed: () => Promise<void>;
  readonly readOnly: () => Refusal | null;
  readonly failure: (cause: unknown) => Refusal;
  readonly soon: (work: () => void) => void;
  readonly outcomeUnknown: () => void;
}

/** The command side of an engine. */
export interface Commands {
  readonly run: (commands: readonly CommandEnvelope[]) => Promise<readonly QueueReply[]>;
  readonly whenIdle: () => Promise<void>;
  /** Begins a trial: commands are decided on what came before them in it, and nothing is written. */
  readonly beginTrial: () => (commands: readonly CommandEnvelope[]) => readonly TrialReply[];
}

/** Puts the command side together. */
export const createCommands = (context: CommandsContext): Commands => {
  const { parts, options, catalog, newId, readModels, readOnly } = context;
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

  const follow = createFollow({
    keys,
    projector: readModels.projector,
    privateIndex: readModels.privateIndex,
    bus: readModels.bus,
    catalog,
    notify: context.notify,
  });

  const commit = (group: CommandGroup): GroupOutcome =>
    log === null
      ? { ok: false, error: readOnly() ?? { type: 'ReadOnly' } }
      : commitGroup(group, {
          log,
          keys,
          catalog,
          cache,
          follow,
          failure: context.failure,
          outcomeUnknown: context.outcomeUnknown,
        });

  const queue = createCommandQueue({
    log: reader,
    catalog,
    nowMs: world.nowMs,
    newId,
    newGroup: () => createCommandGroup(groupContext),
    commit,
    ask: context.ask,
    whenIndexed: context.whenIndexed,
    readOnly,
    defect: context.failure,
    soon: context.soon,
  });

  return {
    run: queue.run,
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
