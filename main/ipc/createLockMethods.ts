import { ok } from '../../shared/kernel/result.ts';
import type { HostState, LockedDaybook } from '../../shared/protocol/host-state.ts';
import type { RunningJob } from '../../shared/protocol/jobs.ts';
import type { ContractService } from './createContractServer.ts';
import { createIdleLock } from './createIdleLock.ts';
import type { EngineSlot } from './createEngineSlot.ts';

export interface LockMethodsContext {
  readonly slot: EngineSlot;
  readonly nowMs: () => number;
  /** The long work that is under way. */
  readonly jobs: () => readonly RunningJob[];
  /** Closes what is open. */
  readonly release: () => Promise<void>;
  readonly announce: () => Promise<HostState>;
  readonly inTurn: <Value>(work: () => Promise<Value>) => Promise<Value>;
  readonly failed: (thrown: unknown) => void;
}

/** Closing and locking, by hand and by the clock. */
export interface LockMethods {
  readonly methods: Pick<ContractService, 'daybook/close' | 'daybook/lock' | 'daybook/active'>;
  /** The daybook that was locked last, as long as none was opened since. */
  readonly locked: () => LockedDaybook | null;
  /** The folder of the daybook that was closed or locked last. */
  readonly lastOpen: () => string | null;
  /** How often a daybook was closed for good. */
  readonly closings: () => number;
  /** What is open would be lost with its closing: the clock closes it no more. */
  readonly holdOff: () => void;
  /** Another one is open. */
  readonly forget: () => void;
  readonly stop: () => void;
}

const repeatUnheld = (work: () => void, everyMs: number): (() => void) => {
  // It must not keep the program from ending.
  const timer = setInterval(work, everyMs).unref();
  return () => clearInterval(timer);
};

/** Closes the open daybook for good, or locks it: then it is kept in mind, and windows keep their place in it. */
export const createLockMethods = (context: LockMethodsContext): LockMethods => {
  const { slot, nowMs, jobs, release, announce, inTurn, failed } = context;
  let locked: LockedDaybook | null = null;
  let lastOpen: string | null = null;
  let closings = 0;
  let isHeldOff = false;

  const closeInTurn = (because: LockedDaybook['because'] | null): Promise<void> =>
    inTurn(async () => {
      const open = slot.open();
      const stopped = jobs().map(({ kind }) => kind);
      if (open !== null && because === null) closings += 1;
      if (open !== null) {
        lastOpen = open.folder;
        locked =
          because === null
            ? null
            : { ...open, because, ...(stopped.length === 0 ? {} : { stopped }) };
      }
      idle.rest();
      isHeldOff = false;
      await release();
    });

  const close = async (because: LockedDaybook['because'] | null): Promise<HostState> => {
    try {
      await closeInTurn(because);
    } catch (thrown) {
      // However it went, nothing is open any more, and windows are not to show what they have read.
      await announce().catch(failed);
      throw thrown;
    }
    return announce();
  };

  const idle = createIdleLock({
    nowMs,
    elapsedMs: () => performance.now(),
    isBusy: () => isHeldOff || jobs().length > 0,
    lock: () => void close('idle').catch(failed),
    repeat: repeatUnheld,
  });

  return {
    methods: {
      'daybook/close': async () => ok(await close(null)),
      'daybook/lock': async () => ok(await close('asked')),
      'daybook/active': ({ lockAfterMinutes }) => {
        if (slot.open() !== null) idle.active(lockAfterMinutes);
        return Promise.resolve(ok(null));
      },
    },
    locked: () => locked,
    lastOpen: () => lastOpen,
    closings: () => closings,
    holdOff: () => {
      isHeldOff = true;
    },
    forget: () => {
      locked = null;
    },
    stop: idle.stop,
  };
};
