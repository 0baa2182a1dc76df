import { randomUUID } from 'node:crypto';
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { afterEach, beforeEach, expect, test } from 'vitest';
import { onlyWindow, type DaybookService } from './createDaybookService.ts';
import { createHomePlace } from './DaybookPlace.ts';
import { quickService } from './enginesUnderTest.ts';
import { createHandedFiles, type HandedFiles } from './HandedFiles.ts';

const ok = { ok: true, value: null };
const refused = (type: string) => ({ ok: false, error: { type } });

let scratch = '';
let shown: string[] = [];
let files: HandedFiles;
let service: DaybookService;

const start = (showInFolder?: (file: string) => void): DaybookService => {
  const home = path.join(scratch, 'home');
  files = createHandedFiles({ folder: path.join(home, '.handed', 'test'), newId: randomUUID });
  return quickService({
    place: createHomePlace(home),
    files,
    ...(showInFolder === undefined ? {} : { showInFolder }),
  });
};

const create = () =>
  service.contract['daybook/create']({
    name: 'Shop',
    currency: 'USD',
    passphrase: 'a long enough passphrase',
  });

beforeEach(() => {
  scratch = mkdtempSync(path.join(tmpdir(), 'daybook-show-'));
  shown = [];
  service = start((file) => void shown.push(file));
});
afterEach(async () => {
  await service.close();
  rmSync(scratch, { recursive: true });
});

test('the folder of the open daybook is shown by its marker, and none where none is open', async () => {
  expect(await service.contract['daybook/show']({})).toEqual(refused('NoDaybookOpen'));
  expect(await create()).toMatchObject({ value: { canShow: true } });
  expect(await service.contract['daybook/show']({})).toEqual(ok);
  expect(shown).toEqual([path.join(scratch, 'home', 'Shop', 'open.daybook')]);
});

test('what was written at a place is shown, to the window whose place it was', async () => {
  await create();
  const chosen = path.join(scratch, 'list.csv');
  const place = await files.place(onlyWindow, 'list.csv', chosen);
  if (!place.ok) throw new Error('no place');
  const { id } = place.value;
  const show = (owner = onlyWindow, asked = id) =>
    service.contractFor(owner)['file/show']({ id: asked });
  // Nothing is there yet.
  expect(await show()).toEqual(refused('NoSuchFile'));
  writeFileSync(chosen, 'Name\n');
  expect(await show('another window')).toEqual(refused('NoSuchFile'));
  expect(await show(onlyWindow, chosen)).toEqual(refused('NoSuchFile'));
  // What a window has handed is its user's own affair.
  const { id: handed } = files.take(onlyWindow, { path: chosen, name: 'list.csv', bytes: 5 });
  expect(await show(onlyWindow, handed)).toEqual(refused('NoSuchFile'));
  expect(shown).toEqual([]);
  expect(await show()).toEqual(ok);
  expect(shown).toEqual([chosen]);
});

test('a host that has nothing to show it by says so, and windows are not offered it', async () => {
  await service.close();
  service = start();
  const created = await create();
  expect(created).not.toHaveProperty('value.canShow');
  expect(await service.contract['daybook/show']({})).toEqual(refused('NotShownHere'));
  expect(await service.contract['file/show']({ id: 'one' })).toEqual(refused('NotShownHere'));
});
