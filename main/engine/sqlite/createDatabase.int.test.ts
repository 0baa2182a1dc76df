import { existsSync, writeFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { afterAll, expect, test } from 'vitest';
import { createDatabase } from './createDatabase.ts';
import {
  createScratchDatabase,
  filesOf,
  openScratchDatabase,
  removeScratchFolders,
  scratchFolder,
  scratchKind,
} from './scratchDatabase.ts';

afterAll(removeScratchFolders);

test('a new file has its kind, its format and its tables', () => {
  const database = openScratchDatabase(createScratchDatabase());
  expect(database.format()).toBe(1);
  expect(database.read('SELECT name FROM sqlite_schema').all()).toEqual([{ name: 'note' }]);
  database.close();
});

test('a file that is there is left alone', () => {
  const path = createScratchDatabase();
  const before = filesOf(dirname(path));
  const fill = (): never => {
    throw new Error('must not be called');
  };
  expect(createDatabase({ path, kind: scratchKind, format: 1, fill })).toEqual({
    ok: false,
    error: { type: 'DatabaseExists', path },
  });
  expect(filesOf(dirname(path))).toEqual(before);
});

test('what an interrupted creation leaves is no file of ours, and goes at the next try', () => {
  const folder = scratchFolder();
  const path = join(folder, 'scratch.db');
  const fill = (): never => {
    throw new Error('power cut');
  };
  expect(() => createDatabase({ path, kind: scratchKind, format: 1, fill })).toThrow('power cut');
  expect(existsSync(path)).toBe(false);
  writeFileSync(`${path}.new`, 'half a page');
  createScratchDatabase(folder);
  expect(Object.keys(filesOf(folder))).toEqual(['scratch.db']);
});
