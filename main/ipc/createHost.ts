import path from 'node:path';
import { createDaybookService, type DaybookService } from './createDaybookService.ts';
import { createEngineStarter, type EngineStarter } from './createEngineStarter.ts';
import type { DaybookPlace } from './DaybookPlace.ts';
import { readHostFacts } from './HostFacts.ts';
import { createFileLog, readLogLines, type HostLog } from './HostLog.ts';

export interface Host {
  readonly service: DaybookService;
  readonly log: HostLog;
}

/** What a host has of its own. */
export interface HostParts {
  readonly log: HostLog;
  readonly engines: EngineStarter;
  readonly chooseFolder?: () => Promise<string | null>;
}

const logFileIn = (home: string): string => path.join(home, '.logs', 'host.log');

/** The log of the program, in a folder of its own. */
export const createHostLog = (home: string): HostLog => createFileLog(logFileIn(home), Date.now);

/** The service over real engines. All hosts begin so. */
export const createHost = (place: DaybookPlace, home: string, parts?: HostParts): Host => {
  const log = parts?.log ?? createHostLog(home);
  const service = createDaybookService({
    place,
    nowMs: Date.now,
    diagnostics: { host: readHostFacts(), logLines: () => readLogLines(logFileIn(home)) },
    ...(parts ?? { log, engines: createEngineStarter(log) }),
  });
  return { service, log };
};
