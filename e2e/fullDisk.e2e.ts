import { execFileSync } from 'node:child_process';
import { rmSync, statfsSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { openApp, openTapped, type App } from './App.ts';
import { host } from './host.ts';
import { made } from './made.ts';
import { createScratch, startDaybook, type RunningDaybook } from './startDaybook.ts';
import { openWindows, type Windows } from './Windows.ts';

const ROWS = 4000;
/** What is left on the disk when the import begins: enough for some of the rows. */
const LEFT = 700_000;
const content = [
  'Reference,Name,Credit limit',
  ...Array.from({ length: ROWS }, (_, row) => `R${row},Person ${row},10`),
].join('\n');

/** A disk of its own, where the machine lets us have one. */
const scratch = createScratch();
const hasDisk = ((): boolean => {
  if (host !== 'browser') return false;
  try {
    const kind = ['-t', 'tmpfs', '-o', 'size=64m', 'tmpfs'];
    execFileSync('mount', [...kind, scratch.folder], { stdio: 'ignore' });
    return true;
  } catch {
    return false;
  }
})();

let daybook: RunningDaybook | null = null;
let windows: Windows | null = null;
let app: App;

beforeAll(async () => {
  if (!hasDisk) return;
  [daybook, windows] = await Promise.all([
    startDaybook(path.join(scratch.folder, 'home')),
    openWindows(),
  ]);
  app = await openApp(windows, daybook);
  await app.begin();
  await app.shell.go('exchange');
});
afterAll(async () => {
  await windows?.close();
  await daybook?.stop();
  if (hasDisk) execFileSync('umount', ['--lazy', scratch.folder]);
  scratch.remove();
});

const ballast = path.join(scratch.folder, 'ballast');
const fillDisk = (): void => {
  const { bavail, bsize } = statfsSync(scratch.folder);
  writeFileSync(ballast, Buffer.alloc(bavail * bsize - LEFT));
};

const importAll = async (): Promise<void> => {
  await app.imports.open({ name: 'people.csv', content });
  await app.imports.check();
  await app.imports.import();
};

let added = 0;

// One story: each step goes on where the one before has ended.
describe.skipIf(!hasDisk)('an import that fills the disk', () => {
  it('says what has become of its rows, and not that nothing was written', async () => {
    const { imports } = app.texts;
    fillDisk();
    await importAll();
    await app.imports.says(imports.run.stoppedBy.StorageFull);
    const figures = await app.imports.figures();
    added = Number(figures[imports.report.added]);
    expect(added).toBeGreaterThan(0);
    expect(added).toBeLessThan(ROWS);
    expect(await app.page.getByRole('main').innerText()).not.toContain('Nothing was written');
  });

  it('leaves a list that says why it shows nothing, and shows it by itself when there is room', async () => {
    const { unanswered } = app.texts;
    const { app: other, wire } = await openTapped(made(windows), app);
    await other.people.grid.waitFor();
    wire.answerInstead('person/list', { type: 'StorageFull' });
    await other.people.search('Person 0');
    await other.page.getByRole('alert').getByText(unanswered.StorageFull).waitFor();
    rmSync(ballast);
    await other.people.grid.getByText('Person 0', { exact: true }).waitFor();
    expect(await other.page.getByRole('alert').count()).toBe(0);
  });

  it('goes on where it was when the file is brought in again, and nothing comes in twice', async () => {
    const { imports } = app.texts;
    await app.shell.go('exchange');
    await app.imports.press(imports.report.next);
    await importAll();
    await app.imports.says(imports.run.done);
    await expect
      .poll(() => app.imports.figures())
      .toMatchObject({ [imports.report.unchanged]: String(added) });
    await app.shell.go('people');
    await app.page.getByText('4,000 people', { exact: true }).waitFor();
  });
});
