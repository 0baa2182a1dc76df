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

  test('remembers which was used last', () => {
    const [first, second] = ['a', 'b'].map((name) => makeDaybook(path.join(home, name)));
    const place = createHomePlace(home);
    expect(place.lastUsed()).toBeNull();
    for (const folder of [first, second, first])
      place.remember({ folder: folder ?? '', name: 'Shop' });
    expect(createHomePlace(home).lastUsed()).toBe(first);
  });

  test('leaves out a daybook whose folder has gone', () => {
    const folder = makeDaybook(path.join(scratch, 'stick'));
    const place = createHomePlace(home);
    place.remember({ folder, name: 'Stick' });
    rmSync(folder, { recursive: true });
    expect(place.list()).toEqual([]);
  });

  test.each([
    ['keys', ['keys.db', 'state.db']],
    ['heads', ['heads']],
  ])('shows a daybook that has lost its log and still has its %s, as one', (_, files) => {
    const folder = path.join(home, 'Shop');
    mkdirSync(folder, { recursive: true });
    for (const file of files) writeFileSync(path.join(folder, file), '');
    expect(createHomePlace(home).list()).toEqual([{ folder, name: 'Shop', lacksLog: true }]);
  });

  test('shows a remembered daybook of which only the folder is left', () => {
    const folder = makeDaybook(path.join(scratch, 'stick'));
    const place = createHomePlace(home);
    place.remember({ folder, name: 'Stick' });
    rmSync(path.join(folder, 'log.db'));
    expect(place.list()).toEqual([{ folder, name: 'Stick', lacksLog: true }]);
  });

  test('shows nothing hidden, such as a daybook that was killed while it was made', () => {
    makeDaybook(path.join(home, '.sample-4711'));
    expect(createHomePlace(home).list()).toEqual([]);
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

  test('says that its log is lost', () => {
    const folder = makeDaybook(path.join(scratch, 'one'));
    const place = createSinglePlace(folder);
    rmSync(path.join(folder, 'log.db'));
    expect(place.list()).toEqual([{ folder, name: 'one', lacksLog: true }]);
  });
});
