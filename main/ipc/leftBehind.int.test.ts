import { randomUUID } from 'node:crypto';
import {
  existsSync,
  mkdirSync,
  mkdtempSync,
  readdirSync,
  rmdirSync,
  rmSync,
  symlinkSync,
  utimesSync,
  writeFileSync,
} from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { afterEach, beforeEach, describe, expect, test } from 'vitest';
import { hiddenSampleIn } from '../sample/hiddenSample.ts';
import { onlyWindow } from './createDaybookService.ts';
import { createHomePlace } from './DaybookPlace.ts';
import { quickService } from './enginesUnderTest.ts';
import { createFragileEngines } from './fragileEnginesUnderTest.ts';
import { createHandedFiles } from './HandedFiles.ts';
import type { HostLogEntry } from './HostLog.ts';
import { openHandedFolder } from './openHandedFolder.ts';
import { removeWhole } from './removeWhole.ts';
import { sweepSamples } from './sweepSamples.ts';

/** A number that no process has. */
const over = '99999999';

let scratch = '';
let home = '';
let chosen = '';
let draft = '';

beforeEach(() => {
  scratch = mkdtempSync(path.join(tmpdir(), 'daybook-left-'));
  home = path.join(scratch, 'home');
  chosen = path.join(scratch, 'list.csv');
  draft = path.join(scratch, '.list.csv.part');
});
afterEach(() => rmSync(scratch, { recursive: true }));

describe('beside a place that was chosen', () => {
  test('the draft of a job goes when its engine crashes', async () => {
    const { engines, crash } = createFragileEngines();
    const files = createHandedFiles({ folder: path.join(home, '.handed/test'), newId: randomUUID });
    const service = quickService({ place: createHomePlace(home), engines, files });
    await service.contract['daybook/create']({
      name: 'Shop',
      currency: 'USD',
      passphrase: 'a long enough passphrase',
    });
    const place = await files.place(onlyWindow, 'list.csv', chosen);
    if (!place.ok) throw new Error('no place');
    // As a thread leaves it that ends while it writes.
    writeFileSync(draft, 'Ada');
    writeFileSync(chosen, 'of last week');
    const crashing = crash();
    const cut = await service.contract['job/run']({
      id: 'one',
      job: { kind: 'export', export: { what: 'people' }, file: place.value.id },
    });
    expect(cut).toEqual({ ok: false, error: { type: 'JobCutShort' } });
    expect(readdirSync(scratch).toSorted()).toEqual(['home', 'list.csv']);
    await crashing;
    await service.close();
  });

  test('is noted while it is written at, so that the next run removes what a killed one has left', async () => {
    const folder = path.join(home, '.handed', over, '1');
    const files = createHandedFiles({ folder, newId: randomUUID });
    const place = await files.place(onlyWindow, 'list.csv', chosen);
    if (!place.ok) throw new Error('no place');
    await files.use(onlyWindow, place.value.id, 'write', () => {
      writeFileSync(draft, 'Ada');
      writeFileSync(chosen, 'of last week');
      // Killed here.
      openHandedFolder(home, () => {});
      return Promise.resolve();
    });
    expect(readdirSync(scratch).toSorted()).toEqual(['home', 'list.csv']);
    expect(existsSync(path.join(home, '.handed', over))).toBe(false);
  });

  test('is not noted any more when the work has ended, and nothing of it goes then', async () => {
    const folder = path.join(home, '.handed', over);
    const files = createHandedFiles({ folder, newId: randomUUID });
    const place = await files.place(onlyWindow, 'list.csv', chosen);
    if (!place.ok) throw new Error('no place');
    await files.use(onlyWindow, place.value.id, 'write', () => Promise.resolve());
    expect(readdirSync(folder)).toEqual([]);
    writeFileSync(draft, 'of another program');
    openHandedFolder(home, () => {});
    expect(existsSync(draft)).toBe(true);
  });

  test('keeps its draft while the run that writes it goes on', () => {
    const folder = path.join(home, '.handed', String(process.ppid));
    mkdirSync(folder, { recursive: true });
    writeFileSync(path.join(folder, 'one.place'), chosen);
    writeFileSync(draft, 'Ada');
    openHandedFolder(home, () => {});
    expect(existsSync(draft)).toBe(true);
  });

  test('that cannot be read from its note any more leaves the others to be swept', () => {
    const folder = path.join(home, '.handed', over);
    mkdirSync(folder, { recursive: true });
    writeFileSync(path.join(folder, 'a.place'), '');
    writeFileSync(path.join(folder, 'b.place'), 'list.csv');
    writeFileSync(path.join(folder, 'c.place'), path.join(scratch, 'gone\0', 'list.csv'));
    writeFileSync(path.join(folder, 'd.place'), chosen);
    writeFileSync(draft, 'Ada');
    openHandedFolder(home, () => {});
    expect(existsSync(draft)).toBe(false);
    expect(existsSync(folder)).toBe(false);
  });
});

describe('among the files in passing', () => {
  const leave = (name: string): string => {
    const left = path.join(home, '.handed', name);
    mkdirSync(left, { recursive: true });
    writeFileSync(path.join(left, 'names'), 'Ada');
    return left;
  };

  test('what a run has left that is over goes at the next start, and what one has that goes on stays', () => {
    const over = leave('99999999');
    const odd = leave('odd');
    const goingOn = leave(String(process.ppid));
    openHandedFolder(home, () => {});
    expect([over, odd, goingOn].map((left) => existsSync(left))).toEqual([false, false, true]);
  });

  const busy = Object.assign(new Error('busy: more names'), { code: 'EBUSY', syscall: 'unlink' });

  test('what cannot be removed keeps nothing else from going, and goes at a later start', () => {
    const all = [leave('99999991'), leave('99999992'), leave('99999993')];
    const second = all[1] ?? '';
    writeFileSync(path.join(second, 'more names'), 'Ada');
    const held = path.join(second, 'more names');
    const entries: HostLogEntry[] = [];
    openHandedFolder(
      home,
      (entry) => entries.push(entry),
      (place) => {
        if (held.startsWith(place)) throw busy;
        removeWhole(place);
      },
    );
    expect(all.map((left) => existsSync(left))).toEqual([false, true, false]);
    expect(readdirSync(second)).toEqual(['more names']);
    expect(entries).toMatchObject([{ event: 'leftBehind', defect: { code: 'EBUSY' } }]);
    expect(JSON.stringify(entries)).not.toContain('names');
    openHandedFolder(home, () => {});
    expect(existsSync(second)).toBe(false);
  });

  test('what is no folder, or leads nowhere, goes as well', () => {
    const within = path.join(home, '.handed');
    const elsewhere = path.join(scratch, 'elsewhere');
    mkdirSync(elsewhere);
    writeFileSync(path.join(elsewhere, 'own'), 'of somebody else');
    mkdirSync(within, { recursive: true });
    writeFileSync(path.join(within, '1-file'), '');
    symlinkSync(path.join(scratch, 'nowhere'), path.join(within, String(process.ppid)));
    symlinkSync(elsewhere, path.join(within, '2-link'));
    leave('99999993');
    openHandedFolder(home, () => {});
    expect(readdirSync(within)).toEqual([]);
    expect(readdirSync(elsewhere)).toEqual(['own']);
  });

  test('the note of a draft that cannot be removed yet stays until it can', () => {
    const left = leave(over);
    writeFileSync(path.join(left, 'one.place'), chosen);
    // Not to be removed as a file is.
    mkdirSync(draft);
    openHandedFolder(home, () => {});
    expect(readdirSync(left)).toEqual(['one.place']);
    rmdirSync(draft);
    writeFileSync(draft, 'Ada');
    openHandedFolder(home, () => {});
    expect([existsSync(draft), existsSync(left)]).toEqual([false, false]);
  });

  test('what is from before the machine was started goes, whoever has that number now', () => {
    const left = leave(String(process.ppid));
    utimesSync(left, new Date(0), new Date(0));
    openHandedFolder(home, () => {});
    expect(existsSync(left)).toBe(false);
  });
});

describe('a sample that is being made or removed', () => {
  const leave = (name: string): string => {
    const folder = path.join(home, name);
    mkdirSync(path.join(folder, 'within'), { recursive: true });
    return folder;
  };

  test('goes at the next start when its run is over, and stays when it goes on', () => {
    const mine = path.basename(hiddenSampleIn(home)).replace(`-${process.pid}-`, '-PID-');
    const gone = [leave(mine.replace('PID', over)), leave('.sample-removed-4f2a')];
    const goingOn = leave(mine.replace('PID', String(process.ppid)));
    const others = [leave('Sample daybook'), leave('.samples'), leave('.window')];
    sweepSamples(home);
    expect(gone.map((folder) => existsSync(folder))).toEqual([false, false]);
    expect([goingOn, ...others].map((folder) => existsSync(folder))).toEqual(
      Array.from({ length: 4 }, () => true),
    );
  });

  test('from before the machine was started goes, whoever has that number now', () => {
    const folder = leave(`.sample-${process.ppid}-4f2a`);
    utimesSync(folder, new Date(0), new Date(0));
    sweepSamples(home);
    expect(existsSync(folder)).toBe(false);
  });

  test('is looked for where there is no home yet', () => {
    expect(() => sweepSamples(home)).not.toThrow();
  });
});
