import { once } from 'node:events';
import { createWriteStream, readdirSync, statSync, truncateSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import { beforeAll, describe, expect, it } from 'vitest';
import { openTab, type App } from './App.ts';
import { textsOf } from './pages/texts.ts';
import { openRelay } from './Relay.ts';
import { toImport } from './toImport.ts';
import { useDaybook } from './useDaybook.ts';

const inUse = useDaybook();
let app: App;

beforeAll(async () => {
  app = inUse.app();
  await app.begin();
  await toImport(app);
});

const count = (most: number): readonly number[] => Array.from({ length: most }, (_, each) => each);

const people = (mark: string, most: number): string =>
  ['Number,Name', ...count(most).map((each) => `${mark}${each},Person ${each}`)].join('\n');

/** Writes a file that is too long for the memory. */
const written = async (name: string, pieces: Iterable<string>): Promise<string> => {
  const file = path.join(inUse.scratch, name);
  const stream = createWriteStream(file);
  for (const piece of pieces) if (!stream.write(piece)) await once(stream, 'drain');
  stream.end();
  await once(stream, 'close');
  return file;
};

/** How much of files on their way, or of kept ones, the program has on its disk. **Units:** bytes. */
const arrived = (): number =>
  readdirSync(path.join(inUse.home, '.handed'), { recursive: true, encoding: 'utf8' })
    .map((name) => statSync(path.join(inUse.home, '.handed', name)))
    .reduce((sum, each) => sum + (each.isFile() ? each.size : 0), 0);

describe('a file that cannot be brought in says what to do', () => {
  const { wrong } = textsOf.en.imports;
  const columns = count(5000).map((each) => `Column ${each}`);
  it.each([
    [
      'with empty lines for a spreadsheet above the names',
      ',,\n,,\nNumber,Name,\n',
      wrong.HeaderEmpty.replace('{{line}}', '1'),
    ],
    ['with zeros between the letters of its header', 'Num\0ber,Name\n1,Ada\n', wrong.FileNotText],
    [
      'with a quotation mark that is never closed in its header',
      'Number,"Name\n1,Ada\n',
      wrong.HeaderUnreadable,
    ],
    [
      'with five thousand columns',
      columns.join(','),
      wrong.TooManyColumns.replace('{{found}}', '5000').replace('{{limit}}', '1000'),
    ],
  ])('%s', async (_, content, sentence) => {
    await app.imports.choose({ name: 'wrong.csv', content });
    await app.imports.says(sentence);
    await app.imports.leave();
  });

  it('without anything in it, which is not even taken in', async () => {
    await app.imports.choose({ name: 'empty.csv', content: '' });
    await app.imports.says(wrong.FileEmpty);
    await app.imports.chooseButton.waitFor();
  });
});

describe('a row that cannot be read', () => {
  it.each([
    ['a zero in it', '2,B\0o\n', 'NulCharacter'],
    ['five thousand cells', `2,${count(5000).join(',')}\n`, 'CellsDoNotMatchHeader'],
    ['a cell of fifty megabytes', `2,${'x'.repeat(52_428_800)}\n`, 'CellTooLong'],
  ] as const)('is refused with its reason, and the others are not: %s', async (_, row, reason) => {
    const file = await written('row.csv', ['Number,Name\n1,Ada\n', row, '3,Grace\n']);
    await app.imports.open(file);
    await app.imports.check();
    await expect
      .poll(() => app.imports.figures(), { timeout: 30_000 })
      .toEqual({ Read: '3', 'To add': '2', 'There already': '0', Refused: '1' });
    await app.imports.refusedList.getByText(app.texts.imports.reasons[reason]).waitFor();
    await app.imports.leave();
  });

  it('says where the quotation mark stands that takes in the rest of the file', async () => {
    const content = `Number,Name\n1,Ada\n2,"Bo\n${people('Q', 5000)}`;
    await app.imports.open({ name: 'quote.csv', content });
    await app.imports.check();
    await expect.poll(() => app.imports.figures()).toMatchObject({ Read: '2', Refused: '1' });
    await app.imports.refusedList.getByText('opened in line 3').waitFor();
    await app.imports.leave();
  });
});

describe('a file of two hundred megabytes', () => {
  it('leaves the window free while it is checked, and can be stopped', async () => {
    const { imports } = app.texts;
    const block = (from: number): string =>
      count(1000)
        .map((each) => `${from + each},Person ${from + each},${'note '.repeat(16)}\n`)
        .join('');
    const blocks = count(2000).map((each) => each * 1000);
    const file = await written(
      'large.csv',
      (function* () {
        yield 'Number,Name,Note\n';
        for (const from of blocks) yield block(from);
      })(),
    );
    await app.imports.open(file);
    await app.imports.check();
    await app.imports.says(imports.check.running);
    await app.shell.go('people');
    await app.people.search('nobody of this name');
    await app.shell.go('exchange');
    await app.imports.says(imports.check.running);
    await app.imports.press(imports.run.stop);
    await app.imports.says(imports.check.stopped);
    await app.imports.leave();
  });
});

describe('a file that changes while it is taken in', () => {
  it('is not kept in part, and is asked for again', async () => {
    const file = path.join(inUse.scratch, 'cut.csv');
    writeFileSync(file, people('C', 100_000));
    await app.page.route('**/files', async (route) => {
      truncateSync(file, 1000);
      await route.continue();
    });
    await app.imports.choose(file);
    await app.imports.says(app.texts.refusal.FileCutOff);
    await app.page.unroute('**/files');
    await app.imports.open(file);
    await app.imports.leave();
  });

  it('is not kept in part when the connection breaks off, and can be chosen again', async () => {
    const relay = await openRelay();
    const other = await openTab(inUse.windows(), app, { proxy: relay.server });
    await other.people.whenShown();
    await other.shell.go('exchange');
    const file = path.join(inUse.scratch, 'half.csv');
    writeFileSync(file, people('H', 100_000));
    const uploads = relay.holdUploads(500_000);
    await other.imports.choose(file);
    await expect.poll(arrived).toBeGreaterThan(0);
    // A browser tries by itself once more before it says anything.
    uploads.breakOff();
    await other.imports.says(other.texts.refusal.FileCutOff);
    await expect.poll(arrived).toBe(0);
    uploads.end();
    await other.imports.open(file);
    // The browser writes a line on its console about what has failed.
    expect(inUse.windows().problems()).toEqual([expect.stringContaining('Failed to load')]);
    await other.profile.close();
    await relay.close();
  });

  it('is read as it was when it was chosen, whatever becomes of it during the import', async () => {
    const { imports } = app.texts;
    const file = path.join(inUse.scratch, 'shrinking.csv');
    writeFileSync(file, people('S', 15_000));
    await app.imports.open(file);
    await app.imports.check();
    await expect
      .poll(() => app.imports.figures(), { timeout: 60_000 })
      .toMatchObject({ 'To add': '15,000' });
    await app.imports.import();
    truncateSync(file, 1000);
    await app.page.getByText(imports.run.done).waitFor({ timeout: 60_000 });
    await expect.poll(() => app.imports.figures()).toMatchObject({ Added: '15,000', Refused: '0' });
    await app.imports.press(imports.report.next);
  }, 180_000);
});

describe('the same file in two windows', () => {
  it('comes in once: the second one is told, and can check again', async () => {
    const { imports, refusal } = app.texts;
    const other = await openTab(inUse.windows(), app);
    await other.people.whenShown();
    await other.shell.go('exchange');
    // So many that the second press falls into the first import also where that is slow to come.
    const content = people('T', 15_000);
    const windows = [app, other];
    for (const window of windows) {
      await window.imports.open({ name: 'both.csv', content });
      await window.imports.check();
      await expect
        .poll(() => window.imports.figures(), { timeout: 60_000 })
        .toMatchObject({ 'To add': '15,000' });
    }
    await Promise.all(windows.map((window) => window.imports.import()));
    const told = windows.map((window) =>
      window.imports.says(refusal.JobRunning).then(() => window),
    );
    const late = await Promise.any(told);
    const first = windows.find((window) => window !== late) ?? app;
    await first.page.getByText(imports.run.done).waitFor({ timeout: 60_000 });
    await late.imports.press(imports.check.again);
    await expect
      .poll(() => late.imports.figures(), { timeout: 60_000 })
      .toMatchObject({ 'To add': '0', 'There already': '15,000' });
    await other.page.close();
  }, 240_000);
});
