import path from 'node:path';
import { setTimeout as wait } from 'node:timers/promises';
import { err, ok, type Result } from '../../shared/kernel/result.ts';
import type {
  HostState,
  KnownDaybook,
  LockedDaybook,
  Notice,
  Refusal,
  StorageReport,
} from '../../shared/protocol.ts';
import type { Engine } from '../engine/Engine.ts';
import { findDaybook } from '../engine/startEngine.ts';
import type { ContractService } from './createContractServer.ts';
import type { EngineStarter } from './createEngineStarter.ts';
import { createEngineSlot, type EngineSlot } from './createEngineSlot.ts';
import { createIdleLock } from './createIdleLock.ts';
import { createGuessBrake } from './createGuessBrake.ts';
import { createSampleMethods } from './createSampleMethods.ts';
import type { DaybookPlace } from './DaybookPlace.ts';
import type { HostFacts } from './HostFacts.ts';
import { describeDefect, type HostLog, type HostLogEntry } from './HostLog.ts';
import { writeDiagnostics, type DiagnosticsSource } from './writeDiagnostics.ts';
import { readStorage } from './readStorage.ts';

/** What every host has behind its contract server: the daybooks it knows, and the one that is open. */
export interface DaybookService {
  readonly contract: ContractService;
  /** Tells what the engine and the host say unasked. Gives back how to stop listening. */
  readonly onNotice: (listener: (notice: Notice) => void) => () => void;
  /** Whether a daybook could be opened: none is. */
  readonly isFree: () => boolean;
  /** Leads the window to the daybook of a folder; its passphrase is for the user to type. */
  readonly want: (folder: string) => void;
  /** Closes the open daybook, and opens none any more. */
  readonly close: () => Promise<void>;
}

export interface DaybookServiceDependencies {
  readonly place: DaybookPlace;
  readonly engines: EngineStarter;
  readonly log: HostLog;
  /** Shows the system's dialog for a folder; left out where there is none. */
  readonly chooseFolder?: () => Promise<string | null>;
  readonly nowMs: () => number;
  /** What diagnostics tell beside the open daybook. */
  readonly diagnostics: {
    readonly host: HostFacts;
    readonly logLines: () => readonly string[];
  };
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
  chooseFolder,
  nowMs,
  diagnostics,
}: DaybookServiceDependencies): DaybookService => {
  const { tell, onNotice } = createAnnouncer();
  const inTurn = createTurns();
  const jobs = createJobCount();
  let closing = false;
  let wanted: KnownDaybook | null = null;
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
      ...(wanted === null ? {} : { wanted }),
      ...(chooseFolder === undefined ? {} : { canLocate: true }),
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

  /** Of an engine in trouble, too, there is something to tell. */
  const openFigures = async (): Promise<DiagnosticsSource['open']> => {
    try {
      return await slot.ask<DiagnosticsSource['open']>(
        async (engine) => ({ status: await engine.status(), figures: await engine.figures() }),
        () => 'none',
      );
    } catch {
      return 'unanswering';
    }
  };

  /** The daybook of a folder, by the name that is known of it. */
  const named = (folder: string): KnownDaybook => {
    const known = place.list().find((daybook) => daybook.folder === folder);
    return { folder, name: known?.name ?? path.basename(folder) };
  };

  const locate = async (): Promise<Result<KnownDaybook | null, Refusal>> => {
    if (chooseFolder === undefined) return err({ type: 'NoDialogHere' });
    const folder = await chooseFolder();
    if (folder === null) return ok(null);
    const found = findDaybook(folder);
    return found.ok ? ok(named(folder)) : found;
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
    wanted = null;
    locked = null;
    remember(folder, name);
    return announce();
  };

  /** Opens by `start` in turn, unless something is open already. */
  const begin = (
    event: 'create' | 'open' | 'sample',
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

  const asked = engineMethods(slot, jobs);
  log({ event: 'start' });

  const { stop: stopMakingSamples, ...sampleMethods } = createSampleMethods({
    place,
    engines,
    slot,
    tell,
    announce,
    inTurn,
    begin: (find, start) => begin('sample', find, start),
  });

  /** Closes the open daybook; one that is locked is kept in mind. */
  const close = (because: LockedDaybook['because'] | null): Promise<HostState> =>
    inTurn(async () => {
      const open = slot.open();
      idle.rest();
      if (open !== null) locked = because === null ? null : { ...open, because };
      await release();
      return announce();
    });

  const idle = createIdleLock({
    nowMs,
    elapsedMs: () => performance.now(),
    isBusy: jobs.isAny,
    lock: () => void close('idle').catch(failed('lock')),
    repeat: repeatUnheld,
  });

  return {
    onNotice,
    contract: {
      ...asked,
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
      'job/run': (input) =>
        timed({ event: 'job', job: input.job.kind }, () => asked['job/run'](input)),
      'host/state': async () => ok(await state()),
      'host/diagnostics': async () => {
        const { host, logLines } = diagnostics;
        const open = await openFigures();
        return ok({ text: writeDiagnostics({ host, open, logLines: logLines() }) });
      },
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
      'daybook/close': async () => ok(await close(null)),
      'daybook/lock': async () => ok(await close('asked')),
      'daybook/active': ({ lockAfterMinutes }) => {
        if (slot.open() !== null) idle.active(lockAfterMinutes);
        return Promise.resolve(ok(null));
      },
      'daybook/locate': locate,
    },
    isFree: () => slot.open() === null,
    want: (folder) => {
      wanted = named(folder);
      locked = null;
      void announce().catch(failed('announce'));
    },
    close: async () => {
      closing = true;
      stopMakingSamples();
      idle.stop();
      await inTurn(release);
      log({ event: 'stop' });
    },
  };
};
