import type { Result } from '../../shared/kernel/result.ts';
import type { Refusal } from '../../shared/protocol/refusal.ts';
import type { DaybookLocation, DaybookToReopen, Engine, NewDaybook } from '../engine/Engine.ts';
import {
  createDaybook,
  openDaybook,
  prepareEngine,
  type EngineHost,
} from '../engine/startEngine.ts';
import type { HostLog } from './HostLog.ts';

/** How a host gets at engines. */
export interface EngineStarter {
  /** Gets ready for the next opening. More than once is as good as once. */
  readonly prepare: () => void;
  readonly createDaybook: (daybook: NewDaybook) => Promise<Result<Engine, Refusal>>;
  readonly openDaybook: (
    location: DaybookLocation | DaybookToReopen,
  ) => Promise<Result<Engine, Refusal>>;
}

/** Starts engines in threads of their own and writes down what goes wrong inside them. */
export const createEngineStarter = (log: HostLog): EngineStarter => {
  const host: EngineHost = {
    onDefect: (trace, incidentId) =>
      log({ event: 'engineDefect', level: 'error', incidentId, trace }),
  };
  return {
    prepare: prepareEngine,
    createDaybook: (daybook) => createDaybook(daybook, host),
    openDaybook: (location) => openDaybook(location, host),
  };
};
