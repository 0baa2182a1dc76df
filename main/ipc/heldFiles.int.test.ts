import path from 'node:path';
import { beforeEach, expect, test } from 'vitest';
import { noSuchFile, useHandedFiles } from './handedFilesUnderTest.ts';
import { removeWhole } from './removeWhole.ts';

const busy = Object.assign(new Error('busy'), { code: 'EBUSY' });
/** What the system does not let go, and all that is in it. */
let held: string | null = null;
let told: unknown[] = [];

beforeEach(() => {
  held = null;
  told = [];
});

const { folder, files, kept, receive, read } = useHandedFiles({
  onLeft: (thrown) => told.push(thrown),
  remove: (place) => {
    if (held !== null && place.startsWith(held)) throw busy;
    removeWhole(place);
  },
});

test('a file that is held keeps no other from going, is told, and goes when it can', async () => {
  const mine = await receive('one', 'a');
  held = path.join(folder(), kept()[0] ?? '');
  await receive('one', 'b');
  await receive('another', 'c');
  expect(() => files().releaseAll()).not.toThrow();
  expect(kept()).toEqual([path.basename(held)]);
  expect(await read('one', mine.id)).toEqual(noSuchFile);
  expect(told).toEqual([busy]);
  held = null;
  files().releaseOwner('another');
  expect(kept()).toEqual([]);
});

test('a file that is held does not keep the program from ending', async () => {
  held = folder();
  await receive('one', 'a');
  expect(() => files().end()).not.toThrow();
  expect(kept()).toHaveLength(1);
});
