import { lstatSync, readdirSync, readFileSync, symlinkSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import { describe, expect, test } from 'vitest';
import { scratchFolder } from '../../daybookUnderTest.ts';
import { createExportJob } from './createExportJob.ts';
import type { ExportSource } from './ExportSource.ts';

/** A source of so many pieces, each of which takes a slice. */
const sourceOf = (pieces: number): ExportSource => {
  let given = 0;
  return {
    next: () => {
      if (given === pieces) return null;
      given += 1;
      return `piece ${given}\n`;
    },
    progress: () => ({ done: given, total: pieces }),
    written: () => given,
    leftOut: () => 0,
    position: 1,
    isStale: () => false,
  };
};

const begin = async (file: string, pieces: number) => {
  let now = 0;
  const job = await createExportJob({
    file,
    begin: () => sourceOf(pieces),
    elapsedMs: () => (now += 100),
  });
  if (!job.ok) throw new Error(job.error.type);
  return job.value;
};

test.skipIf(process.platform === 'win32')(
  'an export does not write into what somebody has put where its draft will be',
  async () => {
    const folder = scratchFolder();
    const another = path.join(scratchFolder(), 'another.txt');
    writeFileSync(another, 'of somebody else');
    symlinkSync(another, path.join(folder, '.list.csv.part'));
    const file = path.join(folder, 'list.csv');
    const job = await begin(file, 1);
    while ((await job.step()) === 'more');
    await job.end();
    expect(readFileSync(another, 'utf8')).toBe('of somebody else');
    expect(readFileSync(file, 'utf8')).toBe('piece 1\n');
    expect(lstatSync(file)).toMatchObject({ mode: 0o100600 });
  },
);

describe('a program that is killed in the middle of an export', () => {
  test('leaves the file that was there, and the next export takes its place', async () => {
    const folder = scratchFolder();
    const file = path.join(folder, 'list.csv');
    writeFileSync(file, 'before');
    const killed = await begin(file, 9);
    for (let slice = 0; slice < 8; slice += 1) expect(await killed.step()).toBe('more');
    expect(readdirSync(folder).toSorted()).toEqual(['.list.csv.part', 'list.csv']);
    expect(readFileSync(file, 'utf8')).toBe('before');

    const next = await begin(file, 1);
    while ((await next.step()) === 'more');
    await next.end();
    expect(readdirSync(folder)).toEqual(['list.csv']);
    expect(readFileSync(file, 'utf8')).toBe('piece 1\n');
    await killed.end();
  });

  test('has not put the file in its place before all of it is on the disk', async () => {
    const folder = scratchFolder();
    const file = path.join(folder, 'list.csv');
    const job = await begin(file, 2);
    const seen: string[][] = [];
    do seen.push(readdirSync(folder));
    while ((await job.step()) === 'more');
    await job.end();
    expect(seen).toEqual([['.list.csv.part'], ['.list.csv.part'], ['.list.csv.part']]);
    expect(readFileSync(file, 'utf8')).toBe('piece 1\npiece 2\n');
  });
});
