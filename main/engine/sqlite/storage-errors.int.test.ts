import { execFileSync } from 'node:child_process';
import { closeSync, openSync, writeSync } from 'node:fs';
import { join } from 'node:path';
import Database from 'better-sqlite3';
import { afterAll, describe, expect, test } from 'vitest';
import {
  createScratchDatabase,
  openScratchDatabase,
  removeScratchFolders,
  scratchFolder,
} from './scratchDatabase.ts';
import {
  StorageDamaged,
  StorageError,
  StorageFailed,
  StorageFull,
  StorageReadOnly,
  toStorageError,
} from './storage-errors.ts';
import { mountDisk } from './diskUnderTest.ts';

afterAll(removeScratchFolders);

/** A file system of one megabyte, where the machine lets us have one. */
const mounted = mountDisk(scratchFolder(), '1m');

test('a database that may not grow is full, and what was written stays', () => {
  const database = openScratchDatabase(createScratchDatabase());
  const insert = database.write('INSERT INTO note (text) VALUES (?)');
  insert.run('small');
  database.execute('PRAGMA max_page_count=3');
  expect(() => database.transaction(() => insert.run('x'.repeat(20_000)))).toThrow(StorageFull);
  expect(database.read('SELECT text FROM note').all()).toEqual([{ text: 'small' }]);
  database.close();
});

describe.skipIf(mounted === null)('a disk', () => {
  test('that is full refuses a commit, and what was written stays', () => {
    const database = openScratchDatabase(createScratchDatabase(mounted ?? ''));
    const insert = database.write('INSERT INTO note (text) VALUES (?)');
    insert.run('small');
    expect(() => {
      for (;;) database.transaction(() => insert.run('x'.repeat(50_000)));
    }).toThrow(StorageFull);
    expect(database.read('SELECT text FROM note WHERE id = 1').all()).toEqual([{ text: 'small' }]);
    database.close();
  });

  test('that may not be written says so', () => {
    execFileSync('mount', ['-o', 'remount,ro', mounted ?? '']);
    const path = join(mounted ?? '', 'scratch.db');
    expect(() => openScratchDatabase(path)).toThrow(StorageReadOnly);
    execFileSync('mount', ['-o', 'remount,rw', mounted ?? '']);
  });
});

test('a page of rubbish is damage', () => {
  const path = createScratchDatabase();
  const database = openScratchDatabase(path);
  const insert = database.write('INSERT INTO note (text) VALUES (?)');
  for (let count = 0; count < 100; count += 1) insert.run('x'.repeat(1000));
  database.close();
  const file = openSync(path, 'r+');
  writeSync(file, Buffer.alloc(4096, 0xa5), 0, 4096, 3 * 4096);
  closeSync(file);
  const damaged = openScratchDatabase(path);
  expect(() => damaged.read('SELECT * FROM note').all()).toThrow(StorageDamaged);
  damaged.close();
});

test.each([
  ['ENOSPC', StorageFull],
  ['EROFS', StorageReadOnly],
  ['EIO', StorageFailed],
  ['EISDIR', StorageFailed],
  ['ENOTDIR', StorageFailed],
  ['ELOOP', StorageFailed],
  ['EMFILE', StorageFailed],
  ['ENFILE', StorageFailed],
])('errors of the file system are told by what they mean: %s', (code, Kind) => {
  expect(toStorageError(Object.assign(new Error(code), { code }))).toBeInstanceOf(Kind);
});

test.each([
  // The file of shared memory could not be made as long as it must be.
  ['SQLITE_IOERR_SHMSIZE', StorageFull],
  ['SQLITE_IOERR_SHMMAP', StorageFailed],
  ['SQLITE_IOERR_SHMOPEN', StorageFailed],
  ['SQLITE_IOERR_FSYNC', StorageFailed],
  ['SQLITE_IOERR_WRITE', StorageFailed],
  ['SQLITE_READONLY_DIRECTORY', StorageReadOnly],
])('errors of SQLite are told by what they mean: %s', (code, Kind) => {
  expect(toStorageError(new Database.SqliteError('planted', code))).toBeInstanceOf(Kind);
});

test('what is no failure of the disk stays what it is', () => {
  const bug = new TypeError('a bug');
  expect(toStorageError(bug)).toBe(bug);
  const database = openScratchDatabase(createScratchDatabase());
  const wrong = (): unknown => database.read('SELECT * FROM absent');
  expect(wrong).toThrow('no such table');
  expect(wrong).not.toThrow(StorageError);
  database.close();
});
