import { randomUUID } from 'node:crypto';
import { existsSync, mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { afterEach, beforeEach, describe, expect, test } from 'vitest';
import { ok } from '../../shared/kernel/result.ts';
import type { Notice } from '../../shared/methods.ts';
import type { HostState } from '../../shared/protocol/host-state.ts';
import type { DaybookService } from './createDaybookService.ts';
import { createEngineStarter, type EngineStarter } from './createEngineStarter.ts';
import { quickEngines, quickService } from './enginesUnderTest.ts';
import { createHomePlace } from './DaybookPlace.ts';
import type { HostLogEntry } from './HostLog.ts';

const passphrase = 'a long enough passphrase';

let home = '';
let logged: HostLogEntry[] = [];
let services: DaybookService[] = [];

beforeEach(() => {
  home = path.join(mkdtempSync(path.join(tmpdir(), 'daybook-service-')), 'home');
  logged = [];
  services = [];
});
afterEach(async () => {
  for (const service of services) await service.close();
  rmSync(path.dirname(home), { recursive: true });
});

const start = (engines: EngineStarter = quickEngines) => {
  const service = quickService({
    place: createHomePlace(home),
    engines,
    log: (entry) => void logged.push(entry),
  });
  services.push(service);
  return service;
};

const stateOf = async ({ contract }: DaybookService): Promise<HostState> => {
  const state = await contract['host/state']({});
  if (!state.ok) throw new Error(state.error.type);
  return state.value;
};

const create = ({ contract }: DaybookService, name: string) =>
  contract['daybook/create']({ name, currency: 'USD', passphrase });

const register = ({ contract }: DaybookService, name: string) =>
  contract['command/execute']({
    id: randomUUID(),
    command: 'person/register',
    input: { details: { name } },
  });

/** Gathers notices until one of the type is there. */
const nextNotice = <Type extends Notice['type']>(service: DaybookService, type: Type) =>
  new Promise<Extract<Notice, { type: Type }>>((resolve) => {
    const stop = service.onNotice((notice) => {
      if (notice.type !== type) return;
      stop();
      resolve(notice as Extract<Notice, { type: Type }>);
    });
  });

describe('a daybook', () => {
  test('is made in a folder named for it, used, closed, and opened again with everything in it', async () => {
    const service = start(createEngineStarter((entry) => logged.push(entry)));
    const folder = path.join(home, '모퉁이 가게');
    const created = await create(service, '모퉁이 가게');
    expect(created).toMatchObject({
      ok: true,
      value: {
        open: { name: '모퉁이 가게', currency: 'USD' },
        daybooks: [{ folder, name: '모퉁이 가게' }],
      },
    });
    expect(await register(service, 'Ada')).toMatchObject({ ok: true });
    const closed = await service.contract['daybook/close']({});
    expect(closed).toMatchObject({
      ok: true,
      value: { open: null, daybooks: [{ folder }], closings: 1, lastUsed: folder },
    });
    const opened = await service.contract['daybook/open']({ folder, passphrase });
    expect(opened).toMatchObject({ ok: true, value: { open: { events: 1 } } });
    const people = await service.contract['view/ask']({ view: 'overview/totals', input: {} });
    expect(people).toMatchObject({ ok: true, value: { rows: [{ people: 1 }] } });
  });

  test('that has lost its log stays in the list, and the engine says what is missing', async () => {
    const service = start();
    await create(service, 'Shop');
    await service.contract['daybook/close']({});
    const folder = path.join(home, 'Shop');
    rmSync(path.join(folder, 'log.db'));
    const { daybooks } = await stateOf(service);
    expect(daybooks).toEqual([{ folder, name: 'Shop', lacksLog: true }]);
    expect(await service.contract['daybook/open']({ folder, passphrase })).toEqual({
      ok: false,
      error: { type: 'LogMissing', folder },
    });
  });

  test('of a name that is taken gets a folder of its own', async () => {
    const service = start();
    await create(service, 'Shop');
    await service.contract['daybook/close']({});
    await create(service, 'Shop');
    const { daybooks, open } = await stateOf(service);
    expect(daybooks.map(({ folder }) => path.basename(folder))).toEqual(['Shop', 'Shop 2']);
    expect(open?.name).toBe('Shop');
  });

  test('keeps its name in the list whatever its folder is called', async () => {
    const service = start();
    await create(service, 'A/C');
    await service.contract['daybook/close']({});
    expect((await stateOf(start())).daybooks).toEqual([
      { folder: path.join(home, 'A C'), name: 'A/C' },
    ]);
  });

  test('is not opened beside another, and the other stays open', async () => {
    const service = start();
    await create(service, 'Shop');
    const folder = path.join(home, 'Shop');
    const refused = { ok: false, error: { type: 'AlreadyOpen', folder, name: 'Shop' } };
    expect(await create(service, 'Other')).toEqual(refused);
    expect(await service.contract['daybook/open']({ folder, passphrase })).toEqual(refused);
    expect((await stateOf(service)).open?.name).toBe('Shop');
    expect(existsSync(path.join(home, 'Other'))).toBe(false);
  });

  test('asked for by two windows at once is opened once', async () => {
    const service = start();
    const both = await Promise.all([create(service, 'Shop'), create(service, 'Shop')]);
    expect(both.filter(({ ok }) => ok)).toHaveLength(1);
    expect((await stateOf(service)).daybooks).toHaveLength(1);
  });

  test('is refused with the wrong passphrase, and then opened with the right one', async () => {
    const service = start();
    await create(service, 'Shop');
    await service.contract['daybook/close']({});
    const folder = path.join(home, 'Shop');
    const wrong = await service.contract['daybook/open']({ folder, passphrase: 'wrong one' });
    expect(wrong).toMatchObject({ ok: false, error: { type: 'WrongPassphrase' } });
    expect((await stateOf(service)).open).toBeNull();
    const right = await service.contract['daybook/open']({ folder, passphrase });
    expect(right).toMatchObject({ ok: true });
  });

  test('held by another host is told to be', async () => {
    const [one, other] = [start(), start()];
    await create(one, 'Shop');
    const opened = await other.contract['daybook/open']({
      folder: path.join(home, 'Shop'),
      passphrase,
    });
    expect(opened).toMatchObject({ ok: false, error: { type: 'InUse' } });
    expect(await register(one, 'Ada')).toMatchObject({ ok: true });
  });

  test.each([
    ['a missing folder', 'nowhere', 'NotADaybook'],
    ['a folder without one', 'empty', 'NotADaybook'],
    ['a name that is no name', 'a\0b', 'FolderUnusable'],
  ])('is not found in %s', async (_, folder, type) => {
    mkdirSync(path.join(home, 'empty'), { recursive: true });
    const opened = await start().contract['daybook/open']({ folder, passphrase });
    expect(opened).toMatchObject({ ok: false, error: { type } });
    expect(existsSync(path.join(home, 'nowhere'))).toBe(false);
  });

  test('is open though the list of known ones cannot be written', async () => {
    mkdirSync(path.join(home, 'daybooks.json', 'in the way'), { recursive: true });
    const service = start();
    expect(await create(service, 'Shop')).toMatchObject({ ok: true });
    expect(logged).toContainEqual(expect.objectContaining({ event: 'remember', level: 'error' }));
  });
});

test('what is done is written down with how long it took, and never with what it was given', async () => {
  const service = start();
  await create(service, 'Shop');
  await service.contract['job/run']({ id: 'a', job: { kind: 'verify' } });
  await service.contract['daybook/close']({});
  await service.contract['daybook/open']({ folder: 'Shop', passphrase: 'wrong one' });
  await service.close();
  const ms = expect.any(Number) as number;
  expect(logged).toEqual([
    { event: 'start' },
    { event: 'create', ms },
    { event: 'job', job: 'verify', ms },
    { event: 'close' },
    { event: 'open', level: 'warning', ms, refusal: 'WrongPassphrase' },
    { event: 'stop' },
  ]);
});

describe('without an open daybook', () => {
  const refused = { ok: false, error: { type: 'NoDaybookOpen' } };

  test('everything that needs one is refused', async () => {
    const service = start();
    const { contract } = service;
    expect(await register(service, 'Ada')).toMatchObject(refused);
    expect(await contract['view/ask']({ view: 'person/list', input: {} })).toEqual(refused);
    expect(await contract['job/run']({ id: 'a', job: { kind: 'verify' } })).toEqual(refused);
    expect(await contract['job/cancel']({ id: 'a' })).toEqual(refused);
    expect(await contract['daybook/close']({})).toMatchObject({ ok: true });
  });

  test('a host that is about to end opens none', async () => {
    const service = start();
    await service.close();
    expect(await create(service, 'Shop')).toEqual({ ok: false, error: { type: 'HostClosing' } });
  });
});

describe('notices', () => {
  test('of the host and of the engine reach whoever listens, until they stop', async () => {
    const service = start();
    const host = nextNotice(service, 'host');
    await create(service, 'Shop');
    expect((await host).state.open?.name).toBe('Shop');
    const changed = nextNotice(service, 'changed');
    await register(service, 'Ada');
    expect(await changed).toMatchObject({ position: 1, records: ['person'] });
    const heard: Notice[] = [];
    service.onNotice((notice) => heard.push(notice))();
    await service.contract['daybook/close']({});
    expect(heard).toEqual([]);
  });
});

test('windows are told that a daybook is closed, also when its engine ended badly', async () => {
  const service = start({
    ...quickEngines,
    createDaybook: async (daybook) => {
      const created = await quickEngines.createDaybook(daybook);
      if (!created.ok) return created;
      const close = async (): Promise<void> => {
        await created.value.close();
        throw new Error('ended badly');
      };
      return ok({ ...created.value, close });
    },
  });
  await create(service, 'Shop');
  const host = nextNotice(service, 'host');
  await expect(service.contract['daybook/lock']({})).rejects.toThrow('ended badly');
  expect((await host).state.open).toBe(null);
});

test('a damaged daybook opens for reading, with its findings', async () => {
  const service = start();
  await create(service, 'Shop');
  await register(service, 'Ada');
  await service.contract['daybook/close']({});
  const folder = path.join(home, 'Shop');
  writeFileSync(path.join(folder, 'heads'), 'damaged');
  const opened = await service.contract['daybook/open']({ folder, passphrase });
  expect(opened).toMatchObject({ ok: true, value: { open: { findings: [{}] } } });
  expect(await register(service, 'Bo')).toMatchObject({ ok: false });
});
