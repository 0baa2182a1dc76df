import { mkdirSync, mkdtempSync, readFileSync, rmSync, statSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { afterEach, beforeEach, describe, expect, test } from 'vitest';
import { createHomePlace, createSinglePlace } from './DaybookPlace.ts';

let scratch = '';
let home = '';
beforeEach(() => {
  scratch = mkdtempSync(path.join(tmpdir(), 'daybook-place-'));
  home = path.join(scratch, 'home');
});
afterEach(() => rmSync(scratch, { recursive: true }));

const makeDaybook = (folder: string): string => {
  mkdirSync(folder, { recursive: true });
  writeFileSync(path.join(folder, 'log.db'), '');
  return folder;
};

describe('the home folder', () => {
  test('need not exist, and is not made by looking', () => {
    expect(createHomePlace(home).list()).toEqual([]);
    expect(statSync(home, { throwIfNoEntry: false })).toBeUndefined();
  });

  test('shows the daybooks in it, and those remembered elsewhere, by name', () => {
    const place = createHomePlace(home);
    const inside = makeDaybook(path.join(home, 'Shop'));
    const outside = makeDaybook(path.join(scratch, 'stick', 'c'));
    mkdirSync(path.join(home, 'Letters'));
    writeFileSync(path.join(home, 'notes.txt'), '');
    place.remember({ folder: outside, name: 'Clinic' });
    expect(place.list()).toEqual([
      { folder: outside, name: 'Clinic' },
      { folder: inside, name: 'Shop' },
    ]);
  });

  test('remembers the name a daybook has, once, for the next start', () => {
    const folder = makeDaybook(path.join(home, 'Shop 2'));
    createHomePlace(home).remember({ folder, name: 'Shop' });
    createHomePlace(home).remember({ folder, name: 'Corner shop' });
    expect(createHomePlace(home).list()).toEqual([{ folder, name: 'Corner shop' }]);
  });

  test('leaves out a daybook whose folder has gone', () => {
    const folder = makeDaybook(path.join(scratch, 'stick'));
    const place = createHomePlace(home);
    place.remember({ folder, name: 'Stick' });
    rmSync(folder, { recursive: true });
    expect(place.list()).toEqual([]);
  });

  test.each([
    'not json',
    '{}',
    '[{"folder":"relative","name":"x"}]',
    '[{"folder":"/a","name":"x","__proto__":{}}]',
    '[1]',
    '',
  ])('finds its daybooks though the list says %j', (text) => {
    const folder = makeDaybook(path.join(home, 'Shop'));
    writeFileSync(path.join(home, 'daybooks.json'), text);
    const place = createHomePlace(home);
    expect(place.list()).toEqual([{ folder, name: 'Shop' }]);
    place.remember({ folder, name: 'Shop' });
    expect(JSON.parse(readFileSync(path.join(home, 'daybooks.json'), 'utf8'))).toEqual([
      { folder, name: 'Shop' },
    ]);
  });

  test('gives a new daybook a folder of its own', () => {
    const place = createHomePlace(home);
    expect(place.newFolder('../Shop')).toEqual({ ok: true, value: path.join(home, 'Shop') });
    mkdirSync(path.join(home, 'shop'));
    expect(place.newFolder('Shop')).toEqual({ ok: true, value: path.join(home, 'Shop 2') });
  });

  test.skipIf(process.platform === 'win32')('may be entered by its user only', () => {
    createHomePlace(home).newFolder('Shop');
    expect(statSync(home).mode & 0o777).toBe(0o700);
  });

  test('is where a relative folder starts from', () => {
    const place = createHomePlace(home);
    expect(place.locate('Shop')).toEqual({ ok: true, value: path.join(home, 'Shop') });
    expect(place.locate(path.join(scratch, 'x'))).toEqual({
      ok: true,
      value: path.join(scratch, 'x'),
    });
    expect(place.locate('a\0b')).toEqual({ ok: false, error: { type: 'FolderUnusable' } });
  });
});

describe('a single folder', () => {
  test('is the only daybook there is, and none is made beside it', () => {
    const folder = makeDaybook(path.join(scratch, 'one'));
    const place = createSinglePlace(folder);
    const refused = { ok: false, error: { type: 'OnlyThisDaybook', folder } };
    expect(place.list()).toEqual([{ folder, name: 'one' }]);
    expect(place.locate(folder)).toEqual({ ok: true, value: folder });
    expect(place.locate(path.join(folder, '..', 'two'))).toEqual(refused);
    expect(place.newFolder('Two')).toEqual(refused);
  });
});
