import { readFileSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import { expect, test } from 'vitest';
import { noSuchFile, useHandedFiles } from './handedFilesUnderTest.ts';

const { home, files, kept, read } = useHandedFiles();

const placeFor = async (owner: string, chosen?: string) => {
  const placed = await files().place(owner, '사람: 목록.csv', chosen);
  if (!placed.ok) throw new Error(placed.error.type);
  return placed.value;
};
const writeAt = (owner: string, id: string) =>
  files().use(owner, id, 'write', (file) => Promise.resolve(writeFileSync(file, 'written')));

test('a place is written and collected once, by its owner', async () => {
  const { id, name } = await placeFor('one');
  expect(name).toBe('사람 목록.csv');
  expect(await writeAt('another', id)).toEqual(noSuchFile);
  expect(await writeAt('one', id)).toMatchObject({ ok: true });
  expect(files().collect('another', id)).toBeNull();
  const written = files().collect('one', id);
  expect(readFileSync(written?.path ?? '', 'utf8')).toBe('written');
  expect(files().collect('one', id)).toBeNull();
  files().releaseAll();
  expect(kept()).toHaveLength(1);
  written?.end();
  expect(kept()).toEqual([]);
});

test('a place is not read as if it had been handed over, nor collected while it is written', async () => {
  const { id } = await placeFor('one');
  await writeAt('one', id);
  expect(await read('one', id)).toEqual(noSuchFile);
  const collected = await files().use('one', id, 'write', () =>
    Promise.resolve(files().collect('one', id)),
  );
  expect(collected).toEqual({ ok: true, value: null });
});

test('a place goes with what was left beside the file by somebody who did not come to the end', async () => {
  const { id } = await placeFor('one');
  await files().use('one', id, 'write', (file) =>
    Promise.resolve(writeFileSync(path.join(path.dirname(file), '.file.part'), 'half of it')),
  );
  files().release('one', id);
  expect(kept()).toEqual([]);
});

test('a place that the user has chosen is never removed', async () => {
  const chosen = path.join(home(), 'list.csv');
  const { id, name } = await placeFor('one', chosen);
  expect(name).toBe('list.csv');
  await writeAt('one', id);
  expect(files().collect('one', id)).toBeNull();
  files().end();
  expect(readFileSync(chosen, 'utf8')).toBe('written');
});
