import { randomUUID } from 'node:crypto';
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { afterEach, beforeEach, describe, expect, test } from 'vitest';
import type { Job } from '../../shared/protocol/jobs.ts';
import { onlyWindow, type DaybookService } from './createDaybookService.ts';
import { createHomePlace } from './DaybookPlace.ts';
import { quickService } from './enginesUnderTest.ts';
import { createHandedFiles, type HandedFiles } from './HandedFiles.ts';

const passphrase = 'a long enough passphrase';
const another = 'another window';

let home = '';
let service: DaybookService;
let files: HandedFiles;

beforeEach(async () => {
  home = path.join(mkdtempSync(path.join(tmpdir(), 'daybook-endings-')), 'home');
  files = createHandedFiles({ folder: path.join(home, '.handed', 'test'), newId: randomUUID });
  service = quickService({ place: createHomePlace(home), files, nowMs: () => 7_000 });
  await service.contract['daybook/create']({ name: 'Shop', currency: 'USD', passphrase });
});
afterEach(async () => {
  await service.close();
  rmSync(path.dirname(home), { recursive: true });
});

const run = (id: string, job: Job) => service.contract['job/run']({ id, job });

const ended = async () => {
  const state = await service.contractFor(another)['host/state']({});
  return state.ok ? state.value.ended : state;
};

const ending = (id: string, owner = another) => service.contractFor(owner)['job/ending']({ id });

const placed = async (): Promise<string> => {
  const place = await service.contract['file/place']({ name: 'out.csv' });
  if (!place.ok || place.value === null) throw new Error('no place');
  return place.value.id;
};

describe('how long work has ended', () => {
  test('is told to a window that comes later, until the next of its kind has ended', async () => {
    expect(await ended()).toBeUndefined();
    const outcome = await run('one', { kind: 'verify' });
    expect(outcome).toMatchObject({ ok: true, value: { kind: 'verify', sound: true } });
    expect(await ended()).toEqual([{ id: 'one', kind: 'verify', at: 7_000 }]);
    expect(await ending('one')).toEqual({
      ok: true,
      value: { isTrial: false, outcome, file: null },
    });
    await run('two', { kind: 'rebuild' });
    await run('three', { kind: 'verify' });
    expect(await ended()).toMatchObject([
      { id: 'three', kind: 'verify' },
      { id: 'two', kind: 'rebuild' },
    ]);
    expect(await ending('one')).toEqual({ ok: true, value: null });
  });

  test('names the file only to the window whose place it was, and until it is collected', async () => {
    const file = await placed();
    await run('one', { kind: 'export', export: { what: 'people' }, file });
    expect(await ending('one', onlyWindow)).toMatchObject({
      value: { outcome: { ok: true }, file: { id: file, name: 'out.csv' } },
    });
    expect(await ending('one')).toMatchObject({ value: { file: null } });
    files.collect(onlyWindow, file)?.end();
    expect(await ending('one', onlyWindow)).toMatchObject({ value: { file: null } });
  });

  test('names no file where none was written, whatever lies at the place', async () => {
    const chosen = path.join(path.dirname(home), 'old.csv');
    writeFileSync(chosen, 'of last year');
    const place = await files.place(onlyWindow, 'old.csv', chosen);
    if (!place.ok) throw new Error('no place');
    const order = { what: 'list', view: 'none', input: {}, columns: [], yes: '', no: '' } as const;
    await run('one', { kind: 'export', export: { ...order, columns: [] }, file: place.value.id });
    expect(await ending('one', onlyWindow)).toMatchObject({
      value: { outcome: { ok: false }, file: null },
    });
  });

  test('says of an import whether it was a trial', async () => {
    const csv = path.join(path.dirname(home), 'people.csv');
    writeFileSync(csv, 'Name\nAda\n');
    const map = { details: { reference: '{Name}', name: '{Name}' } };
    for (const [id, dryRun] of [
      ['trial', true],
      ['real', false],
    ] as const) {
      const { id: file } = files.take(onlyWindow, { path: csv, name: 'people.csv', bytes: 9 });
      await run(id, { kind: 'import', import: 'people', file, map, dryRun });
      expect(await ending(id)).toMatchObject({
        value: { isTrial: dryRun, outcome: { value: { added: 1 } }, file: null },
      });
    }
  });

  test('names a refused row by what the file has, and no row at all after an erasure', async () => {
    const command = async (name: string, input: object): Promise<Record<string, unknown>> => {
      const reply = await service.contract['command/execute']({
        command: name,
        input: { ...input },
      });
      if (!reply.ok) throw new Error(reply.error.type);
      return { ...reply.result };
    };
    const details = { name: 'Grace Hopper', reference: 'G1' };
    const { personId } = await command('person/register', { details });
    await command('credit-account/open', { personId, limit: { currency: 'USD', minor: 1000 } });
    const csv = path.join(path.dirname(home), 'entries.csv');
    writeFileSync(csv, 'Customer,Amount,Date\nG1,90.00,2026-01-02\n');
    const map = { person: '{Customer}', kind: 'charge', amount: '{Amount}', occurredOn: '{Date}' };
    const { id: file } = files.take(onlyWindow, { path: csv, name: 'entries.csv', bytes: 42 });
    await run('one', { kind: 'import', import: 'entries', file, map, dryRun: true });
    const before = await ending('one');
    expect(before).toMatchObject({ value: { outcome: { value: { refused: [{ whose: 'G1' }] } } } });
    expect(JSON.stringify(before)).not.toContain('Hopper');
    await command('person/erase', { personId, ground: 'request', confirm: 'G1' });
    const after = await ending('one');
    expect(after).toMatchObject({
      value: { outcome: { value: { refused: [], counts: { refused: 1 } } } },
    });
    expect(JSON.stringify(after)).not.toContain('G1');
  });

  test('is forgotten when the daybook is closed, also of what that has stopped', async () => {
    await run('one', { kind: 'verify' });
    const stopped = run('two', { kind: 'rebuild' });
    await service.contract['daybook/lock']({});
    await stopped;
    expect(await ended()).toBeUndefined();
    expect(await ending('one')).toEqual({ ok: true, value: null });
    expect(await ending('two')).toEqual({ ok: true, value: null });
  });
});
