import { err, ok, type Result } from '../../shared/kernel/result.ts';
import type { Notice } from '../../shared/methods.ts';
import type { DaybookStatus } from '../../shared/protocol/daybook-status.ts';
import type { Refusal } from '../../shared/protocol/refusal.ts';
import type { Engine, KeptKey } from '../engine/Engine.ts';
import { createKeptKey } from '../engine/startEngine.ts';
import { createCrashLimit } from './createCrashLimit.ts';
import { createEngineSlot, type EngineSlot } from './createEngineSlot.ts';
import type { EngineStarter } from './createEngineStarter.ts';
import type { DaybookPlace } from './DaybookPlace.ts';
import { createFailureLog, type HostLog } from './HostLog.ts';
import type { Timed } from './createTimed.ts';
import { createTurns, type Turns } from './createTurns.ts';

/** The one daybook that a host has open, from its opening over crashes to its closing. */
export interface OpenDaybook {
  readonly slot: EngineSlot;
  /**
   * Does one thing after the other: opening, closing, restarting. Nothing in a turn may ask the slot, as a
   * question waits for a restart that is under way, and the restart for its turn.
   */
  readonly inTurn: Turns;
  /** Opens by `start` in turn, unless something is open already. Gives how the daybook is. */
  readonly begin: (
    event: 'create' | 'open' | 'sample',
    find: () => Result<string, Refusal>,
    start: (folder: string, keepKeyIn: KeptKey) => Promise<Result<Engine, Refusal>>,
  ) => Promise<Result<DaybookStatus, Refusal>>;
  /** Closes what is open. To be called in a turn. */
  readonly release: () => Promise<void>;
  /** Lets nothing be opened any more. */
  readonly stop: () => void;
}

export interface OpenDaybookDependencies {
  readonly place: DaybookPlace;
  readonly engines: EngineStarter;
  readonly log: HostLog;
  readonly nowMs: () => number;
  readonly timed: Timed;
  /** Passes on what the engine says unasked. */
  readonly tell: (notice: Notice) => void;
  /** Told when a daybook was opened by somebody. */
  readonly onOpened: () => void;
  /** Told when a crash has changed how the daybook is. */
  readonly onCrash: () => void;
  /** Told when nothing is open any more. */
  readonly onClosed: () => void;
}

/** Nothing is open yet. */
export const createOpenDaybook = ({
  place,
  engines,
  log,
  nowMs,
  timed,
  tell,
  onOpened,
  onCrash,
  onClosed,
}: OpenDaybookDependencies): OpenDaybook => {
  const inTurn = createTurns();
  let closing = false;

  const failed = createFailureLog(log);
  const afterCrash = createCrashLimit(nowMs);
  const slot = createEngineSlot({
    inTurn,
    startAgain: () => {
      log({ event: 'engineStopped', level: 'error' });
      return afterCrash() === 'startAgain';
    },
    onRestart: (engine) => {
      engine.onNotice(tell);
      onCrash();
    },
    onLoss: () => {
      log({ event: 'notRestarted', level: 'error' });
      onClosed();
      onCrash();
    },
    onFailure: failed('restart'),
  });

  const remember = (folder: string, name: string): void => {
    try {
      place.remember({ folder, name });
    } catch (thrown) {
      // The daybook is open all the same; only the list of known ones lacks it.
      failed('remember')(thrown);
    }
  };

  const adopt = (folder: string, engine: Engine, keptKey: KeptKey): void => {
    const { name } = engine.opened;
    engine.onNotice(tell);
    slot.take({
      daybook: { folder, name },
      engine,
      reopen: () => timed({ event: 'restart' }, () => engines.openDaybook({ folder, keptKey })),
      forget: () => keptKey.fill(0),
    });
    onOpened();
    remember(folder, name);
  };

  const begin: OpenDaybook['begin'] = (event, find, start) =>
    inTurn(async () => {
      if (closing) return err({ type: 'HostClosing' });
      const open = slot.open();
      if (open !== null) return err({ type: 'AlreadyOpen', ...open });
      const folder = find();
      if (!folder.ok) return folder;
      const keptKey = createKeptKey();
      let isAdopted = false;
      try {
        const started = await timed({ event }, () => start(folder.value, keptKey));
        if (!started.ok) return started;
        adopt(folder.value, started.value, keptKey);
        isAdopted = true;
        return ok(started.value.opened);
      } finally {
        if (!isAdopted) {
          // It may hold the key of a daybook whose keys opened and whose rows did not.
          keptKey.fill(0);
          engines.prepare();
        }
      }
    });

  const release = async (): Promise<void> => {
    const wasOpen = slot.open() !== null;
    try {
      await slot.release();
    } finally {
      onClosed();
    }
    if (wasOpen) log({ event: 'close' });
    if (!closing) engines.prepare();
  };

  engines.prepare();
  return {
    slot,
    inTurn,
    begin,
    release,
    stop: () => {
      closing = true;
    },
  };
};
