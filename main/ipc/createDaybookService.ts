import { setTimeout as wait } from 'node:timers/promises';
import { err, ok, type Result } from '../../shared/kernel/result.ts';
import type {
  HostState,
  LockedDaybook,
  Notice,
  Refusal,
  StorageReport,
} from '../../shared/protocol.ts';
import type { Engine } from '../engine/Engine.ts';
import type { ContractService } from './createContractServer.ts';
import type { EngineStarter } from './createEngineStarter.ts';
import { createEngineSlot, type EngineSlot } from './createEngineSlot.ts';
import { createIdleLock } from './createIdleLock.ts';
import { createGuessBrake } from './createGuessBrake.ts';
import { createSampleMethods } from './createSampleMethods.ts';
import type { DaybookPlace } from './DaybookPlace.ts';
import { describeDefect, type HostLog } from './HostLog.ts';
import { readStorage } from './readStorage.ts';

/** What every host has behind its contract server: the daybooks it knows, and the one that is open. */
export interface DaybookService {
  readonly contract: ContractService;
  /** Tells what the engine and the host say unasked. Gives back how to stop listening. */
  readonly onNotice: (listener: (notice: Notice) => void) => () => void;
  /** Closes the open daybook, and opens none any more. */
  readonly close: () => Promise<void>;
}

export interface DaybookServiceDependencies {
  readonly place: DaybookPlace;
  readonly engines: EngineStarter;
  readonly log: HostLog;
}

/** Runs one piece of work after the other, whatever becomes of each. */
const createTurns = (): (<Value>(work: () => Promise<Value>) => Promise<Value>) => {
  let last: Promise<unknown> = Promise.resolve();
  return (work) => {
    const turn = last.then(work);
    last = turn.catch(() => undefined);
    return turn;
  };
};

interface Announcer {
  readonly onNotice: DaybookService['onNotice'];
  readonly tell: (notice: Notice) => void;
}

const createAnnouncer = (): Announcer => {
  const listeners = new Set<(notice: Notice) => void>();
  return {
    tell: (notice) => {
      for (const listener of listeners) listener(notice);
    },
    onNotice: (listener) => {
      listeners.add(listener);
      return () => listeners.delete(listener);
    },
  };
};

/** Counts the long work that is under way. */
interface JobCount {
  readonly count: <Value>(work: () => Promise<Value>) => Promise<Value>;
  readonly isAny: () => boolean;
}

const createJobCount = (): JobCount => {
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

const repeatUnheld = (work: () => void, everyMs: number): (() => void) => {
  // It must not keep the program from ending.
  const timer = setInterval(work, everyMs).unref();
  return () => clearInterval(timer);
};

/** Everything that asks the open daybook goes straight to its engine. */
const engineMethods = (
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
const storageMethods = (
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
          const report = await engine.report();
          const open = slot.open();
          return open === null
            ? err({ type: 'NoDaybookOpen' })
            : ok({ ...readStorage(open.folder), ...report });
        },
        (error) => err(error),
      ),
  };
};

/** Keeps one engine, that of the daybook that is open, and everything that is said to and by it. */
export const createDaybookService = ({
  place,
  engines,
  log,
}: DaybookServiceDependencies): DaybookService => {
  const { tell, onNotice } = createAnnouncer();
  const inTurn = createTurns();
  const jobs = createJobCount();
  let closing = false;
  let locked: LockedDaybook | null = null;

  const state = async (): Promise<HostState> => {
    const open = await slot.ask(
      (engine) => engine.status(),
      () => null,
    );
    const crashed = slot.crashed();
    const { home } = place;
    return {
      daybooks: place.list(),
      open,
      openFolder: open === null ? null : (slot.open()?.folder ?? null),
      home,
      ...(crashed === null ? {} : { crashed }),
      ...(locked === null ? {} : { locked }),
    };
  };

  const announce = async (): Promise<HostState> => {
    const now = await state();
    tell({ type: 'host', state: now });
    return now;
  };

  const failed = (event: string) => (thrown: unknown) =>
    log({ event, defect: describeDefect(thrown) });

  const slot = createEngineSlot(() => {
    log({ event: 'engineStopped' });
    void announce().catch(failed('announce'));
  });

  const remember = (folder: string, name: string): void => {
    try {
      place.remember({ folder, name });
    } catch (thrown) {
      // The daybook is open all the same; only the list of known ones lacks it.
      failed('remember')(thrown);
    }
  };

  const adopt = async (folder: string, engine: Engine): Promise<HostState> => {
    const { name } = await engine.status().catch(async (thrown: unknown) => {
      await engine.close().catch(failed('close'));
      throw thrown;
    });
    engine.onNotice(tell);
    slot.take({ folder, name }, engine);
    locked = null;
    remember(folder, name);
    return announce();
  };

  /** Opens by `start` in turn, unless something is open already. */
  const begin = (
    find: () => Result<string, Refusal>,
    start: (folder: string) => Promise<Result<Engine, Refusal>>,
  ): Promise<Result<HostState, Refusal>> =>
    inTurn(async () => {
      if (closing) return err({ type: 'HostClosing' });
      const open = slot.open();
      if (open !== null) return err({ type: 'AlreadyOpen', ...open });
      const folder = find();
      if (!folder.ok) return folder;
      const started = await start(folder.value);
      if (!started.ok) return started;
      return ok(await adopt(folder.value, started.value));
    });

  const { stop: stopMakingSamples, ...sampleMethods } = createSampleMethods({
    place,
    engines,
    slot,
    tell,
    announce,
    inTurn,
    begin,
  });

  /** Closes the open daybook; one that is locked is kept in mind. */
  const close = (because: LockedDaybook['because'] | null): Promise<HostState> =>
    inTurn(async () => {
      const open = slot.open();
      idle.rest();
      if (open !== null) locked = because === null ? null : { ...open, because };
      await slot.release();
      return announce();
    });

  const idle = createIdleLock({
    nowMs: Date.now,
    elapsedMs: () => performance.now(),
    isBusy: jobs.isAny,
    lock: () => void close('idle').catch(failed('lock')),
    repeat: repeatUnheld,
  });

  return {
    onNotice,
    contract: {
      ...engineMethods(slot, jobs),
      ...storageMethods(slot),
      ...sampleMethods,
      'host/about': () =>
        Promise.resolve(
          ok({
            node: process.versions.node,
            platform: process.platform,
            architecture: process.arch,
          }),
        ),
      'host/state': async () => ok(await state()),
      'daybook/create': ({ name, currency, passphrase }) =>
        begin(
          () => place.newFolder(name),
          (folder) => engines.createDaybook({ folder, name, currency, passphrase }),
        ),
      'daybook/open': ({ folder, passphrase }) =>
        begin(
          () => place.locate(folder),
          (located) => engines.openDaybook({ folder: located, passphrase }),
        ),
      'daybook/close': async () => ok(await close(null)),
      'daybook/lock': async () => ok(await close('asked')),
      'daybook/active': ({ lockAfterMinutes }) => {
        if (slot.open() !== null) idle.active(lockAfterMinutes);
        return Promise.resolve(ok(null));
      },
    },
    close: async () => {
      closing = true;
      stopMakingSamples();
      idle.stop();
      await inTurn(slot.release);
    },
  };
};
