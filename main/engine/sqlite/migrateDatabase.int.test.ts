import { afterAll, expect, test } from 'vitest';
import { migrateDatabase, type Migration } from './migrateDatabase.ts';
import {
  createScratchDatabase,
  openScratchDatabase,
  removeScratchFolders,
} from './scratchDatabase.ts';

afterAll(removeScratchFolders);

const never: Migration = {
  to: 1,
  change: () => {
    throw new Error('was done already');
  },
};
const addColumn: Migration = {
  to: 2,
  change: (handle) => {
    handle.execute('ALTER TABLE note ADD COLUMN colour TEXT');
  },
};
const fail: Migration = {
  to: 3,
  change: (handle) => {
    handle.execute('DROP TABLE note');
    throw new RangeError('stop');
  },
};

test('steps are taken from where the file stands, and once', () => {
  const database = openScratchDatabase(createScratchDatabase());
  expect(migrateDatabase(database, [never, addColumn])).toBe(1);
  expect(database.format()).toBe(2);
  expect(migrateDatabase(database, [never, addColumn])).toBe(0);
  database.write("INSERT INTO note (text, colour) VALUES ('a', 'red')").run();
  database.close();
});

test('a step that fails leaves the format before it, whole', () => {
  const database = openScratchDatabase(createScratchDatabase());
  expect(() => migrateDatabase(database, [never, addColumn, fail])).toThrow(RangeError);
  expect(database.format()).toBe(2);
  expect(database.read('SELECT * FROM note').all()).toEqual([]);
  database.close();
});

test('a gap in the steps is a mistake', () => {
  const database = openScratchDatabase(createScratchDatabase());
  expect(() => migrateDatabase(database, [never, fail])).toThrow('leads to format 3');
  expect(database.format()).toBe(1);
  database.close();
});
