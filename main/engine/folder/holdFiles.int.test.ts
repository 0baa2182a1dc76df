import { linkSync, mkdirSync, renameSync, rmSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import { afterAll, beforeEach, describe, expect, test } from 'vitest';
import { scratchFolder } from '../daybookUnderTest.ts';
import { holdFiles, type HeldFiles } from './holdFiles.ts';

let folder: string;
let one: string;
let held: HeldFiles;
const all: HeldFiles[] = [];

beforeEach(() => {
  folder = path.join(scratchFolder(), 'files');
  mkdirSync(folder);
  one = path.join(folder, 'one');
  const two = path.join(folder, 'two');
  for (const file of [one, two]) writeFileSync(file, 'x');
  held = holdFiles([two, one]);
  all.push(held);
});
afterAll(() => all.forEach(({ close }) => close()));

describe.skipIf(process.platform === 'win32')('files that are held', () => {
  test('are deleted once one of them is', () => {
    expect(held.areDeleted()).toBe(false);
    rmSync(one);
    expect(held.areDeleted()).toBe(true);
  });

  test('are deleted with their folder though another stands in its place', () => {
    rmSync(folder, { recursive: true });
    mkdirSync(folder);
    writeFileSync(one, 'another');
    expect(held.areDeleted()).toBe(true);
  });

  test('are there where they were moved to', () => {
    renameSync(one, path.join(folder, 'three'));
    renameSync(folder, `${folder} moved`);
    expect(held.areDeleted()).toBe(false);
  });

  test('are there as long as one name of each is left', () => {
    linkSync(one, path.join(folder, 'the same'));
    rmSync(one);
    expect(held.areDeleted()).toBe(false);
  });

  test('say nothing after they were closed, and may be closed twice', () => {
    held.close();
    held.close();
    rmSync(one);
    expect(held.areDeleted()).toBe(false);
  });
});

test('a file that is not there is told as what the system says', () => {
  expect(() => holdFiles([one, path.join(folder, 'none')])).toThrow(/ENOENT/u);
});
