import path from 'node:path';
import { err, ok, type Result } from '../../shared/kernel/result.ts';
import type { Notice } from '../../shared/methods.ts';
import type { DaybookStatus } from '../../shared/protocol/daybook-status.ts';
import type { HostState, KnownDaybook } from '../../shared/protocol/host-state.ts';
import type { RunningJob } from '../../shared/protocol/jobs.ts';
import type { Refusal } from '../../shared/protocol/refusal.ts';
import { findDaybook } from '../engine/startEngine.ts';
import { createAnnouncer } from './createAnnouncer.ts';
import type { ContractService } from './createContractServer.ts';
import type { EngineStarter } from './createEngineStarter.ts';
import { createLockMethods } from './createLockMethods.ts';
import { createOpenDaybook } from './createOpenDaybook.ts';
import { createRunningJobs } from './createRunningJobs.ts';
import { createSampleMethods } from './createSampleMethods.ts';
import { createTimed } from './createTimed.ts';
import type { DaybookPlace } from './DaybookPlace.ts';
import { engineMethods } from './engineMethods.ts';
import { fileMethods, type FileMethodsContext } from './fileMethods.ts';
import type { FileOwner } from './HandedFiles.ts';
import { createFailureLog, type HostLog } from './HostLog.ts';
import { hostMethods, type DiagnosticsContext } from './hostMethods.ts';
import { readHostState } from './readHostState.ts';
import { showMethods } from './showMethods.ts';
import { storageMethods } from './storageMethods.ts';

/** What every host has behind its contract server: the daybooks it knows, and the one that is open. */
export interface DaybookService {
  /** For the one window of a host that has no more. */
  readonly contract: ContractService;
  /** For the windows of one owner of files: an id that another was given is unknown to them. */
  readonly contractFor: (owner: FileOwner) => ContractService;
  /** Files are taken from windows while a daybook is open, and no other can be opened. */
  readonly isOpen: () => boolean;
  /** The daybook that is open: the same object until it is closed, and another when it is opened again. */
  readonly openDaybook: () => KnownDaybook | null;
  /** The long work that is under way, and that closing would stop. */
  readonly jobs: () => readonly RunningJob[];
  /** Tells what the engine and the host say unasked. Gives back how to stop listening. */
  readonly onNotice: (listener: (notice: Notice) => void) => () => void;
  /** Leads the window to the daybook of a folder; its passphrase is for the user to type. */
  readonly want: (folder: string) => void;
  /** Closes the open daybook, and opens none any more. */
  readonly close: () => Promise<void>;
}

export interface DaybookServiceDependencies extends Pick<
  FileMethodsContext,
  'files' | 'choosePlace'
> {
  readonly place: DaybookPlace;
  readonly engines: EngineStarter;
  readonly log: HostLog;
  /** Shows the system's dialog for a folder; left out where there is none. */
  readonly chooseFolder?: () => Promise<string | null>;
  /** Shows a file where it lies; left out where there is nothing to show it by. */
  readonly showInFolder?: (file: string) => void;
  readonly nowMs: () => number;
  readonly diagnostics: DiagnosticsContext;
}

/** Whose the files are in a host that has one window. */
export const onlyWindow: FileOwner = 'window';

/** Keeps one engine, that of the daybook that is open, and everything that is said to and by it. */
export const createDaybookService = (dependencies: DaybookServiceDependencies): DaybookService => {
  const { place, engines, files, log, nowMs, diagnostics, chooseFolder, showInFolder } =
    dependencies;
  const { tell, onNotice } = createAnnouncer();
  const jobs = createRunningJobs({
    onChange: (running) => tell({ type: 'jobs', jobs: running }),
    nowMs,
  });
  let wanted: KnownDaybook | null = null;

  const state = (opened?: DaybookStatus): Promise<HostState> =>
    readHostState({
      ...(opened === undefined ? {} : { opened }),
      place,
      slot,
      lock,
      jobs,
      wanted,
      canLocate: chooseFolder !== undefined,
      canShow: showInFolder !== undefined,
    });

  const announce = async (opened?: DaybookStatus): Promise<HostState> => {
    const now = await state(opened);
    tell({ type: 'host', state: now });
    return now;
  };

  const failed = createFailureLog(log);
  const timed = createTimed(log, nowMs);

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

  const open = createOpenDaybook({
    place,
    engines,
    log,
    nowMs,
    timed,
    tell: (notice) => {
      // Before windows hear of it, which then ask again how work has ended.
      if (notice.type === 'changed' && notice.erased) jobs.forgetRows();
      if (notice.type === 'status' && notice.isDeleted) lock.holdOff();
      tell(notice);
    },
    onOpened: () => {
      lock.forget();
      wanted = null;
    },
    onCrash: () => void announce().catch(failed('announce')),
    onClosed: () => {
      jobs.forget();
      files.releaseAll();
    },
  });
  const { slot, inTurn } = open;

  const begin = async (
    ...opening: Parameters<typeof open.begin>
  ): Promise<Result<HostState, Refusal>> => {
    const begun = await open.begin(...opening);
    return begun.ok ? ok(await announce(begun.value)) : begun;
  };

  const lock = createLockMethods({
    slot,
    nowMs,
    jobs: jobs.list,
    release: open.release,
    announce,
    inTurn,
    failed: failed('lock'),
  });

  const { stop: stopMakingSamples, ...sampleMethods } = createSampleMethods({
    place,
    engines,
    slot,
    release: open.release,
    tell,
    announce,
    inTurn,
    onRemoved: (folder) => {
      if (lock.locked()?.folder === folder) lock.forget();
      if (wanted?.folder === folder) wanted = null;
    },
    begin,
  });

  // One for all windows, so that nobody guesses twice as fast in two of them.
  const storage = storageMethods(slot);

  const contractFor = (owner: FileOwner): ContractService => {
    const naming = fileMethods({ ...dependencies, slot, jobs }, owner);
    return {
      ...engineMethods(slot),
      ...hostMethods(slot, diagnostics),
      ...storage,
      ...sampleMethods,
      ...lock.methods,
      ...naming,
      ...showMethods({ ...dependencies, slot }, owner),
      'job/run': (input) =>
        timed({ event: 'job', job: input.job.kind }, () => naming['job/run'](input)),
      'host/state': async () => ok(await state()),
      'daybook/create': ({ name, currency, passphrase }) =>
        begin(
          'create',
          () => place.newFolder(name),
          (folder, keepKeyIn) =>
            engines.createDaybook({ folder, name, currency, passphrase, keepKeyIn }),
        ),
      'daybook/open': ({ folder, passphrase }) =>
        begin(
          'open',
          () => place.locate(folder),
          (located, keepKeyIn) => engines.openDaybook({ folder: located, passphrase, keepKeyIn }),
        ),
      'daybook/locate': locate,
    };
  };

  log({ event: 'start' });
  return {
    onNotice,
    contract: contractFor(onlyWindow),
    contractFor,
    isOpen: () => slot.open() !== null,
    openDaybook: slot.open,
    jobs: jobs.list,
    want: (folder) => {
      wanted = named(folder);
      lock.forget();
      void announce().catch(failed('announce'));
    },
    close: async () => {
      open.stop();
      stopMakingSamples();
      lock.stop();
      try {
        await inTurn(open.release);
      } finally {
        // However it went: they are personal data in clear.
        files.end();
      }
      log({ event: 'stop' });
    },
  };
};
