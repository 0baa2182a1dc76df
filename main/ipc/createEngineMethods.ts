import { setTimeout as wait } from 'node:timers/promises';
import { err, ok, type Result } from '../../shared/kernel/result.ts';
import type { Refusal, StorageReport } from '../../shared/protocol.ts';
import type { ContractService } from './createContractServer.ts';
import type { EngineSlot } from './createEngineSlot.ts';
import { createGuessBrake } from './createGuessBrake.ts';
import { readFreeBytes } from './readFreeBytes.ts';

/** Counts the long work that is under way. */
export interface JobCount {
  readonly count: <Value>(work: () => Promise<Value>) => Promise<Value>;
  readonly isAny: () => boolean;
}

export const createJobCount = (): JobCount => {
  let running = 0;
  return {
    count: async (work) => {
      running += 1;
      try {
        return await work();
      } finally {
        running -= 1;
      }
    },
    isAny: () => running > 0,
  };
};

/** Everything that asks the open daybook goes straight to its engine. */
export const createEngineMethods = (
  slot: EngineSlot,
  jobs: JobCount,
): Pick<ContractService, 'command/execute' | 'view/ask' | 'job/run' | 'job/cancel'> => ({
  'command/execute': (command) =>
    slot.ask(
      (engine) => engine.execute(command),
      (error) => ({ ok: false, id: command.id ?? null, error }),
    ),
  'view/ask': ({ view, input }) =>
    slot.ask(
      (engine) => engine.ask(view, input),
      (error) => err(error),
    ),
  'job/run': ({ id, job }) =>
    jobs.count(() =>
      slot.ask(
        (engine) => engine.runJob(id, job),
        (error) => err(error),
      ),
    ),
  'job/cancel': ({ id }) =>
    slot.ask<Result<null, Refusal>>(
      async (engine) => {
        await engine.cancelJob(id);
        return ok(null);
      },
      (error) => err(error),
    ),
});

/** What is asked of the files of the open daybook. */
export const createStorageMethods = (
  slot: EngineSlot,
): Pick<ContractService, 'daybook/change-passphrase' | 'daybook/storage'> => {
  const brake = createGuessBrake(wait);
  return {
    'daybook/change-passphrase': ({ current, next }) =>
      brake.guess(() =>
        slot.ask<Result<null, Refusal>>(
          (engine) => engine.changePassphrase(current, next),
          (error) => err(error),
        ),
      ),
    'daybook/storage': () =>
      slot.ask<Result<StorageReport, Refusal>>(
        async (engine) => {
          const { lag, sqlite, size } = await engine.figures();
          const open = slot.open();
          if (open === null) return err({ type: 'NoDaybookOpen' });
          const { folder } = open;
          return ok({ folder, size, freeBytes: readFreeBytes(folder), lag, sqlite });
        },
        (error) => err(error),
      ),
  };
};
