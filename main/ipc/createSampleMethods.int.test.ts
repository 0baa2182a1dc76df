import { existsSync, mkdtempSync, readdirSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { afterEach, beforeEach, expect, test } from 'vitest';
import type { HostState } from '../../shared/protocol.ts';
import { samplePassphrase } from '../sample/samplePassphrase.ts';
import { createDaybookService, type DaybookService } from './createDaybookService.ts';
import { createHomePlace, createSinglePlace, type DaybookPlace } from './DaybookPlace.ts';
import { quickEngines } from './enginesUnderTest.ts';
import { readHostFacts } from './HostFacts.ts';

let home = '';
const services: DaybookService[] = [];

const start = (place: DaybookPlace = createHomePlace(home)) => {
  const service = createDaybookService({
    place,
    engines: quickEngines,
    log: () => {},
    nowMs: Date.now,
    diagnostics: { host: readHostFacts(), logLines: () => [] },
  });
  services.push(service);
  return service;
};

beforeEach(() => {
  home = mkdtempSync(path.join(tmpdir(), 'daybook-samples-'));
});
afterEach(async () => {
  for (const service of services.splice(0)) await service.close();
  rmSync(home, { recursive: true });
});

const must = (reply: Awaited<ReturnType<DaybookService['contract']['sample/open']>>): HostState => {
  if (!reply.ok) throw new Error(reply.error.type);
  return reply.value;
};

const foldersIn = (folder: string) =>
  readdirSync(folder, { withFileTypes: true })
    .filter((entry) => entry.isDirectory())
    .map(({ name }) => name);

test('a sample is made with progress, marked as one, opened again as it was left, and removed whole', async () => {
  const { contract, onNotice } = start();
  const told: number[] = [];
  const stop = onNotice((notice) => {
    if (notice.type === 'progress' && notice.progress.job === 'one')
      told.push(notice.progress.done / notice.progress.total);
  });
  const made = must(await contract['sample/open']({ id: 'one' }));
  stop();
  expect(told.at(-1)).toBe(1);
  const folder = path.join(home, 'Sample daybook');
  expect(made).toMatchObject({
    open: { name: 'Sample daybook' },
    openFolder: folder,
    daybooks: [{ folder, isSample: true }],
  });
  const register = { command: 'person/register', input: { details: { name: 'Ada' } } };
  expect(await contract['command/execute'](register)).toMatchObject({ ok: true });
  await contract['daybook/close']({});
  const again = must(await contract['sample/open']({ id: 'two' }));
  expect(again.open?.events).toBe((made.open?.events ?? 0) + 1);
  const removed = must(await contract['sample/remove']({}));
  expect(removed).toMatchObject({ open: null, daybooks: [] });
  expect(foldersIn(home)).toEqual([]);
}, 60_000);

test('one that is cancelled leaves nothing behind, and the next is made', async () => {
  const { contract, onNotice } = start();
  const stop = onNotice((notice) => {
    if (notice.type === 'progress') void contract['sample/cancel']({ id: 'one' });
  });
  const cancelled = await contract['sample/open']({ id: 'one' });
  expect(cancelled).toEqual({ ok: false, error: { type: 'Cancelled' } });
  stop();
  expect(foldersIn(home)).toEqual([]);
  expect(must(await contract['sample/open']({ id: 'two' })).open).not.toBeNull();
}, 60_000);

test('a daybook of somebody that is only called so is neither opened for a sample nor removed', async () => {
  const { contract } = start();
  const own = { name: 'Sample daybook', currency: 'USD', passphrase: samplePassphrase };
  await contract['daybook/create'](own);
  must(await contract['sample/remove']({}));
  await contract['daybook/close']({});
  const { openFolder } = must(await contract['sample/open']({ id: 'one' }));
  expect(openFolder).toBe(path.join(home, 'Sample daybook 2'));
  must(await contract['sample/remove']({}));
  expect(existsSync(path.join(home, 'Sample daybook', 'log.db'))).toBe(true);
}, 60_000);

test('a sample with another passphrase says that it does not open', async () => {
  const { contract } = start();
  must(await contract['sample/open']({ id: 'one' }));
  const change = { current: samplePassphrase, next: 'another one' };
  expect(await contract['daybook/change-passphrase'](change)).toMatchObject({ ok: true });
  await contract['daybook/close']({});
  expect(await contract['sample/open']({ id: 'two' })).toMatchObject({
    error: { type: 'SampleNotOpened', reason: { type: 'WrongPassphrase' } },
  });
}, 60_000);

test('a host that was started for one daybook makes none', async () => {
  const { contract } = start(createSinglePlace(path.join(home, 'Shop')));
  expect(await contract['sample/open']({ id: 'one' })).toMatchObject({
    error: { type: 'OnlyThisDaybook' },
  });
  expect(foldersIn(home)).toEqual([]);
});
