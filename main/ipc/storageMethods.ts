import { setTimeout as wait } from 'node:timers/promises';
import { err, ok, type Result } from '../../shared/kernel/result.ts';
import type { PassphraseChanged, StorageReport } from '../../shared/protocol/daybook-status.ts';
import type { Refusal } from '../../shared/protocol/refusal.ts';
import type { ContractService } from './createContractServer.ts';
import type { EngineSlot } from './createEngineSlot.ts';
import { createGuessBrake } from './createGuessBrake.ts';
import { readFreeBytes } from './readFreeBytes.ts';

type StorageMethods = Pick<ContractService, 'daybook/change-passphrase' | 'daybook/storage'>;

/** What is asked of the files of the open daybook. */
export const storageMethods = (slot: EngineSlot): StorageMethods => {
  const brake = createGuessBrake(wait);
  return {
    'daybook/change-passphrase': ({ current, next }) =>
      brake.guess(() =>
        slot.tell<Result<PassphraseChanged, Refusal>>(
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
