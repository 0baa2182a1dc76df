import { existsSync, renameSync, rmSync } from 'node:fs';
import path from 'node:path';
import { err, ok, type Result } from '../../shared/kernel/result.ts';
import type { Notice } from '../../shared/methods.ts';
import type { HostState, Refusal } from '../../shared/protocol.ts';
import type { Engine, KeptKey } from '../engine/Engine.ts';
import { makeSampleDaybook, sampleName } from '../sample/makeSampleDaybook.ts';
import { isSample } from '../sample/sampleMark.ts';
import { samplePassphrase } from '../sample/samplePassphrase.ts';
import type { ContractService } from './createContractServer.ts';
import type { EngineSlot } from './createEngineSlot.ts';
import type { EngineStarter } from './createEngineStarter.ts';
import type { DaybookPlace } from './DaybookPlace.ts';

/** The sample is there and does not open: somebody gave it another passphrase, say, or damaged it. */
export interface SampleNotOpened {
  readonly type: 'SampleNotOpened';
  readonly folder: string;
  readonly reason: Refusal;
}

export interface SampleMethodsContext {
  readonly place: DaybookPlace;
  readonly engines: EngineStarter;
  readonly slot: EngineSlot;
  /** Closes what is open. */
  readonly release: () => Promise<void>;
  readonly tell: (notice: Notice) => void;
  readonly announce: () => Promise<HostState>;
  readonly inTurn: <Value>(work: () => Promise<Value>) => Promise<Value>;
  /** Opens by `start` in turn, unless something is open already. */
  readonly begin: (
    event: 'sample',
    find: () => Result<string, Refusal>,
    start: (folder: string, keepKeyIn: KeptKey) => Promise<Result<Engine, Refusal>>,
  ) => Promise<Result<HostState, Refusal>>;
}

export interface SampleMethods extends Pick<
  ContractService,
  'sample/open' | 'sample/cancel' | 'sample/remove'
> {
  /** Ends the making of samples: the host is about to. */
  readonly stop: () => void;
}

/** A daybook to look around in, never mixed with a real one, and gone without a trace when it is not wanted. */
export const createSampleMethods = (context: SampleMethodsContext): SampleMethods => {
  const { place, engines, slot, release, tell, announce, inTurn, begin } = context;
  const making = new Map<string, AbortController>();

  const sampleFolder = (): string | null =>
    place.list().find((daybook) => daybook.isSample)?.folder ?? null;

  const make = (folder: string, id: string, signal: AbortSignal): Promise<Result<null, Refusal>> =>
    makeSampleDaybook(folder, {
      createDaybook: engines.createDaybook,
      signal,
      onProgress: (done, total) =>
        tell({ type: 'progress', progress: { job: id, done, total, remainingMs: null } }),
    });

  const openOrMake = async (
    folder: string,
    id: string,
    signal: AbortSignal,
    keepKeyIn: KeptKey,
  ): Promise<Result<Engine, Refusal>> => {
    if (!existsSync(folder)) {
      const made = await make(folder, id, signal);
      if (!made.ok) return made;
    }
    const opened = await engines.openDaybook({
      folder,
      passphrase: samplePassphrase,
      keepKeyIn,
    });
    if (opened.ok) return opened;
    const refusal: SampleNotOpened = { type: 'SampleNotOpened', folder, reason: opened.error };
    return err(refusal);
  };

  return {
    'sample/open': async ({ id }) => {
      const stop = new AbortController();
      making.set(id, stop);
      try {
        return await begin(
          'sample',
          () => {
            const folder = sampleFolder();
            return folder === null ? place.newFolder(sampleName) : ok(folder);
          },
          (folder, keepKeyIn) => openOrMake(folder, id, stop.signal, keepKeyIn),
        );
      } finally {
        making.delete(id);
      }
    },
    'sample/cancel': ({ id }) => {
      making.get(id)?.abort();
      return Promise.resolve(ok(null));
    },
    'sample/remove': async () => {
      await inTurn(async () => {
        const folder = sampleFolder();
        if (folder === null || !isSample(folder)) return;
        if (slot.open()?.folder === folder) await release();
        // Out of sight in one step, so that none is ever half there.
        const removed = path.join(path.dirname(folder), `.sample-removed-${process.pid}`);
        renameSync(folder, removed);
        rmSync(removed, { recursive: true, force: true });
      });
      return ok(await announce());
    },
    stop: () => {
      for (const stop of making.values()) stop.abort();
    },
  };
};
