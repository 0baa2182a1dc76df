import { readFileSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import type { Worker } from 'node:worker_threads';
import { describe, expect, test } from 'vitest';
import type { Notice } from '../../shared/methods.ts';
import { idOf, scratchFolder, usd } from './daybookUnderTest.ts';
import type { Engine } from './Engine.ts';
import { createDaybook, EngineDefect, EngineEnded, openDaybook } from './startEngine.ts';

/** Threads that were started, as Node tells of them: so that a test can end one as a crash would. */
const workers: Worker[] = [];
process.on('worker', (worker) => workers.push(worker));

const passphrase = 'correct horse battery staple';
const newDaybook = () => ({
  folder: path.join(scratchFolder(), 'daybook'),
  passphrase,
  name: 'Corner shop',
  currency: 'USD',
});

const opened = async (opening: ReturnType<typeof openDaybook>): Promise<Engine> => {
  const engine = await opening;
  if (!engine.ok) throw new Error(`not opened: ${JSON.stringify(engine.error)}`);
  return engine.value;
};

const ann = idOf(1);
const accountId = idOf(1, 0xa);
const beginnings = [
  { command: 'person/register', input: { personId: ann, details: { name: 'Ann' } } },
  { command: 'credit-account/open', input: { accountId, personId: ann, limit: usd(1000) } },
];
const charge = (number: number) => ({
  id: idOf(number, 0xc),
  command: 'credit-account/charge',
  input: { accountId, amount: usd(1), occurredOn: '2026-11-23', memo: 'Flour' },
});

describe('an engine in a thread of its own', () => {
  test('is created, used, closed, and opened again', async () => {
    const daybook = newDaybook();
    const defects: string[] = [];
    const engine = await opened(
      createDaybook(daybook, { onDefect: (defect, id) => defects.push(`${id} ${defect}`) }),
    );
    const notices: Notice[] = [];
    engine.onNotice((notice) => notices.push(notice));
    expect(await engine.executeAll(beginnings)).toMatchObject([
      { ok: true, position: 1 },
      { ok: true, position: 2 },
    ]);
    expect(await engine.execute(charge(1))).toMatchObject({ ok: true, position: 3 });
    await engine.whenIndexed();
    const question = ['person/list', { search: 'ann' }] as const;
    const answer = await engine.ask(...question);
    expect(answer).toMatchObject({ ok: true, value: { rows: [{ name: 'Ann', balance: usd(1) }] } });
    expect(await engine.runJob('a', { kind: 'verify' })).toMatchObject({
      ok: true,
      value: { sound: true, events: 3 },
    });
    expect((await engine.readLog(0, 10)).map(({ type }) => type)).toEqual([
      'person.registered',
      'credit-account.opened',
      'credit-account.charged',
    ]);
    expect(notices).toContainEqual({
      type: 'changed',
      position: 3,
      records: ['credit-account'],
      erased: false,
    });
    // A mistake of a host: nothing of the kind comes from outside, where inputs are checked.
    await expect(engine.executeAll(null as never)).rejects.toThrow(EngineDefect);
    expect(defects).toEqual([expect.stringMatching(/^[0-9a-f-]{36} TypeError\n/)]);
    const status = await engine.status();
    expect(status).toMatchObject({ name: 'Corner shop', currency: 'USD', events: 3 });

    expect(await openDaybook(daybook)).toMatchObject({ ok: false, error: { type: 'InUse' } });
    await engine.close();
    expect(await engine.ended).toBe('closed');
    await expect(engine.status()).rejects.toThrow(EngineEnded);
    await engine.close();

    expect(await openDaybook({ ...daybook, passphrase: 'wrong' })).toEqual({
      ok: false,
      error: { type: 'WrongPassphrase' },
    });
    const again = await opened(openDaybook(daybook));
    await again.whenIndexed();
    expect(await again.ask(...question)).toEqual(answer);
    await again.close();
  });

  test('says with an erasure that somebody was erased', async () => {
    const engine = await opened(createDaybook(newDaybook()));
    const notices: Notice[] = [];
    engine.onNotice((notice) => notices.push(notice));
    await engine.executeAll(beginnings);
    const input = { personId: ann, ground: 'request', confirm: ann };
    expect(await engine.execute({ command: 'person/erase', input })).toMatchObject({ ok: true });
    const told = notices.flatMap((notice) => (notice.type === 'changed' ? [notice.erased] : []));
    expect(told.indexOf(true)).toBe(told.length - 1);
    await engine.close();
  });

  test('refuses what is no daybook, and where none can be made', async () => {
    const daybook = newDaybook();
    expect(await openDaybook(daybook)).toMatchObject({ error: { type: 'NotADaybook' } });
    expect(await createDaybook({ ...daybook, currency: 'dollars' })).toEqual({
      ok: false,
      error: { type: 'CurrencyInvalid' },
    });
    writeFileSync(path.join(path.dirname(daybook.folder), 'letter.txt'), 'Dear');
    expect(await createDaybook({ ...daybook, folder: path.dirname(daybook.folder) })).toEqual({
      ok: false,
      error: { type: 'FolderNotEmpty' },
    });
  });
});

test('a thread that crashes is told of, and nothing that was answered is lost', async () => {
  const daybook = newDaybook();
  const engine = await opened(createDaybook(daybook));
  const thread = workers.at(-1);
  await engine.executeAll(beginnings);

  const answered: number[] = [];
  let rejected = 0;
  const waiting: Promise<unknown>[] = [];
  for (let number = 1; number <= 400; number += 1) {
    const reply = engine.execute(charge(number)).then(
      ({ ok }) => (ok ? answered.push(number) : 0),
      (cause: unknown) => {
        expect(cause).toBeInstanceOf(EngineEnded);
        rejected += 1;
      },
    );
    waiting.push(reply);
    if (number % 20 === 0) await Promise.race([reply, new Promise(setImmediate)]);
    if (number === 300) void thread?.terminate();
  }
  expect(await engine.ended).toBe('crashed');
  await Promise.all(waiting);
  expect(answered.length + rejected).toBe(400);
  expect(rejected).toBeGreaterThan(0);
  await expect(engine.ask('person/list', {})).rejects.toThrow(EngineEnded);

  const again = await opened(openDaybook(daybook));
  const written = (await again.readLog(0, 1000)).length - beginnings.length;
  expect(written).toBeGreaterThanOrEqual(answered.length);
  // What was answered is there, and sending all of it again writes only the rest.
  const replies = await again.executeAll(
    Array.from({ length: 400 }, (_, index) => charge(index + 1)),
  );
  expect(replies.every(({ ok }) => ok)).toBe(true);
  expect((await again.readLog(0, 1000)).length).toBe(402);
  expect(await again.runJob('a', { kind: 'verify' })).toMatchObject({
    value: { sound: true, findings: [] },
  });
  await again.close();
  // No name has got into the clear by the way the thread ended.
  expect(readFileSync(path.join(daybook.folder, 'log.db')).includes('Flour')).toBe(false);
});
