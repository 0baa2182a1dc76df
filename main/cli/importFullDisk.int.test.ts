import { execFileSync } from 'node:child_process';
import { mkdirSync, readdirSync, rmSync, statfsSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import { afterAll, expect, test } from 'vitest';
import { createScratch, daybook, makeDaybook } from './testing/DaybookProcess.ts';
import { reportOf } from './testing/importReport.ts';
import { mountDisk } from '../engine/sqlite/diskUnderTest.ts';

const scratch = createScratch();
afterAll(scratch.remove);

const write = (name: string, content: string): string => {
  writeFileSync(scratch.at(name), content);
  return scratch.at(name);
};

/** A file system of so little room, where the machine lets us have one. */
const smallFolder = scratch.at('small');
mkdirSync(smallFolder);
const mounted = mountDisk(smallFolder, '1200k');

test.skipIf(mounted === null)('a full disk ends the run; a second one goes on', async () => {
  const small = mounted ?? '';
  const folder = await makeDaybook(path.join(small, 'daybook'));
  const rows = Array.from({ length: 4000 }, (_, index) => `${index},Person ${index},10`);
  const file = write('thousands.csv', `Id,Name,Limit\n${rows.join('\n')}\n`);
  const map = write('all.json', '{"details":{"reference":"{Id}","name":"{Name}"}}');
  const call = ['import', folder, 'people', file, '--map', map];
  const full = await daybook(call);
  expect([full.code, full.stdout]).toEqual([3, '']);
  const [, wereAdded] = /rows: (\d+) added/u.exec(full.stderr) ?? [];
  execFileSync('mount', ['-o', 'remount,size=100m', small]);
  const again = await daybook(call);
  expect(again.code).toBe(0);
  const { read, added, unchanged, refused } = reportOf(again);
  expect([read, added + unchanged, refused.length, unchanged > 0]).toEqual([4000, 4000, 0, true]);
  expect(String(unchanged)).toBe(wereAdded);
});

test.skipIf(mounted === null)(
  'a daybook that found no room can be made when there is some',
  async () => {
    const small = mounted ?? '';
    const folder = path.join(small, 'new');
    const make = ['new', folder, '--name', 'Shop', '--currency', 'USD'];
    const refused: (string | undefined)[][] = [];
    for (let free = 0; free <= 400; free += 40) {
      const { bavail, bsize } = statfsSync(small);
      const ballast = Math.max(0, bavail * bsize - free * 1024);
      writeFileSync(path.join(small, 'ballast'), Buffer.alloc(ballast));
      const made = await daybook(make);
      rmSync(path.join(small, 'ballast'));
      if (made.code === 0) break;
      refused.push([
        String(made.code),
        ...readdirSync(small).filter((name) => name.includes('new')),
      ]);
    }
    expect(refused.length).toBeGreaterThan(3);
    expect(new Set(refused.flat())).toEqual(new Set(['3']));
    expect((await daybook(['verify', folder])).code).toBe(0);
  },
  // A dozen programs one after the other, each of which asks for a passphrase's key.
  180_000,
);
