import { randomUUID } from 'node:crypto';
import { mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { afterEach, beforeEach, describe, expect, test } from 'vitest';
import { exampleFile } from '../../shared/imports/example-file.ts';
import { ok } from '../../shared/kernel/result.ts';
import { onlyWindow, type DaybookService } from './createDaybookService.ts';
import { createHomePlace } from './DaybookPlace.ts';
import { quickService } from './enginesUnderTest.ts';
import { createHandedFiles, type HandedFiles } from './HandedFiles.ts';

const passphrase = 'a long enough passphrase';

let home = '';
let services: DaybookService[] = [];
let files: HandedFiles;

beforeEach(() => {
  home = path.join(mkdtempSync(path.join(tmpdir(), 'daybook-files-')), 'home');
  services = [];
  files = createHandedFiles({ folder: path.join(home, '.handed', 'test'), newId: randomUUID });
});
afterEach(async () => {
  for (const service of services) await service.close();
  rmSync(path.dirname(home), { recursive: true });
});

const start = (choosePlace?: (name: string) => Promise<string | null>) => {
  const service = quickService({
    place: createHomePlace(home),
    files,
    ...(choosePlace === undefined ? {} : { choosePlace }),
  });
  services.push(service);
  return service;
};

const create = ({ contract }: DaybookService, name: string) =>
  contract['daybook/create']({ name, currency: 'USD', passphrase });

describe('a job with a file', () => {
  const people = async (service: DaybookService): Promise<unknown> => {
    const totals = await service.contract['view/ask']({ view: 'overview/totals', input: {} });
    return totals.ok ? totals.value.rows : totals;
  };

  const importOf = (contract: DaybookService['contract'], file: string) => {
    const map = { details: { reference: '{Name}', name: '{Name}' } };
    return contract['job/run']({
      id: randomUUID(),
      job: { kind: 'import', import: 'people', file, map, dryRun: false },
    });
  };

  const refused = { ok: false, error: { type: 'NoSuchFile' } };

  const writeCsv = (): string => {
    const csv = path.join(path.dirname(home), 'people.csv');
    writeFileSync(csv, 'Name\nAda\n');
    return csv;
  };

  test('is given the path that stands for the id, and a window may name no path itself', async () => {
    const service = start();
    await create(service, 'Shop');
    const csv = writeCsv();
    expect(await importOf(service.contract, csv)).toEqual(refused);
    expect(await people(service)).toMatchObject([{ people: 0 }]);
    const { id } = files.take(onlyWindow, { path: csv, name: 'people.csv', bytes: 9 });
    expect(await importOf(service.contract, id)).toMatchObject({ ok: true, value: { added: 1 } });
    expect(await people(service)).toMatchObject([{ people: 1 }]);
  });

  test('is told to every window as long as it runs', async () => {
    const service = start();
    await create(service, 'Shop');
    const told: unknown[] = [];
    service.onNotice((notice) => {
      if (notice.type === 'jobs') told.push(notice.jobs);
    });
    const job = { id: 'one', kind: 'verify' } as const;
    const ended = service.contract['job/run']({ id: 'one', job: { kind: 'verify' } });
    expect(await service.contractFor('another')['host/state']({})).toMatchObject({
      value: { jobs: [job] },
    });
    await ended;
    expect(told).toEqual([[job], []]);
    expect(await service.contract['host/state']({})).not.toHaveProperty('value.jobs');
  });

  test('that a lock has stopped is told with the lock, until the daybook is open again', async () => {
    const service = start();
    await create(service, 'Shop');
    const ended = service.contract['job/run']({ id: 'one', job: { kind: 'verify' } });
    const locked = await service.contract['daybook/lock']({});
    expect(locked).toMatchObject({ value: { locked: { stopped: ['verify'] } } });
    await ended;
    const [daybook] = locked.ok ? locked.value.daybooks : [];
    if (daybook === undefined) throw new Error('no daybook');
    await service.contract['daybook/open']({ folder: daybook.folder, passphrase });
    expect(await service.contract['daybook/lock']({})).not.toHaveProperty('value.locked.stopped');
  });

  test('reads nothing by the id of another window, nor from a place to write at', async () => {
    const service = start();
    await create(service, 'Shop');
    const { id } = files.take('one', { path: writeCsv(), name: 'people.csv', bytes: 9 });
    expect(await importOf(service.contractFor('another'), id)).toEqual(refused);
    const placed = await service.contract['file/place']({ name: 'people.csv' });
    if (!placed.ok || placed.value === null) throw new Error('no place');
    expect(await importOf(service.contract, placed.value.id)).toEqual(refused);
    expect(await importOf(service.contractFor('one'), id)).toMatchObject({ ok: true });
  });

  test.each([
    ['released', ({ contract }: DaybookService, id: string) => contract['file/release']({ id })],
    [
      'forgotten with the daybook that was open',
      async ({ contract }: DaybookService) => {
        await contract['daybook/close']({});
        await contract['daybook/open']({ folder: path.join(home, 'Shop'), passphrase });
      },
    ],
  ])('is unknown once it was %s', async (_, forget) => {
    const service = start();
    await create(service, 'Shop');
    const { id } = files.take(onlyWindow, { path: writeCsv(), name: 'people.csv', bytes: 9 });
    await forget(service, id);
    expect(await importOf(service.contract, id)).toEqual(refused);
  });

  test('has no place where none is open, and none where the user wants none', async () => {
    const service = start(() => Promise.resolve(null));
    const place = () => service.contract['file/place']({ name: 'a.csv' });
    expect(await place()).toEqual({ ok: false, error: { type: 'NoDaybookOpen' } });
    await create(service, 'Shop');
    expect(await place()).toEqual({ ok: true, value: null });
  });

  test('is an example of what an import takes, but never among the files of a daybook', async () => {
    let chosen = path.join(path.dirname(home), 'example.csv');
    const service = start(() => Promise.resolve(chosen));
    await create(service, 'Shop');
    const save = async () => {
      const placed = await service.contract['file/place']({ name: 'People.csv' });
      if (!placed.ok || placed.value === null) throw new Error('no place');
      const file = placed.value.id;
      return service.contract['import/example']({ file, kind: 'people', language: 'ko' });
    };
    expect(await save()).toEqual(ok(null));
    expect(readFileSync(chosen, 'utf8')).toBe(exampleFile('people', 'ko'));
    expect(readdirSync(path.dirname(home))).not.toContain('.example.csv.part');
    chosen = path.join(home, 'Shop', 'log.db');
    expect(await save()).toEqual({ ok: false, error: { type: 'FileOfDaybook' } });
    chosen = path.join(home, 'nowhere', 'example.csv');
    expect(await save()).toEqual({ ok: false, error: { type: 'StorageFailed', code: 'ENOENT' } });
    const { id: file } = files.take(onlyWindow, { path: chosen, name: 'own.csv', bytes: 1 });
    const order = { file, kind: 'people', language: 'en' } as const;
    expect(await service.contract['import/example'](order)).toEqual(refused);
  });

  test('is written where the user has chosen', async () => {
    const chosen = path.join(path.dirname(home), 'chosen.csv');
    const service = start((name) => Promise.resolve(name === 'list.csv' ? chosen : null));
    await create(service, 'Shop');
    const placed = await service.contract['file/place']({ name: 'list?.csv' });
    expect(placed).toMatchObject({ ok: true, value: { name: 'chosen.csv' } });
    if (!placed.ok || placed.value === null) throw new Error('no place');
    const { id } = placed.value;
    expect(await files.use(onlyWindow, id, 'write', (file) => Promise.resolve(file))).toEqual(
      ok(chosen),
    );
  });
});
