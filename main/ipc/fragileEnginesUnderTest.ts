import { ok } from '../../shared/kernel/result.ts';
import type { Engine, KeptKey } from '../engine/Engine.ts';
import type { EngineStarter } from './createEngineStarter.ts';
import { quickEngines } from './enginesUnderTest.ts';

export interface FragileEngines {
  readonly engines: EngineStarter;
  /** Ends the last one that was started. */
  readonly crash: () => Promise<void>;
  /** Where new daybooks were asked to keep their keys. */
  readonly keptKeys: readonly KeptKey[];
}

/**
 * Real engines in this thread, which end when `crash` is called as one does whose thread ends. For tests
 * only.
 */
export const createFragileEngines = (): FragileEngines => {
  let crash = (): Promise<void> => Promise.resolve();
  const keptKeys: KeptKey[] = [];

  const fragile = (engine: Engine): Engine => {
    let hasEnded = false;
    let tell: (how: 'crashed') => void = () => {};
    const crashed = new Promise<'crashed'>((resolve) => {
      tell = resolve;
    });
    crash = async () => {
      hasEnded = true;
      await engine.close();
      tell('crashed');
    };
    const unlessEnded =
      <Params extends readonly unknown[], Value>(call: (...params: Params) => Promise<Value>) =>
      (...params: Params): Promise<Value> =>
        hasEnded ? Promise.reject(new Error('the thread ended')) : call(...params);
    return {
      ...engine,
      status: unlessEnded(engine.status),
      execute: unlessEnded(engine.execute),
      ask: unlessEnded(engine.ask),
      runJob: unlessEnded(engine.runJob),
      ended: Promise.race([
        crashed,
        new Promise<'closed'>((resolve) => {
          void engine.ended.then(() => (hasEnded ? null : resolve('closed')));
        }),
      ]),
      close: () => (hasEnded ? Promise.resolve() : engine.close()),
    };
  };

  const engines: EngineStarter = {
    prepare: quickEngines.prepare,
    createDaybook: async (daybook) => {
      if (daybook.keepKeyIn !== undefined) keptKeys.push(daybook.keepKeyIn);
      const created = await quickEngines.createDaybook(daybook);
      return created.ok ? ok(fragile(created.value)) : created;
    },
    openDaybook: async (location) => {
      const opened = await quickEngines.openDaybook(location);
      return opened.ok ? ok(fragile(opened.value)) : opened;
    },
  };
  return { engines, crash: () => crash(), keptKeys };
};
