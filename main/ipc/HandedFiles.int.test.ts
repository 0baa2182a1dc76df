import { execFileSync } from 'node:child_process';
import { randomUUID } from 'node:crypto';
import {
  existsSync,
  mkdtempSync,
  readdirSync,
  readFileSync,
  rmSync,
  statfsSync,
  statSync,
  writeFileSync,
} from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { afterAll, afterEach, beforeEach, describe, expect, test } from 'vitest';
import { createHandedFiles, type HandedFiles } from './HandedFiles.ts';
import { openHandedFolder } from './openHandedFolder.ts';
import { removeWhole } from './removeWhole.ts';

let home = '';
let folder = '';
let files: HandedFiles;

beforeEach(() => {
  home = mkdtempSync(path.join(tmpdir(), 'daybook-handed-'));
  folder = openHandedFolder(home, () => {});
  files = createHandedFiles({ folder, newId: randomUUID, maxBytes: 1000 });
});
afterEach(() => rmSync(home, { recursive: true }));

const kept = (): readonly string[] => (existsSync(folder) ? readdirSync(folder) : []);

async function* piecesOf(...pieces: readonly string[]): AsyncGenerator<Uint8Array> {
  for (const piece of pieces) yield await Promise.resolve(Buffer.from(piece));
}

const arriving = (text: string, bytes = text.length, name = 'people.csv') => ({
  name,
  bytes,
  chunks: piecesOf(text.slice(0, 1), text.slice(1)),
  stop: () => {},
});

const receive = async (owner: string, text: string) => {
  const received = await files.receive(owner, arriving(text));
  if (!received.ok) throw new Error(received.error.type);
  return received.value;
};

const read = (owner: string, id: string) =>
  files.use(owner, id, 'read', (file) => Promise.resolve(readFileSync(file, 'utf8')));

const noSuchFile = { ok: false, error: { type: 'NoSuchFile' } };

describe('a file that is received', () => {
  test('can be read by its id, by its owner, until it is released', async () => {
    const { id, name, bytes } = await receive('one', 'a,b\n1,2\n');
    expect([name, bytes]).toEqual(['people.csv', 8]);
    expect(await read('one', id)).toEqual({ ok: true, value: 'a,b\n1,2\n' });
    expect(await read('another', id)).toEqual(noSuchFile);
    files.release('another', id);
    expect(await read('one', id)).toMatchObject({ ok: true });
    files.release('one', id);
    expect(await read('one', id)).toEqual(noSuchFile);
    expect(kept()).toEqual([]);
  });

  test.skipIf(process.platform === 'win32')('is for the eyes of its user only', async () => {
    await receive('one', 'a');
    expect(statSync(folder).mode & 0o777).toBe(0o700);
    expect(statSync(path.join(folder, kept()[0] ?? '')).mode & 0o777).toBe(0o600);
  });

  test('has a plain name, and lies under none that anybody chose', async () => {
    const received = await files.receive('one', arriving('a', 1, '../../people.csv'));
    expect(received).toMatchObject({ value: { name: 'people.csv' } });
    expect(kept()).toHaveLength(1);
    expect(kept()[0]).toMatch(/^[\da-f-]{36}$/u);
  });

  test.each([
    ['longer than it said', arriving('abcdef', 3), { type: 'FileCutOff' }],
    ['shorter than it said', arriving('abc', 6), { type: 'FileCutOff' }],
    ['too large', arriving('a', 1001), { type: 'FileTooLarge', limit: 1000 }],
  ])('%s leaves nothing', async (_, file, error) => {
    expect(await files.receive('one', file)).toEqual({ ok: false, error });
    expect(kept()).toEqual([]);
  });

  test('that is cut off leaves nothing', async () => {
    async function* broken(): AsyncGenerator<Uint8Array> {
      yield* piecesOf('ab');
      throw Object.assign(new Error('aborted'), { code: 'ECONNRESET' });
    }
    expect(await files.receive('one', { ...arriving('abcd'), chunks: broken() })).toEqual({
      ok: false,
      error: { type: 'FileCutOff' },
    });
    expect(kept()).toEqual([]);
  });

  test('keeps its owner from sending another meanwhile, and nobody else', async () => {
    const { promise, resolve } = Promise.withResolvers<void>();
    async function* slow(): AsyncGenerator<Uint8Array> {
      await promise;
      yield* piecesOf('ab');
    }
    const first = files.receive('one', { ...arriving('ab'), chunks: slow() });
    expect(await files.receive('one', arriving('x'))).toEqual({
      ok: false,
      error: { type: 'FileArriving' },
    });
    expect(await files.receive('another', arriving('x'))).toMatchObject({ ok: true });
    resolve();
    expect(await first).toMatchObject({ ok: true });
    expect(await files.receive('one', arriving('x'))).toMatchObject({ ok: true });
  });

  test('that is no longer wanted when it has arrived is gone', async () => {
    let stopped = 0;
    const { promise, resolve } = Promise.withResolvers<void>();
    async function* slow(): AsyncGenerator<Uint8Array> {
      await promise;
      yield* piecesOf('ab');
    }
    const stop = (): void => {
      stopped += 1;
      resolve();
    };
    const arrival = files.receive('one', { ...arriving('ab'), chunks: slow(), stop });
    files.releaseAll();
    expect(await arrival).toEqual(noSuchFile);
    expect([stopped, kept()]).toEqual([1, []]);
  });

  test('stays while somebody works with it, whatever is released', async () => {
    const { id } = await receive('one', 'abc');
    const { promise, resolve } = Promise.withResolvers<void>();
    const work = files.use('one', id, 'read', async (file) => {
      await promise;
      return readFileSync(file, 'utf8');
    });
    files.releaseAll();
    expect(kept()).toHaveLength(1);
    resolve();
    expect(await work).toEqual({ ok: true, value: 'abc' });
    expect(kept()).toEqual([]);
  });

  test('gives way to later ones, the oldest first', async () => {
    const ids: string[] = [];
    for (const text of '123456789') ids.push((await receive('one', text)).id);
    const other = await receive('another', 'x');
    expect(kept()).toHaveLength(9);
    expect(await read('one', ids[0] ?? '')).toEqual(noSuchFile);
    expect(await read('one', ids[1] ?? '')).toMatchObject({ value: '2' });
    expect(await read('another', other.id)).toMatchObject({ value: 'x' });
  });
});

describe('the files of an owner whose window has gone', () => {
  test('are released, and no others', async () => {
    const [mine, other] = [await receive('one', 'a'), await receive('another', 'b')];
    files.releaseOwner('one');
    expect(await read('one', mine.id)).toEqual(noSuchFile);
    expect(await read('another', other.id)).toMatchObject({ ok: true });
    expect(kept()).toHaveLength(1);
  });
});

describe("a file of the user's own", () => {
  test('is read where it lies, and stays when it is released', async () => {
    const own = path.join(home, 'own.csv');
    writeFileSync(own, 'mine');
    const { id } = files.take('one', { path: own, name: 'own.csv', bytes: 4 });
    expect(await read('one', id)).toEqual({ ok: true, value: 'mine' });
    expect(await files.use('one', id, 'write', () => Promise.resolve('was written over'))).toEqual(
      noSuchFile,
    );
    expect(files.collect('one', id)).toBeNull();
    files.end();
    expect(readFileSync(own, 'utf8')).toBe('mine');
  });
});

describe('a place', () => {
  const placeFor = async (owner: string, chosen?: string) => {
    const placed = await files.place(owner, '사람: 목록.csv', chosen);
    if (!placed.ok) throw new Error(placed.error.type);
    return placed.value;
  };
  const writeAt = (owner: string, id: string) =>
    files.use(owner, id, 'write', (file) => Promise.resolve(writeFileSync(file, 'written')));

  test('is written and collected once, by its owner', async () => {
    const { id, name } = await placeFor('one');
    expect(name).toBe('사람 목록.csv');
    expect(await writeAt('another', id)).toEqual(noSuchFile);
    expect(await writeAt('one', id)).toMatchObject({ ok: true });
    expect(files.collect('another', id)).toBeNull();
    const written = files.collect('one', id);
    expect(readFileSync(written?.path ?? '', 'utf8')).toBe('written');
    expect(files.collect('one', id)).toBeNull();
    files.releaseAll();
    expect(kept()).toHaveLength(1);
    written?.end();
    expect(kept()).toEqual([]);
  });

  test('is not read as if it had been handed over, nor collected while it is written', async () => {
    const { id } = await placeFor('one');
    await writeAt('one', id);
    expect(await read('one', id)).toEqual(noSuchFile);
    const collected = await files.use('one', id, 'write', () =>
      Promise.resolve(files.collect('one', id)),
    );
    expect(collected).toEqual({ ok: true, value: null });
  });

  test('goes with what was left beside the file by somebody who did not come to the end', async () => {
    const { id } = await placeFor('one');
    await files.use('one', id, 'write', (file) =>
      Promise.resolve(writeFileSync(path.join(path.dirname(file), '.file.part'), 'half of it')),
    );
    files.release('one', id);
    expect(kept()).toEqual([]);
  });

  test('that the user has chosen is never removed', async () => {
    const chosen = path.join(home, 'list.csv');
    const { id, name } = await placeFor('one', chosen);
    expect(name).toBe('list.csv');
    await writeAt('one', id);
    expect(files.collect('one', id)).toBeNull();
    files.end();
    expect(readFileSync(chosen, 'utf8')).toBe('written');
  });
});

test('the end leaves no folder', async () => {
  await receive('one', 'a');
  files.end();
  expect(existsSync(folder)).toBe(false);
});

describe('a file that the system does not let go', () => {
  test('keeps no other from going, is told, and goes when it can', async () => {
    let held: string | null = null;
    const told: unknown[] = [];
    const busy = Object.assign(new Error('busy'), { code: 'EBUSY' });
    files = createHandedFiles({
      folder,
      newId: randomUUID,
      onLeft: (thrown) => told.push(thrown),
      remove: (place) => {
        if (held !== null && place.startsWith(held)) throw busy;
        removeWhole(place);
      },
    });
    const mine = await receive('one', 'a');
    held = path.join(folder, kept()[0] ?? '');
    await receive('one', 'b');
    await receive('another', 'c');
    expect(() => files.releaseAll()).not.toThrow();
    expect(kept()).toEqual([path.basename(held)]);
    expect(await read('one', mine.id)).toEqual(noSuchFile);
    expect(told).toEqual([busy]);
    held = null;
    files.releaseOwner('another');
    expect(kept()).toEqual([]);
  });

  test('does not keep the program from ending', async () => {
    files = createHandedFiles({
      folder,
      newId: randomUUID,
      remove: () => {
        throw Object.assign(new Error('busy'), { code: 'EBUSY' });
      },
    });
    await receive('one', 'a');
    expect(() => files.end()).not.toThrow();
  });
});

/** A disk of its own, where the machine lets us have one. */
const disk = ((): string | null => {
  const mounted = mkdtempSync(path.join(tmpdir(), 'daybook-disk-'));
  try {
    execFileSync('mount', ['-t', 'tmpfs', '-o', 'size=1m', 'tmpfs', mounted], { stdio: 'ignore' });
    return mounted;
  } catch {
    return null;
  }
})();
afterAll(() => {
  if (disk !== null) execFileSync('umount', ['--lazy', disk]);
});

describe.skipIf(disk === null)('on a full disk', () => {
  const on = path.join(disk ?? '', 'handed');
  const full = { ok: false, error: { type: 'StorageFull' } };

  test('a file that does not fit is refused before it is read', async () => {
    const small = createHandedFiles({ folder: on, newId: randomUUID });
    const never = { ...arriving('', 2_000_000), chunks: piecesOf('a') };
    expect(await small.receive('one', never)).toEqual(full);
    expect(readdirSync(on)).toEqual([]);
  });

  test('a file for which the room goes while it arrives leaves nothing', async () => {
    const small = createHandedFiles({ folder: on, newId: randomUUID });
    async function* whileItFills(): AsyncGenerator<Uint8Array> {
      yield* piecesOf('a');
      const { bavail, bsize } = statfsSync(on);
      writeFileSync(path.join(disk ?? '', 'ballast'), Buffer.alloc(bavail * bsize));
      yield Buffer.alloc(400_000);
    }
    const file = { ...arriving('', 400_001), chunks: whileItFills() };
    expect(await small.receive('one', file)).toEqual(full);
    expect(readdirSync(on)).toEqual([]);
    rmSync(path.join(disk ?? '', 'ballast'));
    expect(await small.receive('one', arriving('abc'))).toMatchObject({ ok: true });
  });
});
