import { readFileSync } from 'node:fs';
import path from 'node:path';
import { beforeAll, describe, expect, it } from 'vitest';
import type { App } from './App.ts';
import { toImport } from './toImport.ts';
import { useDaybook } from './useDaybook.ts';

const inUse = useDaybook({ story: true });
let app: App;

const fixture = (name: string): string =>
  path.resolve(import.meta.dirname, 'fixtures/chinook', name);

beforeAll(async () => {
  app = inUse.app();
  await app.begin();
  await toImport(app);
});

const anotherFile = (): Promise<void> => app.imports.press(app.texts.imports.report.next);

// One story: each step goes on where the one before has ended.
describe('the Chinook files', () => {
  it('have their columns guessed and their first rows shown as they will be', async () => {
    await app.imports.open(fixture('customers.csv'));
    await expect
      .poll(() => app.imports.preview())
      .toContainEqual(expect.stringMatching(/^3\snew\s2\sLeonie Köhler\s\+49 0711 2842222/u));
  });

  it('bring in people once, with an account where a limit is given', async () => {
    const { fields, map, run } = app.texts.imports;
    await app.imports.set(fields.limit, map.text);
    await app.imports.setText(fields.limit, '37.62');
    await app.imports.check();
    await expect
      .poll(() => app.imports.figures())
      .toEqual({
        Read: '59',
        'To add': '59',
        'There already': '0',
        Refused: '0',
      });
    await app.imports.import();
    await app.imports.says(run.done);
    await expect.poll(() => app.imports.figures()).toMatchObject({ Added: '59' });
    await anotherFile();
  });

  it('bring in 379 invoices and refuse 33, which come as a file to be mended', async () => {
    const { run, reasons } = app.texts.imports;
    await app.imports.open(fixture('invoices.csv'));
    await app.imports.check();
    await expect
      .poll(() => app.imports.figures())
      .toMatchObject({
        Read: '412',
        'To add': '379',
        Refused: '33',
      });
    await app.imports.filterRefused(new RegExp(reasons.CreditLimitExceeded, 'u'));
    await app.imports.refusedList.getByText('$1.89 left, $3.96 wanted').first().waitFor();
    const delivered = app.page.waitForEvent('download');
    await app.imports.import();
    await app.imports.says(run.done);
    await expect.poll(() => app.imports.figures()).toMatchObject({ Added: '379', Refused: '33' });
    const download = await delivered;
    expect(download.suggestedFilename()).toBe('invoices - refused.csv');
    const text = readFileSync(await download.path(), 'utf8');
    const [header, first, ...others] = text.replace('\uFEFF', '').trimEnd().split('\r\n');
    expect(header?.endsWith(',Total,Line in the first file,Why it was refused')).toBe(true);
    expect(first).toMatch(
      /,241,"More than the credit limit allows: 1.89 USD left, 3.96 USD wanted"$/u,
    );
    expect(others).toHaveLength(32);
    const mended = text.replaceAll(/,(?:\d+\.\d+)(?=,\d+,"More)/gu, ',0.01');
    await anotherFile();
    await app.imports.open({ name: 'mended.csv', content: mended });
    await app.imports.check();
    const { 'To add': toAdd } = await app.imports.figures();
    expect(Number(toAdd)).toBeGreaterThan(20);
    await app.imports.press(app.texts.imports.check.back);
  });

  it('add nothing the second time, and are recognised by their header', async () => {
    await app.imports.leave();
    await app.imports.open(fixture('customers.csv'));
    await app.imports.says(app.texts.imports.map.recognisedLast);
    await app.imports.check();
    await expect
      .poll(() => app.imports.figures())
      .toMatchObject({ 'To add': '0', 'There already': '59' });
    await app.imports.says(app.texts.imports.run.nothing);
    await app.imports.press(app.texts.imports.check.back);
    await app.imports.leave();
  });
});

describe('entries that have an approval', () => {
  it('are counted by the check where they pass the limit', async () => {
    const { fields, report } = app.texts.imports;
    const content = ['Customer,Amount,Day,Approval', '1,500,2026-11-20,The owner said so', ''];
    await app.imports.open({ name: 'approved.csv', content: content.join('\n') });
    await app.imports.set(fields.person, 'Customer');
    await app.imports.set(fields.approval, 'Approval');
    await app.imports.set(fields.kind, app.texts.imports.map.charge);
    await app.imports.check();
    await expect
      .poll(() => app.imports.figures())
      .toMatchObject({ [report.toAdd]: '1', [report.overLimit]: '1', [report.refused]: '0' });
    await app.imports.press(app.texts.imports.check.back);
    await app.imports.leave();
  });
});

describe('a file that is none', () => {
  it('is recognised, with what to do', async () => {
    const { formats, wrong } = app.texts.imports;
    await app.imports.choose({ name: 'book.xlsx', content: 'PK\u0003\u0004 [Content_Types].xml' });
    await app.imports.says(formats.excel);
    await app.imports.leave();
    await app.imports.choose({ name: 'empty.csv', content: '\n' });
    await app.imports.says(wrong.FileEmpty);
    await app.imports.leave();
  });
});

describe('rows that are wrong or repeated', () => {
  it('are seen to go on below where the list is cut', async () => {
    const rows = Array.from({ length: 10 }, (_, index) => `,Nobody ${index}`);
    await app.imports.open({ name: 'ten.csv', content: ['Number,Name', ...rows].join('\n') });
    await app.imports.check();
    const list = app.imports.refusedList;
    const next = list.locator('[data-index="9"]');
    await next.waitFor();
    const ends = (await list.boundingBox()) ?? { y: 0, height: 0 };
    const begins = (await next.boundingBox()) ?? { y: 0, height: 0 };
    const seen = (ends.y + ends.height - begins.y) / begins.height;
    expect(seen).toBeGreaterThan(0.25);
    expect(seen).toBeLessThan(0.75);
    await app.imports.press(app.texts.imports.check.back);
    await app.imports.leave();
  });

  it('are told with whose they are, all that is wrong, and the line that they repeat', async () => {
    const { reasons, report } = app.texts.imports;
    const content = [
      'Number,Name,E-mail',
      'R1,Ada Repeated,',
      ',Grace Nowhere,nowhere',
      'R1,Ada Repeated,',
    ].join('\n');
    await app.imports.open({ name: 'wrong.csv', content });
    await expect
      .poll(() => app.imports.preview())
      .toContainEqual(expect.stringMatching(/^4\srepeats line 2\s/u));
    await app.imports.check();
    await expect
      .poll(() => app.imports.figures())
      .toMatchObject({
        [report.toAdd]: '1',
        [report.unchanged]: '0',
        [report.repeated]: '1',
        [report.refused]: '1',
        [report.read]: '3',
      });
    const faults = `${reasons.InputInvalid_email}. ${reasons.ReferenceMissing}`;
    await app.imports.refusedList
      .getByRole('row')
      .filter({ hasText: 'Grace Nowhere' })
      .getByText(faults)
      .waitFor();
    await app.imports.filterRefused(new RegExp(reasons.ReferenceMissing, 'u'));
    await app.imports.refusedList.getByText(faults).waitFor();
    await app.imports.refusedList.getByText(faults).click();
    await app.page
      .getByRole('listitem')
      .getByText(reasons.ReferenceMissing, { exact: true })
      .waitFor();
    await app.page.getByText(/: line 4 as line 2\. /u).waitFor();
    await app.imports.press(app.texts.imports.check.back);
    await app.imports.leave();
  });
});

describe('how the cells are written', () => {
  const content = [
    'Customer Id,Invoice,Date,Amount,Net,Type',
    '1,H1,02/03/2026,"1,00",0.50,sold',
    '1,H2,04/05/2026,"0,50",0.25,sold',
  ].join('\n');

  it('is kept as somebody has said it when another column is chosen', async () => {
    const { fields, map } = app.texts.imports;
    await app.imports.open({ name: 'written.csv', content });
    await app.imports.set(fields.kind, 'Type');
    await app.imports.words(map.chargeWords).fill('sold');
    await app.imports.set(map.day, map.days.mdy);
    await app.imports.set(fields.amount, 'Net');
    await expect
      .poll(() => app.imports.preview())
      .toContainEqual(expect.stringMatching(/\sCharge\s+\$0\.50\s+2026-02-03\sH1$/u));
    await expect.poll(() => app.imports.words(map.chargeWords).inputValue()).toBe('sold');
    await app.imports.leave();
  });
});

describe('Korean of before Unicode', () => {
  // 고객번호,이름 and 777,김민수 in the code page of Korean Windows.
  const content = Buffer.from('b0edb0b4b9f8c8a32cc0ccb8a70a3737372cb1e8b9cebcf60a', 'hex');

  it('is read right, and wrong letters are seen at once', async () => {
    const { encodings } = app.texts.imports.reading;
    await app.imports.open({ name: 'korean.csv', content });
    await expect
      .poll(() => app.imports.fileRows())
      .toContainEqual(expect.stringMatching(/김민수/u));
    await app.imports.readAs(encodings['windows-1252']);
    await expect
      .poll(() => app.imports.fileRows())
      .not.toContainEqual(expect.stringMatching(/김민수/u));
    await app.imports.readAs(encodings['euc-kr']);
    await app.imports.check();
    await app.imports.import();
    await app.imports.says(app.texts.imports.run.done);
    await app.shell.go('people');
    await app.people.search('김민수');
    await expect.poll(() => app.people.rows()).toMatchObject([{ name: '김민수' }]);
    await app.shell.go('exchange');
    await anotherFile();
  });
});

describe('a long file', () => {
  it('can be stopped; what was added stays and is said, and the rest comes the next time', async () => {
    const { run } = app.texts.imports;
    const rows = Array.from({ length: 20_000 }, (_, index) => `L${index},Person ${index}`);
    const content = `Number,Name\n${rows.join('\n')}\n`;
    await app.imports.open({ name: 'long.csv', content });
    await app.imports.check();
    await expect
      .poll(() => app.imports.figures(), { timeout: 60_000 })
      .toMatchObject({ 'To add': '20,000' });
    await app.imports.import();
    await app.imports.press(run.stop);
    await app.imports.says(run.stopped);
    const { Added: added } = await app.imports.figures();
    await anotherFile();
    await app.imports.open({ name: 'long.csv', content });
    await app.imports.check();
    await expect
      .poll(() => app.imports.figures(), { timeout: 60_000 })
      .toMatchObject({ 'There already': added });
    await app.imports.press(app.texts.imports.check.back);
    await app.imports.leave();
  }, 180_000);
});

describe('the keyboard alone', () => {
  it('chooses a file, sets a column, checks and imports', async () => {
    const { imports, page } = { imports: app.texts.imports, page: app.page };
    const chooser = page.waitForEvent('filechooser');
    await app.imports.chooseButton.press('Enter');
    const content = Buffer.from('Number,Who\nK1,Keyboard Person\n');
    await (await chooser).setFiles({ name: 'keys.csv', mimeType: 'text/csv', buffer: content });
    await app.imports.whenMapped();
    const tabTo = async (name: RegExp): Promise<void> => {
      const wanted = page.getByRole('main').getByRole('button', { name }).first();
      for (let steps = 0; steps < 60; steps += 1) {
        await page.keyboard.press('Tab');
        if (await wanted.evaluate((element) => element === document.activeElement)) return;
      }
      throw new Error(`Tab does not reach ${String(name)}`);
    };
    await tabTo(new RegExp(`${imports.fields.name}$`, 'u'));
    await page.keyboard.press('Enter');
    await page.getByRole('listbox').waitFor();
    await page.keyboard.type('Who');
    await page.keyboard.press('Enter');
    await tabTo(new RegExp(`^${imports.check.start}$`, 'u'));
    await page.keyboard.press('Enter');
    await expect.poll(() => app.imports.figures()).toMatchObject({ 'To add': '1' });
    await tabTo(/^Import 1 row$/u);
    await page.keyboard.press('Enter');
    await app.imports.says(imports.run.done);
  });
});
