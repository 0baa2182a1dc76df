import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { afterEach, beforeEach, expect, it } from 'vitest';
import { readWishes, wishesHandedOver } from './readWishes.ts';

let folder = '';
beforeEach(() => {
  folder = mkdtempSync(path.join(tmpdir(), 'daybook-wishes-'));
  mkdirSync(path.join(folder, 'shop'));
  writeFileSync(path.join(folder, 'shop/open.daybook'), '');
  writeFileSync(path.join(folder, 'shop/notes.txt'), '');
  mkdirSync(path.join(folder, 'odd.daybook'));
});
afterEach(() => rmSync(folder, { recursive: true, force: true }));

it('a marker and a folder stand for the folder, from where the program was started', () => {
  const shop = path.join(folder, 'shop');
  expect(readWishes(['shop', path.join(shop, 'open.daybook'), './shop/'], folder)).toEqual({
    folders: [shop],
    sample: false,
  });
  expect(readWishes(['odd.daybook'], folder).folders).toEqual([path.join(folder, 'odd.daybook')]);
});

it('other files, what is not there and switches stand for nothing', () => {
  const args = ['shop/notes.txt', 'gone', 'gone/open.daybook', '--lang=ko', '-x', ''];
  expect(readWishes(args, folder)).toEqual({ folders: [], sample: false });
  expect(readWishes(['--sample'], folder).sample).toBe(true);
});

it('what a second start hands over is read, and nonsense is a wish for nothing', () => {
  const wishes = { folders: [folder], sample: true };
  expect(wishesHandedOver(wishes)).toEqual(wishes);
  const nothing = { folders: [], sample: false };
  for (const odd of [
    null,
    'x',
    {},
    { folders: ['relative'], sample: false },
    { ...wishes, more: 1 },
  ])
    expect(wishesHandedOver(odd)).toEqual(nothing);
});
