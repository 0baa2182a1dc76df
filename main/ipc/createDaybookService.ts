import { err, ok, type Result } from '../../shared/kernel/result.ts';
import type { HostState, Notice, Refusal } from '../../shared/protocol.ts';
import type { Engine } from '../engine/Engine.ts';
import type { ContractService } from './createContractServer.ts';
import type { EngineStarter } from './createEngineStarter.ts';
import { createEngineSlot } from './createEngineSlot.ts';
import {
  createEngineMethods,
  createJobCount,
  createStorageMethods,
} from './createEngineMethods.ts';
import { createHostMethods, type HostDiagnostics } from './createHostMethods.ts';
import { createLockMethods } from './createLockMethods.ts';
import { createSampleMethods } from './createSampleMethods.ts';
import type { DaybookPlace } from './DaybookPlace.ts';
import { describeDefect, type HostLog, type HostLogEntry } from './HostLog.ts';

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
  readonly nowMs: () => number;
  /** What diagnostics tell beside the open daybook. */
  readonly diagnostics: HostDiagnostics;
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

/** Keeps one engine, that of the daybook that is open, and everything that is said to and by it. */
export const createDaybookService = ({
  place,
  engines,
  log,
  nowMs,
  diagnostics,
}: DaybookServiceDependencies): DaybookService => {
  const { tell, onNotice } = createAnnouncer();
  const inTurn = createTurns();
  const jobs = createJobCount();
  let closing = false;

  const state = async (): Promise<HostState> => {
    const open = await slot.ask(
      (engine) => engine.status(),
      () => null,
    );
    const crashed = slot.crashed();
    const { home } = place;
    const last = locked();
    return {
      daybooks: place.list(),
      open,
      openFolder: open === null ? null : (slot.open()?.folder ?? null),
      home,
      ...(crashed === null ? {} : { crashed }),
      ...(last === null ? {} : { locked: last }),
    };
  };

  const announce = async (): Promise<HostState> => {
    const now = await state();
    tell({ type: 'host', state: now });
    return now;
  };

  const failed = (event: string) => (thrown: unknown) =>
    log({ event, level: 'error', defect: describeDefect(thrown) });

  /** Writes down how a piece of work went, and how long it took; never what it was given. */
  const timed = async <Reply extends Result<unknown, Refusal>>(
    entry: Pick<HostLogEntry, 'event' | 'job'>,
    work: () => Promise<Reply>,
  ): Promise<Reply> => {
    const from = nowMs();
    const reply = await work();
    const ms = nowMs() - from;
    if (reply.ok) log({ ...entry, ms });
    else log({ ...entry, level: 'warning', ms, refusal: reply.error.type });
    return reply;
  };

  const slot = createEngineSlot(() => {
    log({ event: 'engineStopped', level: 'error' });
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
    forget();
    remember(folder, name);
    return announce();
  };

  /** Opens by `start` in turn, unless something is open already. */
  const begin = (
    event: 'create' | 'open',
    find: () => Result<string, Refusal>,
    start: (folder: string) => Promise<Result<Engine, Refusal>>,
  ): Promise<Result<HostState, Refusal>> =>
    inTurn(async () => {
      if (closing) return err({ type: 'HostClosing' });
      const open = slot.open();
      if (open !== null) return err({ type: 'AlreadyOpen', ...open });
      const folder = find();
      if (!folder.ok) return folder;
      const started = await timed({ event }, () => start(folder.value));
      if (!started.ok) return started;
      return ok(await adopt(folder.value, started.value));
    });

  const release = async (): Promise<void> => {
    const wasOpen = slot.open() !== null;
    await slot.release();
    if (wasOpen) log({ event: 'close' });
  };

  const { locked, forget, stop, ...lockMethods } = createLockMethods({
    slot,
    nowMs,
    isBusy: jobs.isAny,
    release,
    announce,
    inTurn,
    failed: failed('lock'),
  });

  const { stop: stopMakingSamples, ...sampleMethods } = createSampleMethods({
    place,
    engines,
    slot,
    release,
    tell,
    announce,
    inTurn,
    begin,
  });

  const asked = createEngineMethods(slot, jobs);
  log({ event: 'start' });

  return {
    onNotice,
    contract: {
      ...asked,
      ...createStorageMethods(slot),
      ...sampleMethods,
      ...lockMethods,
      'job/run': (input) =>
        timed({ event: 'job', job: input.job.kind }, () => asked['job/run'](input)),
      ...createHostMethods(slot, diagnostics),
      'host/state': async () => ok(await state()),
      'daybook/create': ({ name, currency, passphrase }) =>
        begin(
          'create',
          () => place.newFolder(name),
          (folder) => engines.createDaybook({ folder, name, currency, passphrase }),
        ),
      'daybook/open': ({ folder, passphrase }) =>
        begin(
          'open',
          () => place.locate(folder),
          (located) => engines.openDaybook({ folder: located, passphrase }),
        ),
    },
    close: async () => {
      closing = true;
      stopMakingSamples();
      stop();
      await inTurn(release);
      log({ event: 'stop' });
    },
  };
};
