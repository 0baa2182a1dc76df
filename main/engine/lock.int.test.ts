import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { linkSync, symlinkSync } from 'node:fs';
import path from 'node:path';
import { text } from 'node:stream/consumers';
import { afterEach, beforeEach, describe, expect, test } from 'vitest';
import { idOf, scratchFolder, usd } from './daybookUnderTest.ts';
import type { Engine } from './Engine.ts';
import { createDaybook, openDaybook } from './startEngine.ts';

const passphrase = 'correct horse battery staple';
const newDaybook = { passphrase, name: 'Corner shop', currency: 'USD' };
const databases = ['log.db', 'keys.db', 'state.db'] as const;

/** Which databases of the daybook another process can have. */
const freeForOthers = async (folder: string): Promise<readonly string[]> => {
  const module = new URL('./sqlite/openUnguarded.ts', import.meta.url).href;
  const script = `
    const { openUnguarded } = await import(${JSON.stringify(module)});
    const free = ${JSON.stringify(databases)}.filter((name) => {
      const database = openUnguarded(${JSON.stringify(folder)} + '/' + name);
      try {
        database.execute('PRAGMA busy_timeout=0; BEGIN IMMEDIATE');
        return true;
      } catch (cause) {
        if (cause.name !== 'StorageBusy') throw cause;
        return false;
      }
    });
    console.log(JSON.stringify(free));
    // Without closing: the last one to close a database takes its WAL away.
    process.kill(process.pid, 'SIGKILL');`;
  const child = spawn(process.execPath, ['--input-type=module', '--eval', script], {
    stdio: ['ignore', 'pipe', 'inherit'],
  });
  const [said] = await Promise.all([text(child.stdout), once(child, 'exit')]);
  return JSON.parse(said) as readonly string[];
};

let folder = '';
let engine: Engine;
beforeEach(async () => {
  folder = path.join(scratchFolder(), 'daybook');
  const created = await createDaybook({ ...newDaybook, folder });
  if (!created.ok) throw new Error(created.error.type);
  engine = created.value;
});
afterEach(() => engine.close());

describe('an open daybook is held against other processes', () => {
  test('negative control: and free once it is closed', async () => {
    expect(await freeForOthers(folder)).toEqual([]);
    await engine.close();
    expect(await freeForOthers(folder)).toEqual(databases);
  });

  test('also after an import of its own files, by any name', async () => {
    const elsewhere = scratchFolder();
    const files = databases.flatMap((name) => {
      const file = path.join(folder, name);
      const [link, other] = [path.join(elsewhere, name), path.join(elsewhere, `${name}.csv`)];
      symlinkSync(file, link);
      linkSync(file, other);
      return [file, link, other];
    });
    const refused: unknown[] = [];
    for (const file of files) {
      const map = { details: { reference: '{a}', name: '{a}' } };
      const job = { kind: 'import', import: 'people', file, map, dryRun: false } as const;
      refused.push(await engine.runJob(file, job));
    }
    expect(await freeForOthers(folder)).toEqual([]);
    const reason = 'ofTheDaybook';
    expect(refused).toEqual(
      files.map((file) => ({ ok: false, error: { type: 'FileUnreadable', file, reason } })),
    );
  });

  test('also after an import of its files into another daybook of this process', async () => {
    const other = path.join(scratchFolder(), 'other');
    const created = await createDaybook({ ...newDaybook, folder: other });
    if (!created.ok) throw new Error(created.error.type);
    try {
      for (const name of databases) {
        const file = path.join(folder, name);
        expect(await created.value.inspectFile({ file })).toEqual({
          ok: false,
          error: { type: 'FileUnreadable', file, reason: 'ofTheDaybook' },
        });
      }
      expect(await freeForOthers(folder)).toEqual([]);
    } finally {
      await created.value.close();
    }
  });

  test('also after this process has tried to open it again, by any name', async () => {
    const link = path.join(scratchFolder(), 'link');
    symlinkSync(folder, link);
    const holder: unknown = expect.objectContaining({ pid: process.pid });
    for (const given of [folder, link])
      expect(await openDaybook({ folder: given, passphrase })).toEqual({
        ok: false,
        error: { type: 'InUse', holder },
      });
    expect(await freeForOthers(folder)).toEqual([]);
    // And what is written from now on is not written into a file that nobody finds.
    const account = { accountId: idOf(1, 0xa), personId: idOf(1), limit: usd(1) };
    const replies = await engine.executeAll([
      { command: 'person/register', input: { personId: idOf(1), details: { name: 'Ann' } } },
      { command: 'credit-account/open', input: account },
    ]);
    expect(replies).toMatchObject([{ ok: true }, { ok: true }]);
    await engine.close();
    const again = await openDaybook({ folder, passphrase });
    if (!again.ok) throw new Error(again.error.type);
    engine = again.value;
    expect(await engine.status()).toMatchObject({ events: 2, findings: [] });
  });

  test('and is free for this process after a passphrase that was wrong', async () => {
    await engine.close();
    const wrong = await openDaybook({ folder, passphrase: 'wrong' });
    expect(wrong).toMatchObject({ error: { type: 'WrongPassphrase' } });
    const again = await openDaybook({ folder, passphrase });
    if (!again.ok) throw new Error(again.error.type);
    engine = again.value;
    expect(await freeForOthers(folder)).toEqual([]);
  });
});
