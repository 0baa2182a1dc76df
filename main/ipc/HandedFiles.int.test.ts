import { existsSync, readFileSync, statSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import { describe, expect, test } from 'vitest';
import { arriving, noSuchFile, piecesOf, useHandedFiles } from './handedFilesUnderTest.ts';

const { home, folder, files, kept, receive, read } = useHandedFiles();

describe('a file that is received', () => {
  test('can be read by its id, by its owner, until it is released', async () => {
    const { id, name, bytes } = await receive('one', 'a,b\n1,2\n');
    expect([name, bytes]).toEqual(['people.csv', 8]);
    expect(await read('one', id)).toEqual({ ok: true, value: 'a,b\n1,2\n' });
    expect(await read('another', id)).toEqual(noSuchFile);
    files().release('another', id);
    expect(await read('one', id)).toMatchObject({ ok: true });
    files().release('one', id);
    expect(await read('one', id)).toEqual(noSuchFile);
    expect(kept()).toEqual([]);
  });

  test.skipIf(process.platform === 'win32')('is for the eyes of its user only', async () => {
    await receive('one', 'a');
    expect(statSync(folder()).mode & 0o777).toBe(0o700);
    expect(statSync(path.join(folder(), kept()[0] ?? '')).mode & 0o777).toBe(0o600);
  });

  test('has a plain name, and lies under none that anybody chose', async () => {
    const received = await files().receive('one', arriving('a', 1, '../../people.csv'));
    expect(received).toMatchObject({ value: { name: 'people.csv' } });
    expect(kept()).toHaveLength(1);
    expect(kept()[0]).toMatch(/^[\da-f-]{36}$/u);
  });

  test.each([
    ['longer than it said', arriving('abcdef', 3), { type: 'FileCutOff' }],
    ['shorter than it said', arriving('abc', 6), { type: 'FileCutOff' }],
    ['too large', arriving('a', 1001), { type: 'FileTooLarge', limit: 1000 }],
  ])('%s leaves nothing', async (_, file, error) => {
    expect(await files().receive('one', file)).toEqual({ ok: false, error });
    expect(kept()).toEqual([]);
  });

  test('that is cut off leaves nothing', async () => {
    async function* broken(): AsyncGenerator<Uint8Array> {
      yield* piecesOf('ab');
      throw Object.assign(new Error('aborted'), { code: 'ECONNRESET' });
    }
    expect(await files().receive('one', { ...arriving('abcd'), chunks: broken() })).toEqual({
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
    const first = files().receive('one', { ...arriving('ab'), chunks: slow() });
    expect(await files().receive('one', arriving('x'))).toEqual({
      ok: false,
      error: { type: 'FileArriving' },
    });
    expect(await files().receive('another', arriving('x'))).toMatchObject({ ok: true });
    resolve();
    expect(await first).toMatchObject({ ok: true });
    expect(await files().receive('one', arriving('x'))).toMatchObject({ ok: true });
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
    const arrival = files().receive('one', { ...arriving('ab'), chunks: slow(), stop });
    files().releaseAll();
    expect(await arrival).toEqual(noSuchFile);
    expect([stopped, kept()]).toEqual([1, []]);
  });

  test('stays while somebody works with it, whatever is released', async () => {
    const { id } = await receive('one', 'abc');
    const { promise, resolve } = Promise.withResolvers<void>();
    const work = files().use('one', id, 'read', async (file) => {
      await promise;
      return readFileSync(file, 'utf8');
    });
    files().releaseAll();
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
    files().releaseOwner('one');
    expect(await read('one', mine.id)).toEqual(noSuchFile);
    expect(await read('another', other.id)).toMatchObject({ ok: true });
    expect(kept()).toHaveLength(1);
  });
});

describe("a file of the user's own", () => {
  test('is read where it lies, and stays when it is released', async () => {
    const own = path.join(home(), 'own.csv');
    writeFileSync(own, 'mine');
    const { id } = files().take('one', { path: own, name: 'own.csv', bytes: 4 });
    expect(await read('one', id)).toEqual({ ok: true, value: 'mine' });
    expect(
      await files().use('one', id, 'write', () => Promise.resolve('was written over')),
    ).toEqual(noSuchFile);
    expect(files().collect('one', id)).toBeNull();
    files().end();
    expect(readFileSync(own, 'utf8')).toBe('mine');
  });
});

test('the end leaves no folder', async () => {
  await receive('one', 'a');
  files().end();
  expect(existsSync(folder())).toBe(false);
});
