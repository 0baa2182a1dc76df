import { mkdtempSync, rmSync, statSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { afterEach, beforeEach, expect, test } from 'vitest';
import type { DaybookService } from './createDaybookService.ts';
import { createHomePlace } from './DaybookPlace.ts';
import { quickService } from './enginesUnderTest.ts';

const passphrase = 'a long enough passphrase';
let home = '';
let service: DaybookService;

beforeEach(async () => {
  home = mkdtempSync(path.join(tmpdir(), 'daybook-storage-'));
  service = quickService({ place: createHomePlace(home) });
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
  const { folder, size, freeBytes } = report.value;
  expect(folder).toBe(path.join(home, 'Shop'));
  const log = path.join(folder, 'log.db');
  const wal = statSync(`${log}-wal`, { throwIfNoEntry: false })?.size ?? 0;
  expect(size.log).toBe(statSync(log).size + wal);
  expect(freeBytes).toBeGreaterThan(0);
  await contract['daybook/close']({});
  expect(await contract['daybook/storage']({})).toEqual({
    ok: false,
    error: { type: 'NoDaybookOpen' },
  });
});

test('a daybook that is locked is named until one is open again, and one that is closed is not', async () => {
  const { contract } = service;
  const folder = path.join(home, 'Shop');
  expect(await contract['daybook/active']({ lockAfterMinutes: 15 })).toEqual({
    ok: true,
    value: null,
  });
  const locked = { folder, name: 'Shop', because: 'asked' };
  expect(await contract['daybook/lock']({})).toMatchObject({ value: { open: null, locked } });
  // A second window, a moment later.
  expect(await contract['daybook/lock']({})).toMatchObject({ value: { locked } });
  const opened = await contract['daybook/open']({ folder, passphrase });
  expect(opened).toMatchObject({ value: { open: { name: 'Shop' } } });
  expect(opened).not.toHaveProperty('value.locked');
  await contract['daybook/lock']({});
  await contract['daybook/open']({ folder, passphrase });
  expect(await contract['daybook/close']({})).not.toHaveProperty('value.locked');
});

test('the passphrase is changed for everybody, and the old one opens no more', async () => {
  const { contract } = service;
  const folder = path.join(home, 'Shop');
  const change = { current: passphrase, next: 'four other quiet words' };
  expect(await contract['daybook/change-passphrase'](change)).toEqual({
    ok: true,
    value: { isOldGone: true },
  });
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
