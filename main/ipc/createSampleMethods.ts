import { existsSync, realpathSync, renameSync, rmSync } from 'node:fs';
import path from 'node:path';
import { err, ok, type Result } from '../../shared/kernel/result.ts';
import type { Notice } from '../../shared/methods.ts';
import type { HostState } from '../../shared/protocol/host-state.ts';
import type { Refusal } from '../../shared/protocol/refusal.ts';
import type { Engine, KeptKey } from '../engine/Engine.ts';
import { hiddenSampleIn } from '../sample/hiddenSample.ts';
import { makeSampleDaybook, sampleName } from '../sample/makeSampleDaybook.ts';
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
  /** Told of the folder that is gone. */
  readonly onRemoved: (folder: string) => void;
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

const isTaken = ({ type }: Refusal): boolean => type === 'InUse' || type === 'OpenInAnotherWindow';

/** Whatever names lead to the one and the other. */
const isSameFolder = (open: string | undefined, folder: string): boolean => {
  if (open === undefined || !existsSync(open)) return false;
  return realpathSync(open) === realpathSync(folder);
};

/** Out of sight in one step, so that none is ever half there. */
const remove = (folder: string): void => {
  const removed = hiddenSampleIn(path.dirname(folder));
  renameSync(folder, removed);
  rmSync(removed, { recursive: true, force: true });
};

/** A daybook to look around in, never mixed with a real one, and gone without a trace when it is not wanted. */
export const createSampleMethods = (context: SampleMethodsContext): SampleMethods => {
  const { place, engines, slot, release, tell, announce, inTurn, onRemoved, begin } = context;
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

  /** Whether no other window and no other program works with it. One that does not open is in nobody's hands. */
  const isFree = async (folder: string): Promise<Result<null, Refusal>> => {
    const opened = await engines.openDaybook({ folder, passphrase: samplePassphrase });
    if (opened.ok) await opened.value.close();
    else if (isTaken(opened.error)) return opened;
    return ok(null);
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
      const removed = await inTurn(async () => {
        const folder = sampleFolder();
        if (folder === null) return ok(null);
        if (isSameFolder(slot.open()?.folder, folder)) await release();
        const free = await isFree(folder);
        if (!free.ok) return free;
        remove(folder);
        onRemoved(folder);
        return ok(null);
      });
      // The daybook may be closed by now, though it was not removed.
      const state = await announce();
      return removed.ok ? ok(state) : removed;
    },
    stop: () => {
      for (const stop of making.values()) stop.abort();
    },
  };
};
