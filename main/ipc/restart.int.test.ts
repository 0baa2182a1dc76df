import { randomUUID } from 'node:crypto';
import { mkdtempSync, renameSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import type { Worker } from 'node:worker_threads';
import { afterEach, beforeEach, describe, expect, test } from 'vitest';
import { err, ok } from '../../shared/kernel/result.ts';
import type { Notice } from '../../shared/methods.ts';
import type { CommandReply } from '../../shared/protocol/envelopes.ts';
import type { HostState } from '../../shared/protocol/host-state.ts';
import type { DaybookService } from './createDaybookService.ts';
import { quickService } from './enginesUnderTest.ts';
import { createHomePlace } from './DaybookPlace.ts';
import { createEngineStarter, type EngineStarter } from './createEngineStarter.ts';
import { createFragileEngines } from './fragileEnginesUnderTest.ts';
import type { HostLogEntry } from './HostLog.ts';

const passphrase = 'a long enough passphrase';

let home = '';
let nowMs = 0;
let logged: HostLogEntry[] = [];
let services: DaybookService[] = [];

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

const start = (engines: EngineStarter): DaybookService => {
  const service = quickService({
    place: createHomePlace(home),
    engines,
    log: (entry) => void logged.push(entry),
    nowMs: () => nowMs,
  });
  services.push(service);
  return service;
};

const create = ({ contract }: DaybookService) =>
  contract['daybook/create']({ name: 'Shop', currency: 'USD', passphrase });

const register = ({ contract }: DaybookService, id: string = randomUUID()) =>
  contract['command/execute']({
    id,
    command: 'person/register',
    input: { details: { name: 'Ada' } },
  });

const countPeople = ({ contract }: DaybookService) =>
  contract['view/ask']({ view: 'overview/totals', input: {} });

const people = (number: number) => ({ ok: true, value: { rows: [{ people: number }] } });

const stateOf = async ({ contract }: DaybookService): Promise<HostState> => {
  const state = await contract['host/state']({});
  if (!state.ok) throw new Error(state.error.type);
  return state.value;
};

const nextHostNotice = (service: DaybookService): Promise<HostState> =>
  new Promise((resolve) => {
    const stop = service.onNotice((notice: Notice) => {
      if (notice.type !== 'host') return;
      stop();
      resolve(notice.state);
    });
  });

const events = () => logged.map(({ event }) => event);

describe('an engine that stops by itself', () => {
  const openFragile = async () => {
    const { engines, crash, keptKeys } = createFragileEngines();
    const service = start(engines);
    await create(service);
    expect(await register(service)).toMatchObject({ ok: true });
    return { service, crash, isKeyKept: () => keptKeys.at(-1)?.some((byte) => byte !== 0) };
  };

  /** Stops the engine and waits until windows have been told what came of it. */
  const crashed = async (service: DaybookService, crash: () => Promise<void>) => {
    const told = nextHostNotice(service);
    await crash();
    return told;
  };

  test('is started again over the same daybook, without its passphrase, and windows are told', async () => {
    const { service, crash } = await openFragile();
    const before = await stateOf(service);
    expect(before).not.toHaveProperty('restarts');
    const told = await crashed(service, crash);
    expect(told).toMatchObject({ open: { id: before.open?.id, events: 1 }, restarts: 1 });
    expect(told).not.toHaveProperty('crashed');
    expect(await countPeople(service)).toMatchObject(people(1));
    expect(await register(service)).toMatchObject({ ok: true });
    expect(logged).toContainEqual({ event: 'engineStopped', level: 'error' });
    expect(events().slice(-2)).toEqual(['engineStopped', 'restart']);
    await service.contract['daybook/close']({});
    expect(await stateOf(service)).not.toHaveProperty('restarts');
  });

  test('hears its notices from the new one', async () => {
    const { service, crash } = await openFragile();
    await crashed(service, crash);
    const changed = new Promise<Notice>((resolve) => {
      service.onNotice((notice) => {
        if (notice.type === 'changed') resolve(notice);
      });
    });
    await register(service);
    expect(await changed).toMatchObject({ position: 2 });
  });

  test('leaves a question that was under way to the next one', async () => {
    const { service, crash } = await openFragile();
    const crashing = crash();
    const [asked, state] = await Promise.all([countPeople(service), stateOf(service)]);
    expect(asked).toMatchObject(people(1));
    expect(state.open?.events).toBe(1);
    await crashing;
  });

  test('leaves a command that was under way undecided; sent again it counts once', async () => {
    const { service, crash } = await openFragile();
    const id = randomUUID();
    const crashing = crash();
    const stopped = { ok: false, id, error: { type: 'EngineStopped' } };
    expect(await register(service, id)).toEqual(stopped);
    await crashing;
    expect(await register(service, id)).toMatchObject({ ok: true, id });
    expect(await register(service, id)).toMatchObject({ ok: true, id });
    expect(await countPeople(service)).toMatchObject(people(2));
  });

  test('cuts a job short, and says so', async () => {
    const { service, crash } = await openFragile();
    const crashing = crash();
    const job = { id: 'a', job: { kind: 'verify' } } as const;
    const cut = { ok: false, error: { type: 'JobCutShort' } };
    expect(await service.contract['job/run'](job)).toEqual(cut);
    await crashing;
    expect(await service.contract['job/run'](job)).toMatchObject({ value: { sound: true } });
  });

  test('keeps what comes meanwhile waiting', async () => {
    const { service, crash } = await openFragile();
    await crash();
    await Promise.resolve();
    const replies = await Promise.all([register(service), countPeople(service)]);
    expect(replies).toMatchObject([{ ok: true }, { ok: true }]);
    expect(await countPeople(service)).toMatchObject(people(2));
  });

  test('a third time within a minute is not started again, and its key is gone', async () => {
    const { service, crash, isKeyKept } = await openFragile();
    expect(await crashed(service, crash)).toMatchObject({ restarts: 1 });
    nowMs += 20_000;
    expect(await crashed(service, crash)).toMatchObject({ restarts: 2 });
    nowMs += 20_000;
    expect(isKeyKept()).toBe(true);
    const folder = path.join(home, 'Shop');
    expect(await crashed(service, crash)).toMatchObject({
      open: null,
      crashed: { folder, name: 'Shop' },
    });
    expect(isKeyKept()).toBe(false);
    expect(await register(service)).toMatchObject({ ok: false, error: { type: 'NoDaybookOpen' } });
    const opened = await service.contract['daybook/open']({ folder, passphrase });
    expect(opened).toMatchObject({ ok: true, value: { open: { name: 'Shop' } } });
    expect(await stateOf(service)).not.toHaveProperty('crashed');
  });

  test('is started again however often, when there is time in between', async () => {
    const { service, crash } = await openFragile();
    for (let restarts = 1; restarts <= 4; restarts += 1) {
      nowMs += 30_000;
      expect(await crashed(service, crash)).toMatchObject({ restarts });
    }
  });

  test('is started again after the passphrase was changed', async () => {
    const { service, crash } = await openFragile();
    const next = 'another long passphrase';
    const { contract } = service;
    const changed = await contract['daybook/change-passphrase']({ current: passphrase, next });
    expect(changed).toMatchObject({ ok: true });
    expect(await crashed(service, crash)).toMatchObject({ restarts: 1, open: { name: 'Shop' } });
  });

  test('is given up when the daybook does not open again', async () => {
    const { service, crash, isKeyKept } = await openFragile();
    const log = path.join(home, 'Shop', 'log.db');
    renameSync(log, `${log}.away`);
    expect(await crashed(service, crash)).toMatchObject({ open: null, crashed: { name: 'Shop' } });
    expect(isKeyKept()).toBe(false);
    expect(logged).toContainEqual({
      event: 'restart',
      level: 'warning',
      ms: 0,
      refusal: 'LogMissing',
    });
  });

  test('is not started again once the daybook is closed', async () => {
    const { service, crash, isKeyKept } = await openFragile();
    const crashing = crash();
    const closed = service.contract['daybook/close']({});
    await crashing;
    expect(await closed).toMatchObject({ ok: true, value: { open: null } });
    expect(isKeyKept()).toBe(false);
    expect(await stateOf(service)).toMatchObject({ open: null });
    expect(await stateOf(service)).not.toHaveProperty('crashed');
  });

  test('right after it was opened leaves no window waiting', async () => {
    const { engines, crash } = createFragileEngines();
    const service = start({
      ...engines,
      createDaybook: async (daybook) => {
        const created = await engines.createDaybook(daybook);
        if (!created.ok) return created;
        const { status } = created.value;
        return ok({
          ...created.value,
          status: async () => {
            const answer = await status();
            await crash();
            return answer;
          },
        });
      },
    });
    expect(await create(service)).toMatchObject({ ok: true, value: { open: { name: 'Shop' } } });
    expect(events()).toContain('restart');
  });
});

test('a key that is not kept any more opens nothing', async () => {
  const { engines, keptKeys } = createFragileEngines();
  const service = start(engines);
  await create(service);
  const [keptKey] = keptKeys;
  if (keptKey === undefined) throw new Error('no key was asked for');
  const copy = new Uint8Array(new SharedArrayBuffer(32));
  copy.set(keptKey);
  const folder = path.join(home, 'Shop');
  await service.contract['daybook/close']({});
  expect(await engines.openDaybook({ folder, keptKey })).toEqual({
    ok: false,
    error: { type: 'WrongPassphrase' },
  });
  // It is the key that makes the difference.
  const opened = await engines.openDaybook({ folder, keptKey: copy });
  expect(opened).toMatchObject({ ok: true });
  if (opened.ok) await opened.value.close();
});

test('a daybook whose opening is refused leaves no key, whatever had been opened of it by then', async () => {
  const keptKeys: Uint8Array[] = [];
  const take = (keptKey: Uint8Array | undefined): void => {
    keptKey?.fill(7);
    if (keptKey !== undefined) keptKeys.push(keptKey);
  };
  const service = start({
    prepare: () => {},
    createDaybook: ({ keepKeyIn }) => {
      take(keepKeyIn);
      return Promise.resolve(err({ type: 'StorageFull' }));
    },
    openDaybook: (location) => {
      take('keepKeyIn' in location ? location.keepKeyIn : undefined);
      return Promise.reject(new Error('the thread ended'));
    },
  });
  expect(await create(service)).toMatchObject({ error: { type: 'StorageFull' } });
  const opening = service.contract['daybook/open']({ folder: home, passphrase });
  await expect(opening).rejects.toThrow('the thread ended');
  expect(keptKeys.map((key) => key.some((byte) => byte !== 0))).toEqual([false, false]);
});

test('a thread that is killed in a stream of commands loses none that was answered', async () => {
  const threads: Worker[] = [];
  const note = (worker: Worker): number => threads.push(worker);
  process.on('worker', note);
  const service = start(createEngineStarter((entry) => logged.push(entry)));
  await create(service);
  const sent = Array.from({ length: 300 }, () => randomUUID());
  const replies: Promise<CommandReply>[] = [];
  for (const [index, id] of sent.entries()) {
    const reply = register(service, id);
    replies.push(reply);
    if (index % 20 === 0) await Promise.race([reply, new Promise(setImmediate)]);
    if (index === 200) void threads.at(-1)?.terminate();
  }
  const answers = await Promise.all(replies);
  const answered = answers.filter((reply) => reply.ok);
  const left = answers.filter((reply) => !reply.ok);
  expect(left.length).toBeGreaterThan(0);
  for (const reply of left) expect(reply).toMatchObject({ error: { type: 'EngineStopped' } });

  // Each that was answered is there: sent again it is answered with the same receipt.
  const again = await Promise.all(sent.map((id) => register(service, id)));
  for (const receipt of answered) expect(again).toContainEqual(receipt);
  expect(again.every((reply) => reply.ok)).toBe(true);
  expect(await countPeople(service)).toMatchObject(people(300));
  expect(await stateOf(service)).toMatchObject({
    restarts: 1,
    open: { events: 300, findings: [] },
  });
  process.off('worker', note);
});
