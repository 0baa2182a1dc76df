import { randomUUID } from 'node:crypto';
import path from 'node:path';
import { createDaybookService, type DaybookService } from './createDaybookService.ts';
import { createEngineStarter, type EngineStarter } from './createEngineStarter.ts';
import type { DaybookPlace } from './DaybookPlace.ts';
import { createHandedFiles, type HandedFiles } from './HandedFiles.ts';
import { readHostFacts } from './HostFacts.ts';
import { createFailureLog, createFileLog, readLogLines, type HostLog } from './HostLog.ts';
import { openHandedFolder } from './openHandedFolder.ts';
import { sweepSamples } from './sweepSamples.ts';

export interface Host {
  readonly service: DaybookService;
  /** Those of the service. */
  readonly files: HandedFiles;
  readonly log: HostLog;
}

/** What a host with several windows has of its own, each window with a service. */
export interface HostParts {
  readonly log: HostLog;
  readonly engines: EngineStarter;
  /** For the files of this window alone. */
  readonly handedFolder: string;
  readonly chooseFolder?: () => Promise<string | null>;
  readonly choosePlace?: (name: string) => Promise<string | null>;
  readonly showInFolder?: (file: string) => void;
}

/** Where the program writes down what happens to it. */
export const logFileIn = (home: string): string => path.join(home, '.logs', 'host.log');

/** The log of the program, in a folder of its own. */
export const createHostLog = (home: string): HostLog => createFileLog(logFileIn(home), Date.now);

const partsOfOneWindow = (home: string): HostParts => {
  sweepSamples(home);
  const log = createHostLog(home);
  return { log, engines: createEngineStarter(log), handedFolder: openHandedFolder(home, log) };
};

/** The service over real engines. All hosts begin so. */
export const createHost = (
  place: DaybookPlace,
  home: string,
  parts: HostParts = partsOfOneWindow(home),
): Host => {
  const { handedFolder, ...own } = parts;
  const files = createHandedFiles({
    folder: handedFolder,
    newId: randomUUID,
    onLeft: createFailureLog(own.log)('notRemoved'),
  });
  const service = createDaybookService({
    place,
    files,
    nowMs: Date.now,
    diagnostics: { host: readHostFacts(), logLines: () => readLogLines(logFileIn(home)) },
    ...own,
  });
  return { service, files, log: own.log };
};
