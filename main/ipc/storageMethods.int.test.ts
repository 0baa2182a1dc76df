import { mkdtempSync, rmSync, statSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { afterEach, beforeEach, expect, test } from 'vitest';
import { createDaybookService, type DaybookService } from './createDaybookService.ts';
import { createHomePlace } from './DaybookPlace.ts';
import { quickEngines } from './enginesUnderTest.ts';

const passphrase = 'a long enough passphrase';
let home = '';
let service: DaybookService;

beforeEach(async () => {
  home = mkdtempSync(path.join(tmpdir(), 'daybook-storage-'));
  service = createDaybookService({
    place: createHomePlace(home),
    engines: quickEngines,
    log: () => {},
  });
  await service.contract['daybook/create']({ name: 'Shop', currency: 'USD', passphrase });
});
afterEach(async () => {
  await service.close();
  rmSync(home, { recursive: true });
});

test('the storage report names the folder, what its files take, and what is left', async () => {
  const { contract } = service;
  const report = await contract['daybook/storage']({});
  if (!report.ok) throw new Error(report.error.type);
  const { folder, files, freeBytes } = report.value;
  expect(folder).toBe(path.join(home, 'Shop'));
  expect(files.map(({ name }) => name)).toEqual(['log.db', 'keys.db', 'state.db']);
  const log = path.join(folder, 'log.db');
  const wal = statSync(`${log}-wal`, { throwIfNoEntry: false })?.size ?? 0;
  expect(files[0]?.bytes).toBe(statSync(log).size + wal);
  expect(freeBytes).toBeGreaterThan(0);
  await contract['daybook/close']({});
  expect(await contract['daybook/storage']({})).toEqual({
    ok: false,
    error: { type: 'NoDaybookOpen' },
  });
});

test('the passphrase is changed for everybody, and the old one opens no more', async () => {
  const { contract } = service;
  const folder = path.join(home, 'Shop');
  const change = { current: passphrase, next: 'four other quiet words' };
  expect(await contract['daybook/change-passphrase'](change)).toEqual({ ok: true, value: null });
  await contract['daybook/close']({});
  expect(await contract['daybook/change-passphrase'](change)).toMatchObject({
    error: { type: 'NoDaybookOpen' },
  });
  expect(await contract['daybook/open']({ folder, passphrase })).toMatchObject({
    error: { type: 'WrongPassphrase' },
  });
  expect(await contract['daybook/open']({ folder, passphrase: change.next })).toMatchObject({
    ok: true,
    value: { openFolder: folder },
  });
});
