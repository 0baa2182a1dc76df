import { randomUUID } from 'node:crypto';
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { afterEach, beforeEach } from 'vitest';
import type { HostState } from '../../shared/protocol/host-state.ts';
import type { DaybookService } from './createDaybookService.ts';
import type { EngineStarter } from './createEngineStarter.ts';
import { createHomePlace } from './DaybookPlace.ts';
import { quickService } from './enginesUnderTest.ts';
import type { HostLogEntry } from './HostLog.ts';

export const passphrase = 'a long enough passphrase';

/** What each test finds new: a home, a clock that stands still, a log, and services that are closed after it. */
export interface Restarts {
  readonly home: () => string;
  readonly advance: (milliseconds: number) => void;
  readonly logged: () => readonly HostLogEntry[];
  readonly log: (entry: HostLogEntry) => void;
  readonly start: (engines: EngineStarter) => DaybookService;
}

export const useRestarts = (): Restarts => {
  let home = '';
  let nowMs = 0;
  let logged: HostLogEntry[] = [];
  let services: DaybookService[] = [];
  const log = (entry: HostLogEntry): void => void logged.push(entry);

  beforeEach(() => {
    home = path.join(mkdtempSync(path.join(tmpdir(), 'daybook-restart-')), 'home');
    nowMs = Date.UTC(2026, 10, 23);
    logged = [];
    services = [];
  });
  afterEach(async () => {
    for (const service of services) await service.close();
    rmSync(path.dirname(home), { recursive: true });
  });

  return {
    home: () => home,
    advance: (milliseconds) => {
      nowMs += milliseconds;
    },
    logged: () => logged,
    log,
    start: (engines) => {
      const place = createHomePlace(home);
      const service = quickService({ place, engines, log, nowMs: () => nowMs });
      services.push(service);
      return service;
    },
  };
};

export const create = ({ contract }: DaybookService) =>
  contract['daybook/create']({ name: 'Shop', currency: 'USD', passphrase });

export const register = ({ contract }: DaybookService, id: string = randomUUID()) =>
  contract['command/execute']({
    id,
    command: 'person/register',
    input: { details: { name: 'Ada' } },
  });

export const countPeople = ({ contract }: DaybookService) =>
  contract['view/ask']({ view: 'overview/totals', input: {} });

export const people = (number: number) => ({ ok: true, value: { rows: [{ people: number }] } });

export const stateOf = async ({ contract }: DaybookService): Promise<HostState> => {
  const state = await contract['host/state']({});
  if (!state.ok) throw new Error(state.error.type);
  return state.value;
};
