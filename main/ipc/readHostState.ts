import type { DaybookStatus } from '../../shared/protocol/daybook-status.ts';
import type { HostState, KnownDaybook } from '../../shared/protocol/host-state.ts';
import type { EngineSlot } from './createEngineSlot.ts';
import type { LockMethods } from './createLockMethods.ts';
import type { RunningJobs } from './createRunningJobs.ts';
import type { DaybookPlace } from './DaybookPlace.ts';

export interface HostStateContext {
  /** How the daybook is that was opened just now; without it the engine is asked, which may be at work. */
  readonly opened?: DaybookStatus;
  readonly place: DaybookPlace;
  readonly slot: EngineSlot;
  readonly lock: Pick<LockMethods, 'locked' | 'lastOpen' | 'closings'>;
  readonly jobs: RunningJobs;
  readonly wanted: KnownDaybook | null;
  readonly canLocate: boolean;
  readonly canShow: boolean;
}

/** What a host has open, and what else its windows go by. */
export const readHostState = async (context: HostStateContext): Promise<HostState> => {
  const { place, slot, lock, jobs, wanted, canLocate, canShow } = context;
  const status =
    context.opened ??
    (await slot.ask(
      (engine) => engine.status(),
      () => null,
    ));
  const [crashed, restarts, locked] = [slot.crashed(), slot.restarts(), lock.locked()];
  const closings = lock.closings();
  // On the desktop another window may have opened another one since.
  const lastUsed = lock.lastOpen() ?? place.lastUsed();
  const [running, ended] = [jobs.list(), jobs.ended()];
  return {
    daybooks: place.list(),
    open: status,
    openFolder: status === null ? null : (slot.open()?.folder ?? null),
    home: place.home,
    ...(running.length === 0 ? {} : { jobs: running }),
    ...(ended.length === 0 ? {} : { ended }),
    ...(crashed === null ? {} : { crashed }),
    ...(restarts === 0 ? {} : { restarts }),
    ...(closings === 0 ? {} : { closings }),
    ...(lastUsed === null ? {} : { lastUsed }),
    ...(locked === null ? {} : { locked }),
    ...(wanted === null ? {} : { wanted }),
    ...(canLocate ? { canLocate } : {}),
    ...(canShow ? { canShow } : {}),
  };
};
