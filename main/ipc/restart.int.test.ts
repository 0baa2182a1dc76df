import { randomUUID } from 'node:crypto';
import { renameSync } from 'node:fs';
import path from 'node:path';
import { describe, expect, test } from 'vitest';
import type { Notice } from '../../shared/methods.ts';
import type { HostState } from '../../shared/protocol/host-state.ts';
import type { DaybookService } from './createDaybookService.ts';
import { createFragileEngines } from './fragileEnginesUnderTest.ts';
import {
  countPeople,
  create,
  passphrase,
  people,
  register,
  stateOf,
  useRestarts,
} from './restartsUnderTest.ts';

const { home, advance, logged, start } = useRestarts();

const nextHostNotice = (service: DaybookService): Promise<HostState> =>
  new Promise((resolve) => {
    const stop = service.onNotice((notice: Notice) => {
      if (notice.type !== 'host') return;
      stop();
      resolve(notice.state);
    });
  });

const events = () => logged().map(({ event }) => event);

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
    expect(logged()).toContainEqual({ event: 'engineStopped', level: 'error' });
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
    advance(20_000);
    expect(await crashed(service, crash)).toMatchObject({ restarts: 2 });
    advance(20_000);
    expect(isKeyKept()).toBe(true);
    const folder = path.join(home(), 'Shop');
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
      advance(30_000);
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
    const log = path.join(home(), 'Shop', 'log.db');
    renameSync(log, `${log}.away`);
    expect(await crashed(service, crash)).toMatchObject({ open: null, crashed: { name: 'Shop' } });
    expect(isKeyKept()).toBe(false);
    expect(logged()).toContainEqual({
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
        await crash();
        return created;
      },
    });
    expect(await create(service)).toMatchObject({ ok: true, value: { open: { name: 'Shop' } } });
    expect(await stateOf(service)).toMatchObject({ open: { name: 'Shop' }, restarts: 1 });
    expect(events()).toContain('restart');
  });
});
