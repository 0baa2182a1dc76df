import { spawn, type ChildProcess } from 'node:child_process';
import { once } from 'node:events';
import { appendFileSync, existsSync, readdirSync, writeFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { afterAll, describe, expect, onTestFinished, test } from 'vitest';
import { applicationIds } from './database-kind.ts';
import { openDatabase } from './openDatabase.ts';
import { openUnguarded } from './openUnguarded.ts';
import {
  createScratchDatabase,
  filesOf,
  openScratchDatabase,
  removeScratchFolders,
  scratchFolder,
  scratchKind,
} from './scratchDatabase.ts';
import { StorageDamaged, StorageReadOnly } from './storage-errors.ts';

afterAll(removeScratchFolders);

const open = (path: string) => openDatabase({ path, kind: scratchKind, durability: 'full' });

const pragma = (path: string, name: string, options: object): unknown => {
  const database = openScratchDatabase(path, options);
  const value = Object.values(database.read(`PRAGMA ${name}`).get() ?? {})[0];
  database.close();
  return value;
};

/** Opens the file in a process of its own, and gives that process once it has written a row. */
const holdInChild = async (path: string): Promise<ChildProcess> => {
  const module = new URL('./scratchDatabase.ts', import.meta.url).href;
  const script = `
    const { openScratchDatabase } = await import(${JSON.stringify(module)});
    const database = openScratchDatabase(${JSON.stringify(path)});
    database.write('INSERT INTO note (text) VALUES (?)').run('from the child');
    console.log('held');
    // Held by the timer: a connection that nobody refers to is closed.
    setInterval(() => database.format(), 1000);`;
  const child = spawn(process.execPath, ['--input-type=module', '--eval', script], {
    stdio: ['ignore', 'pipe', 'ignore'],
  });
  onTestFinished(() => void child.kill('SIGKILL'));
  const refused = once(child, 'exit').then(() => {
    throw new Error('the child was refused');
  });
  await Promise.race([once(child.stdout, 'data'), refused]);
  refused.catch(() => undefined);
  return child;
};

describe('settings', () => {
  test.each([
    ['locking_mode', 'exclusive', {}],
    ['synchronous', 2, {}],
    ['synchronous', 1, { durability: 'normal' }],
    ['trusted_schema', 0, {}],
    ['cell_size_check', 1, {}],
    ['temp_store', 2, {}],
    ['recursive_triggers', 1, {}],
    ['secure_delete', 0, {}],
    ['secure_delete', 1, { secureDelete: true }],
    ['private.secure_delete', 1, { attachPrivate: true }],
    ['cache_size', -4096, { cacheKiB: 4096 }],
    ['trusted_schema', 0, { readOnly: true }],
    ['cell_size_check', 1, { readOnly: true }],
  ])('%s is %s with %o', (name, value, options) => {
    expect(pragma(createScratchDatabase(), name, options)).toBe(value);
  });

  test('the file is in WAL mode', () => {
    const path = createScratchDatabase();
    openScratchDatabase(path).close();
    const bytes = Buffer.from(filesOf(dirname(path))['scratch.db'] ?? '', 'base64');
    expect([bytes[18], bytes[19]]).toEqual([2, 2]);
  });

  test('the private database is in memory only', () => {
    const path = createScratchDatabase();
    const database = openScratchDatabase(path, { attachPrivate: true });
    database.execute('CREATE TABLE private.name (text TEXT) STRICT');
    database.write('INSERT INTO private.name VALUES (?)').run('Ada');
    expect(database.read('SELECT text FROM private.name').all()).toEqual([{ text: 'Ada' }]);
    database.close();
    expect(readdirSync(dirname(path))).toEqual(['scratch.db']);
  });
});

describe('a file that is not ours', () => {
  const refusedUntouched = (path: string, error: object): void => {
    const before = filesOf(dirname(path));
    expect(open(path)).toMatchObject({ ok: false, error });
    expect(filesOf(dirname(path))).toEqual(before);
  };

  test('is refused when it is missing', () => {
    refusedUntouched(join(scratchFolder(), 'none.db'), { type: 'DatabaseMissing' });
  });

  test.each([0, 50, 5000])('is refused when it holds %i bytes of something else', (count) => {
    const path = join(scratchFolder(), 'text.db');
    writeFileSync(path, 'x'.repeat(count));
    refusedUntouched(path, { type: 'NotADatabase' });
  });

  test('is refused when another program made it, even with commits in its WAL', () => {
    const path = join(scratchFolder(), 'other.db');
    const other = openUnguarded(path);
    other.execute('PRAGMA journal_mode=WAL; CREATE TABLE t (a); INSERT INTO t VALUES (1)');
    expect(readdirSync(dirname(path))).toContain('other.db-wal');
    refusedUntouched(path, { type: 'ForeignDatabase', applicationId: 0 });
    other.close();
  });

  test('is refused when it is of another kind of ours', () => {
    const path = createScratchDatabase(undefined, {
      applicationId: applicationIds.keys,
      newestFormat: 1,
    });
    refusedUntouched(path, { type: 'ForeignDatabase', applicationId: applicationIds.keys });
  });

  test('is refused when it is newer', () => {
    const path = createScratchDatabase(undefined, { ...scratchKind, newestFormat: 9 });
    refusedUntouched(path, { type: 'FormatTooNew', found: 9, newest: 1 });
  });

  test('is refused when it is newer in its WAL only', () => {
    const path = createScratchDatabase();
    const other = openUnguarded(path);
    other.execute('PRAGMA user_version=9');
    expect(open(path)).toMatchObject({ error: { type: 'InUse' } });
    const copy = join(scratchFolder(), 'copy.db');
    for (const [name, bytes] of Object.entries(filesOf(dirname(path)))) {
      writeFileSync(copy + name.slice('scratch.db'.length), Buffer.from(bytes, 'base64'));
    }
    other.close();
    expect(open(copy)).toMatchObject({ error: { type: 'FormatTooNew', found: 9 } });
  });

  test('is damage when the rest of it is cut off', () => {
    const path = join(scratchFolder(), 'cut.db');
    const bytes = Buffer.from(
      filesOf(dirname(createScratchDatabase()))['scratch.db'] ?? '',
      'base64',
    );
    writeFileSync(path, bytes.subarray(0, 4096));
    expect(() => {
      const opened = open(path);
      if (opened.ok) opened.value.read('SELECT * FROM note').all();
    }).toThrow(StorageDamaged);
  });
});

describe('one at a time', () => {
  test('in this process', () => {
    const path = createScratchDatabase();
    const first = openScratchDatabase(path);
    expect(open(path)).toEqual({ ok: false, error: { type: 'InUse', path } });
    first.close();
    openScratchDatabase(path).close();
  });

  test('among processes, until the other one has died', async () => {
    const path = createScratchDatabase();
    const child = await holdInChild(path);
    expect(open(path)).toEqual({ ok: false, error: { type: 'InUse', path } });
    const died = once(child, 'exit');
    child.kill('SIGKILL');
    await died;
    const database = openScratchDatabase(path);
    expect(database.read('SELECT text FROM note').all()).toEqual([{ text: 'from the child' }]);
    database.close();
  });

  test('and being asked twice does not let another process in', async () => {
    const path = createScratchDatabase();
    const database = openScratchDatabase(path);
    expect(open(path)).toMatchObject({ error: { type: 'InUse' } });
    await expect(holdInChild(path)).rejects.toThrow('the child was refused');
    database.close();
  });

  test('a refused look does not take the lock away', async () => {
    const path = createScratchDatabase();
    await holdInChild(path);
    open(path);
    expect(open(path)).toMatchObject({ error: { type: 'InUse' } });
  });
});

describe('writing', () => {
  test('is undone as a whole when something throws', () => {
    const database = openScratchDatabase(createScratchDatabase());
    const insert = database.write('INSERT INTO note (text) VALUES (?)');
    const failing = (): void =>
      database.transaction(() => {
        insert.run('a');
        throw new RangeError('stop');
      });
    expect(failing).toThrow(RangeError);
    expect(database.read('SELECT * FROM note').all()).toEqual([]);
    expect(database.transaction(() => insert.run('b'))).toBe(1);
    expect(database.read('SELECT text FROM note').all()).toEqual([{ text: 'b' }]);
    database.close();
  });

  test('cannot be nested', () => {
    const database = openScratchDatabase(createScratchDatabase());
    const nested = (): unknown => database.transaction(() => database.transaction(() => 1));
    expect(nested).toThrow('a transaction is already open');
    database.close();
  });

  test('is not possible through what reads', () => {
    const database = openScratchDatabase(createScratchDatabase());
    const text = "INSERT INTO note (text) VALUES ('a') RETURNING id";
    expect(() => database.read(text)).toThrow('not a statement that reads');
    expect(() => database.write('SELECT 1')).toThrow('not a statement that writes');
    database.close();
  });

  test('is refused by a read-only database', () => {
    const path = createScratchDatabase();
    const database = openScratchDatabase(path, { readOnly: true });
    const insert = (): number => database.write("INSERT INTO note (text) VALUES ('a')").run();
    expect(insert).toThrow(StorageReadOnly);
    database.close();
  });
});

test('statements go on after the file has been opened again', () => {
  const path = createScratchDatabase();
  const database = openScratchDatabase(path);
  const insert = database.write('INSERT INTO note (text) VALUES (?)');
  const count = database.read<{ n: number }>('SELECT count(*) AS n FROM note');
  insert.run('a');
  database.reopen();
  insert.run('b');
  expect(count.get()).toEqual({ n: 2 });
  expect(open(path)).toMatchObject({ error: { type: 'InUse' } });
  database.close();
});

test('a WAL is emptied on demand', () => {
  const path = createScratchDatabase();
  const database = openScratchDatabase(path);
  database.write("INSERT INTO note (text) VALUES ('a')").run();
  const size = (): number => filesOf(dirname(path))['scratch.db-wal']?.length ?? -1;
  expect(size()).toBeGreaterThan(0);
  database.truncateWal();
  expect(size()).toBe(0);
  database.close();
});

test('a reader leaves the WAL of a crash as it is', () => {
  const path = createScratchDatabase();
  const database = openScratchDatabase(path);
  database.write("INSERT INTO note (text) VALUES ('a')").run();
  const crashed = join(scratchFolder(), 'scratch.db');
  for (const [name, bytes] of Object.entries(filesOf(dirname(path)))) {
    writeFileSync(join(dirname(crashed), name), Buffer.from(bytes, 'base64'));
  }
  database.close();
  appendFileSync(`${crashed}-wal`, 'what is after the commits');
  const before = filesOf(dirname(crashed));
  const reader = openScratchDatabase(crashed, { readOnly: true });
  expect(reader.read('SELECT text FROM note').all()).toEqual([{ text: 'a' }]);
  reader.close();
  expect(filesOf(dirname(crashed))).toMatchObject(before);
  // And a writer leaves nothing of it: the reader's shared memory goes too.
  openScratchDatabase(crashed).close();
  expect(existsSync(`${crashed}-shm`)).toBe(false);
  expect(readdirSync(dirname(crashed))).toEqual(['scratch.db']);
});
