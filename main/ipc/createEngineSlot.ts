import type { Result } from '../../shared/kernel/result.ts';
import type { KnownDaybook } from '../../shared/protocol/host-state.ts';
import type { Refusal } from '../../shared/protocol/refusal.ts';
import type { Engine } from '../engine/Engine.ts';

/** An engine and what to do when it stops by itself. */
export interface Restartable {
  readonly daybook: KnownDaybook;
  readonly engine: Engine;
  /** Opens the same daybook again, or says why it is not. */
  readonly reopen: () => Promise<Result<Engine, Refusal>>;
  /** Makes `reopen` impossible for ever. */
  readonly forget: () => void;
}

/** Room for one open daybook, which stays open while its engine is started again after a crash. */
export interface EngineSlot {
  /** The daybook that is open, or being opened again. */
  readonly open: () => KnownDaybook | null;
  /** The last one, when it stopped by itself and could not be opened again. */
  readonly crashed: () => KnownDaybook | null;
  /** How often the engine of the open daybook has been started again. */
  readonly restarts: () => number;
  /**
   * Asks the engine to do something, after a restart that is under way. When the engine stops meanwhile,
   * nobody knows whether it was done: that is a refusal. Any other failure is thrown on.
   */
  readonly tell: <Reply>(
    order: (engine: Engine) => Promise<Reply>,
    refuse: (error: Refusal) => Reply,
  ) => Promise<Reply>;
  /** Asks what changes nothing: when the engine stops meanwhile, the next one is asked once more. */
  readonly ask: <Reply>(
    question: (engine: Engine) => Promise<Reply>,
    refuse: (error: Refusal) => Reply,
  ) => Promise<Reply>;
  /** Takes an engine in. There must be none. */
  readonly take: (taken: Restartable) => void;
  /** Closes the open engine, if there is one. */
  readonly release: () => Promise<void>;
}

export interface EngineSlotDependencies {
  /** Does one thing after the other: a restart must not run beside an opening or a closing. */
  readonly inTurn: <Value>(work: () => Promise<Value>) => Promise<Value>;
  /** Whether to start again after this crash. */
  readonly startAgain: () => boolean;
  /** Told when a new engine runs in the place of one that stopped. */
  readonly onRestart: (engine: Engine) => void;
  /** Told when the daybook is out of the slot because its engine stopped. */
  readonly onLoss: () => void;
  /** Told of what went wrong at opening again. */
  readonly onFailure: (thrown: unknown) => void;
}

const noneOpen: Refusal = { type: 'NoDaybookOpen' };
/** What was asked may have been done or not: the daybook tells when it is asked again. */
const engineStopped: Refusal = { type: 'EngineStopped' };

/** Lets what is already on its way arrive: an engine that crashed says so in the same breath. */
const afterArrivals = (): Promise<void> => new Promise((resolve) => void setTimeout(resolve, 50));

/** In the place of a reply that will not come. */
const stopped = Symbol('the engine stopped');

/** An empty slot. */
export const createEngineSlot = ({
  inTurn,
  startAgain,
  onRestart,
  onLoss,
  onFailure,
}: EngineSlotDependencies): EngineSlot => {
  let held: Restartable | null = null;
  /** Settles when the engine that has stopped was started again, or was given up. */
  let restarting: Promise<void> | null = null;
  let restarts = 0;
  let crashed: KnownDaybook | null = null;

  const lose = (lost: Restartable): void => {
    lost.forget();
    held = null;
    restarts = 0;
    crashed = lost.daybook;
    onLoss();
  };

  const reopen = async (lost: Restartable): Promise<void> => {
    // Closed by somebody before its turn came.
    if (held !== lost) return;
    const reopened = await lost.reopen();
    if (!reopened.ok) {
      lose(lost);
      return;
    }
    restarts += 1;
    hold({ ...lost, engine: reopened.value });
    onRestart(reopened.value);
  };

  const restart = async (lost: Restartable): Promise<void> => {
    if (!startAgain()) {
      lose(lost);
      return;
    }
    await inTurn(() => reopen(lost)).catch((thrown: unknown) => {
      onFailure(thrown);
      if (held === lost) lose(lost);
    });
  };

  const hold = (taken: Restartable): void => {
    held = taken;
    const follow = async (): Promise<void> => {
      await taken.engine.ended;
      if (held !== taken) return;
      const work = restart(taken);
      restarting = work;
      await work;
      if (restarting === work) restarting = null;
    };
    void follow();
  };

  /** The engine that runs, after a restart that is under way. */
  const running = async (): Promise<Restartable | null> => {
    if (restarting === null) return held;
    await restarting;
    return running();
  };

  const reach = async <Reply>(
    { engine }: Restartable,
    question: (engine: Engine) => Promise<Reply>,
  ): Promise<Reply | typeof stopped> => {
    try {
      return await question(engine);
    } catch (thrown) {
      await afterArrivals();
      if (held?.engine === engine && restarting === null) throw thrown;
      return stopped;
    }
  };

  const tell: EngineSlot['tell'] = async (order, refuse) => {
    const asked = await running();
    if (asked === null) return refuse(noneOpen);
    const reply = await reach(asked, order);
    return reply === stopped ? refuse(engineStopped) : reply;
  };

  return {
    open: () => held?.daybook ?? null,
    crashed: () => crashed,
    restarts: () => restarts,
    tell,
    ask: async (question, refuse) => {
      const asked = await running();
      if (asked === null) return refuse(noneOpen);
      const reply = await reach(asked, question);
      // Once: a question that stops every engine must not be asked for ever.
      return reply === stopped ? tell(question, refuse) : reply;
    },
    take: (taken) => {
      crashed = null;
      restarts = 0;
      hold(taken);
    },
    release: async () => {
      const released = held;
      held = null;
      restarts = 0;
      try {
        await released?.engine.close();
      } finally {
        // Last, as a change of the passphrase that was under way keeps another key.
        released?.forget();
      }
    },
  };
};
