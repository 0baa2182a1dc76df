import { randomUUID } from 'node:crypto';
import path from 'node:path';
import { imports } from '../../shared/imports/registry.ts';
import { ok } from '../../shared/kernel/result.ts';
import { records } from '../../shared/records/registry.ts';
import { views } from '../../shared/views/registry.ts';
import { createEngine } from '../engine/createEngine.ts';
import type { EngineOptions } from '../engine/EngineOptions.ts';
import { createDaybookFolder } from '../engine/folder/createDaybookFolder.ts';
import { openParts } from '../engine/folder/openParts.ts';
import { cheapKdf } from '../engine/keys/cheapKdf.ts';
import { worldOfThisMachine } from '../engine/worldOfThisMachine.ts';
import {
  createDaybookService,
  type DaybookService,
  type DaybookServiceDependencies,
} from './createDaybookService.ts';
import type { EngineStarter } from './createEngineStarter.ts';
import { createHandedFiles } from './HandedFiles.ts';
import { readHostFacts } from './HostFacts.ts';

/*
 * Real engines without what takes their time at opening: a thread of their own, and a passphrase that
 * is dear to guess. For tests only.
 */

const options: EngineOptions = {
  world: worldOfThisMachine,
  records,
  views,
  imports,
  kdf: cheapKdf,
  reportDefect: () => 'defect',
};

const openInThisThread: EngineStarter['openDaybook'] = async (location) => {
  const parts = await openParts(location, options);
  return parts.ok ? ok(createEngine(parts.value, options)) : parts;
};

export const quickEngines: EngineStarter = {
  prepare: () => {},
  openDaybook: openInThisThread,
  createDaybook: async (daybook) => {
    const created = await createDaybookFolder(daybook, options);
    return created.ok ? openInThisThread(daybook) : created;
  },
};

/** A service over such engines, with a log that nobody reads unless the test does. */
export const quickService = (
  dependencies: Pick<DaybookServiceDependencies, 'place'> & Partial<DaybookServiceDependencies>,
): DaybookService =>
  createDaybookService({
    engines: quickEngines,
    files: createHandedFiles({
      folder: path.join(dependencies.place.home, '.handed', 'test'),
      newId: randomUUID,
    }),
    log: () => {},
    nowMs: Date.now,
    diagnostics: { host: readHostFacts(), logLines: () => [] },
    ...dependencies,
  });
