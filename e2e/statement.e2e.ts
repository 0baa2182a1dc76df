import { beforeAll, expect, it } from 'vitest';
import type { App } from './App.ts';
import { useDaybook } from './useDaybook.ts';

const inUse = useDaybook({ args: ['--sample'], story: true });
let app: App;

beforeAll(async () => {
  app = inUse.app();
  await app.people.whenShown();
  await app.people.register({
    name: 'Ada Lovelace',
    reference: 'P-1',
    address: '12 St James Square\nLondon',
    limit: '5,000',
  });
  await app.person.whenShown('Ada Lovelace');
});

/** What a browser's print dialog would save: its number of pages, and the size of the first. **Units:** inches. */
const pdf = async (
  width: number,
  height: number,
): Promise<{ readonly pages: number; readonly size: readonly number[] }> => {
  const session = await app.profile.newCDPSession(app.page);
  const { data } = await session.send('Page.printToPDF', {
    paperWidth: width,
    paperHeight: height,
    preferCSSPageSize: true,
  });
  await session.detach();
  const text = Buffer.from(data, 'base64').toString('latin1');
  const [, ...size] = /\/MediaBox\s*\[0 0 ([\d.]+) ([\d.]+)\]/.exec(text) ?? [];
  return {
    pages: text.match(/\/Type\s*\/Page\b/g)?.length ?? 0,
    size: size.map((points) => Math.round((Number(points) / 72) * 10) / 10),
  };
};

/** The colours of everything written on the sheet, as it would be printed. */
const inks = (): Promise<readonly string[]> =>
  app.statement.sheet.evaluate((sheet) => [
    ...new Set([sheet, ...sheet.querySelectorAll('*')].map((part) => getComputedStyle(part).color)),
  ]);

it('starts from what was open before the period, and goes by dates', async () => {
  const { account } = app.person;
  for (const [amount, date, memo] of [
    ['80', '2026-10-20', 'Flour'],
    ['30', '2026-09-10', 'Salt'],
    ['7.50', '2026-11-02', 'Bread'],
  ] as const)
    await account.charge({ amount, date, memo });
  await account.pay({ amount: '50', date: '2026-10-25' });
  await expect.poll(() => account.statement()).toHaveLength(4);
  await app.statement.open({ from: '2026-10-01', to: '2026-10-31' });
  await expect
    .poll(() => app.statement.lines())
    .toEqual([
      ['Oct 1, 2026', 'Opening balance', '', '', '30.00'],
      ['Oct 20, 2026', 'Flour', '80.00', '', '110.00'],
      ['Oct 25, 2026', 'Payment', '', '50.00', '60.00'],
      ['', 'Total', '80.00', '50.00', ''],
      ['Oct 31, 2026', 'Closing balance', '', '', '60.00'],
    ]);
  await expect
    .poll(() => app.statement.facts())
    .toEqual(['Oct 1, 2026 – Oct 31, 2026', 'USD', expect.any(String)]);
  const letterhead = await app.statement.sheet.locator('header').innerText();
  for (const words of ['Sample daybook', 'Ada Lovelace', '12 St James Square', 'P-1'])
    expect(letterhead).toContain(words);
});

it('another period is chosen where it is seen, and one that ends before it begins is not', async () => {
  const { printed } = app.texts;
  await app.page.getByRole('button', { name: printed.another }).click();
  const { dialog } = app.statement;
  await dialog.getByLabel(printed.from, { exact: true }).fill('2026-11-30');
  await dialog.getByRole('button', { name: printed.show }).click();
  await dialog.getByText(printed.backwards).waitFor();
  await dialog.getByRole('button', { name: printed.whole }).click();
  await dialog.getByText('4 entries').waitFor();
  await dialog.getByRole('button', { name: printed.show }).click();
  await expect.poll(() => app.statement.lines()).toHaveLength(7);
  await expect
    .poll(async () => (await app.statement.lines()).at(-1))
    .toEqual(['', 'Closing balance', '', '', '67.50']);
});

it('is printed by the browser, black on white and without the window, in the dark theme too', async () => {
  await app.page.evaluate(() => {
    Object.assign(window, { print: () => (document.title = 'printed') });
  });
  await app.statement.print.click();
  await expect.poll(() => app.page.title()).toBe('printed');
  await app.page.emulateMedia({ media: 'print', colorScheme: 'dark' });
  const { nav, printed } = app.texts;
  await expect
    .poll(() => app.page.getByRole('navigation', { name: nav.main }).isVisible())
    .toBe(false);
  await expect
    .poll(() => app.page.getByRole('button', { name: printed.another }).isVisible())
    .toBe(false);
  await expect.poll(() => app.statement.sheet.isVisible()).toBe(true);
  expect(await inks()).toEqual(['rgb(0, 0, 0)']);
  const grounds = await app.statement.sheet.evaluate((sheet) =>
    [sheet, document.body].map((part) => getComputedStyle(part).backgroundColor),
  );
  expect(grounds).toEqual(['rgb(255, 255, 255)', 'rgb(255, 255, 255)']);
  await app.page.emulateMedia({ media: 'screen', colorScheme: 'light' });
});

it('fills a sheet of A4 or Letter, and as many as it needs', async () => {
  expect(await pdf(8.27, 11.69)).toEqual({ pages: 1, size: [8.3, 11.7] });
  expect(await pdf(8.5, 11)).toEqual({ pages: 1, size: [8.5, 11] });
});

/** Writes charges as fast as the program takes them, on a connection of this window's session. */
const chargeOften = (accountId: string, count: number): Promise<void> =>
  app.page.evaluate(
    ([account, often]) =>
      new Promise<void>((resolve, reject) => {
        const socket = new WebSocket(new URL('/socket', window.location.href));
        let open = often;
        socket.addEventListener('error', () => reject(new Error('no connection')));
        socket.addEventListener('open', () => {
          for (let request = 1; request <= often; request += 1)
            socket.send(
              JSON.stringify({
                request,
                method: 'command/execute',
                input: {
                  id: crypto.randomUUID(),
                  command: 'credit-account/charge',
                  input: {
                    accountId: account,
                    amount: { currency: 'USD', minor: 1 },
                    occurredOn: '2026-11-03',
                    memo: `Number ${request}`,
                  },
                },
              }),
            );
        });
        socket.addEventListener('message', ({ data }) => {
          const frame = JSON.parse(String(data)) as { request?: number; reply?: { ok: boolean } };
          if (frame.request === undefined) return;
          if (frame.reply?.ok !== true) reject(new Error(String(data)));
          open -= 1;
          if (open === 0) {
            socket.close();
            resolve();
          }
        });
      }),
    [accountId, count] as const,
  );

it(
  'holds more than a thousand entries, and says before how many pages that makes',
  { timeout: 180_000 },
  async () => {
    const { printed } = app.texts;
    const accountId = /account=([\w-]+)/.exec(app.page.url())?.[1] ?? '';
    await chargeOften(accountId, 1_010);
    await app.page.getByRole('button', { name: printed.another }).click();
    await app.statement.dialog.getByText('1,014 entries').waitFor();
    await app.statement.dialog.getByRole('note').waitFor();
    await app.statement.dialog.getByRole('button', { name: printed.show }).click();
    await expect.poll(async () => (await app.statement.lines()).length).toBe(1_017);
    const lines = await app.statement.lines();
    expect(lines[1014]).toEqual(['Nov 3, 2026', 'Number 1010', '0.01', '', '77.60']);
    expect(lines.at(-1)).toEqual(['', 'Closing balance', '', '', '77.60']);
    const { pages } = await pdf(8.27, 11.69);
    expect(pages).toBeGreaterThan(25);
    expect(pages).toBeLessThan(40);
  },
);

it('of somebody who was erased shows bars and no name', async () => {
  await app.page.getByRole('link', { name: app.texts.printed.back }).click();
  await app.person.whenShown('Ada Lovelace');
  await app.person.erase('P-1');
  await app.person.show('account');
  await app.statement.open({ to: '2026-10-31' });
  await expect.poll(() => app.statement.lines()).toHaveLength(6);
  const sheet = await app.statement.sheet.innerText();
  for (const words of ['Ada', 'London', 'P-1', 'Flour']) expect(sheet).not.toContain(words);
  const bars = app.statement.sheet.getByRole('img', { name: app.texts.common.erased });
  await expect.poll(() => bars.count()).toBe(4);
  const printed = await bars
    .first()
    .evaluate((bar) => getComputedStyle(bar).getPropertyValue('print-color-adjust'));
  expect(printed).toBe('exact');
});

it.each(['#/person/none', '#/person/none/statement'])(
  'says that there is nobody at an address whose id can be nobody’s: %s',
  async (address) => {
    await app.page.evaluate((hash) => void (location.hash = hash), address);
    await app.page.getByText(app.texts.person.missing, { exact: true }).waitFor();
    await expect.poll(() => app.shell.notices()).toEqual([]);
  },
);
