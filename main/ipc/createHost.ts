import path from 'node:path';
import { createDaybookService, type DaybookService } from './createDaybookService.ts';
import { createEngineStarter } from './createEngineStarter.ts';
import type { DaybookPlace } from './DaybookPlace.ts';
import { readHostFacts } from './HostFacts.ts';
import { createFileLog, readLogLines, type HostLog } from './HostLog.ts';

export interface Host {
  readonly service: DaybookService;
  readonly log: HostLog;
}

/** The service over real engines, with its log in a folder of the program's own. All hosts begin so. */
export const createHost = (place: DaybookPlace, home: string): Host => {
  const logFile = path.join(home, '.logs', 'host.log');
  const log = createFileLog(logFile, Date.now);
  const service = createDaybookService({
    place,
    engines: createEngineStarter(log),
    log,
    nowMs: Date.now,
    diagnostics: { host: readHostFacts(), logLines: () => readLogLines(logFile) },
  });
  return { service, log };
};
