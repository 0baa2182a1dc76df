import type { KnownDaybook, Refusal } from '../../shared/protocol.ts';
import type { Engine } from '../engine/Engine.ts';

/** Room for one open daybook, and the memory of the last one that stopped by itself. */
export interface EngineSlot {
  readonly open: () => KnownDaybook | null;
  readonly crashed: () => KnownDaybook | null;
  /** Asks the open engine. One that stops meanwhile is a refusal; any other failure is thrown on. */
  readonly ask: <Reply>(
    question: (engine: Engine) => Promise<Reply>,
    refuse: (error: Refusal) => Reply,
  ) => Promise<Reply>;
  /** Takes an engine in. There must be none. */
  readonly take: (daybook: KnownDaybook, engine: Engine) => void;
  /** Closes the open engine, if there is one. */
  readonly release: () => Promise<void>;
}

const noneOpen: Refusal = { type: 'NoDaybookOpen' };
/** What was asked may have been done or not: the daybook tells when it is open again. */
const engineStopped: Refusal = { type: 'EngineStopped' };

/** Lets what is already on its way arrive: an engine that crashed says so in the same breath. */
const afterArrivals = (): Promise<void> => new Promise((resolve) => void setTimeout(resolve, 50));

/** An empty slot. `onCrash` is called when the engine in it has stopped by itself and is out of it. */
export const createEngineSlot = (onCrash: () => void): EngineSlot => {
  let held: { readonly daybook: KnownDaybook; readonly engine: Engine } | null = null;
  let crashed: KnownDaybook | null = null;

  return {
    open: () => held?.daybook ?? null,
    crashed: () => crashed,
    ask: async (question, refuse) => {
      const asked = held;
      if (asked === null) return refuse(noneOpen);
      try {
        return await question(asked.engine);
      } catch (thrown) {
        await afterArrivals();
        if (held === asked) throw thrown;
        return refuse(engineStopped);
      }
    },
    take: (daybook, engine) => {
      const taken = { daybook, engine };
      held = taken;
      crashed = null;
      const leave = async (): Promise<void> => {
        const how = await engine.ended;
        if (held !== taken) return;
        held = null;
        crashed = how === 'crashed' ? daybook : null;
        onCrash();
      };
      void leave();
    },
    release: async () => {
      const released = held;
      held = null;
      await released?.engine.close();
    },
  };
};
