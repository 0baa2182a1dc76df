import { existsSync, mkdirSync, mkdtempSync, readdirSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { afterEach, beforeEach, expect, test } from 'vitest';
import type { HostState } from '../../shared/protocol/host-state.ts';
import { samplePassphrase } from '../sample/samplePassphrase.ts';
import type { DaybookService } from './createDaybookService.ts';
import { createHomePlace, createSinglePlace, type DaybookPlace } from './DaybookPlace.ts';
import { quickService } from './enginesUnderTest.ts';

let home = '';
const services: DaybookService[] = [];

const start = (place: DaybookPlace = createHomePlace(home)) => {
  const service = quickService({ place });
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

test.each([
  ['a file of the same name', 'of mine'],
  ['a folder of the same name', null],
])('nor is one into which somebody has put %s', async (_, text) => {
  const { contract } = start();
  await contract['daybook/create']({ name: 'Shop', currency: 'USD', passphrase: 'my own' });
  await contract['daybook/close']({});
  const own = path.join(home, 'Shop', 'sample');
  if (text === null) mkdirSync(own);
  else writeFileSync(own, text);
  const { daybooks } = must(await contract['sample/remove']({}));
  expect(daybooks).toEqual([{ folder: path.join(home, 'Shop'), name: 'Shop' }]);
  expect(existsSync(path.join(home, 'Shop', 'log.db'))).toBe(true);
});

test('a sample that somebody else works with is not removed', async () => {
  const [one, another] = [start(), start()];
  const made = must(await one.contract['sample/open']({ id: 'one' }));
  expect(await another.contract['sample/remove']({})).toMatchObject({ error: { type: 'InUse' } });
  expect(existsSync(path.join(made.openFolder ?? '', 'log.db'))).toBe(true);
  await one.contract['daybook/lock']({});
  expect(must(await another.contract['sample/remove']({})).daybooks).toEqual([]);
}, 60_000);

test('a sample that was locked is not kept in mind when it is gone', async () => {
  const { contract } = start();
  must(await contract['sample/open']({ id: 'one' }));
  expect(must(await contract['daybook/lock']({})).locked).toMatchObject({ because: 'asked' });
  expect(must(await contract['sample/remove']({})).locked).toBeUndefined();
}, 60_000);

test('two windows that each make one at the same time do not get into each other’s', async () => {
  const [one, another] = [start(), start()];
  const [first, second] = await Promise.all([
    one.contract['sample/open']({ id: 'one' }),
    another.contract['sample/open']({ id: 'another' }),
  ]);
  expect(first.ok || second.ok).toBe(true);
  for (const { error } of [first, second].flatMap((reply) => (reply.ok ? [] : [reply])))
    expect(error).toMatchObject({ type: 'SampleNotOpened', reason: { type: 'InUse' } });
  expect(foldersIn(home)).toEqual(['Sample daybook']);
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
