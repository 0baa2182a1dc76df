import { beforeAll, expect, it } from 'vitest';
import { openTab, type App } from './App.ts';
import { slowDown } from './slowDown.ts';
import { useDaybook } from './useDaybook.ts';

const inUse = useDaybook({ args: ['--sample'] });
let app: App;
let last = 0;

const address = (): Promise<string> => app.page.evaluate(() => location.hash);

beforeAll(async () => {
  app = inUse.app();
  await app.people.whenShown();
  await app.people.register({ name: '김하늘', limit: '50' });
  await app.person.whenShown('김하늘');
  await app.person.account.charge({ amount: '2.50', memo: 'Flour' });
  await app.person.account.statement();
  await app.shell.go('log');
  await app.log.whenShown();
});

it('shows everything, the newest first, and goes to any place at once', async () => {
  const { log, page } = app;
  await expect.poll(log.lineCount).toBeGreaterThan(2000);
  last = (await log.lineCount()) ?? 0;
  const [newest, before] = await log.lines();
  expect(newest).toEqual({
    position: last.toLocaleString('en-US'),
    what: 'Charged $2.50',
    person: '김하늘',
    seal: 'Opened',
  });
  expect(before?.what).toBe('Account opened with a limit of $50.00');
  await log.grid.focus();
  await page.keyboard.press('End');
  await expect.poll(log.activePosition).toBe('1');
  await expect.poll(async () => (await log.lines()).at(-1)?.position).toBe('1');
  await log.goTo('1,000');
  await expect.poll(log.activePosition).toBe('1,000');
  await log.goTo(String(last + 1));
  await expect.poll(log.fieldErrors).toEqual([expect.stringContaining('From 1 to')]);
  await log.closePanel();
});

it('opens one event whole, walks with the arrow keys, and closes with Escape', async () => {
  const { log, page } = app;
  await log.grid.focus();
  await page.keyboard.press('Home');
  // Enter opens nothing while the row is on its way.
  await expect.poll(log.activePosition).toBe(last.toLocaleString('en-US'));
  await page.keyboard.press('Enter');
  await log.panel.waitFor();
  await expect
    .poll(() => log.panel.innerText())
    .toMatch(
      /Charged \$2\.50[^]*What for\s+Flour[^]*Amount\s+\$2\.50[^]*Over the limit\s+no[^]*The hash is right/u,
    );
  await expect.poll(address).toContain(`at=${last}`);
  // What is copied in the open format has nothing personal in it.
  await expect.poll(() => log.panel.locator('pre').innerText()).not.toContain('Flour');
  await page.keyboard.press('ArrowDown');
  await expect.poll(() => log.panel.innerText()).toContain('Account opened');
  await expect.poll(address).toContain(`at=${last - 1}`);
  await page.keyboard.press('Escape');
  await log.panel.waitFor({ state: 'hidden' });
  await expect.poll(address).not.toContain('at=');
  await expect
    .poll(() => page.evaluate(() => document.activeElement?.getAttribute('role')))
    .toBe('grid');
});

it('a name leads to its person, and back to the line where it stands', async () => {
  const { log, page, person } = app;
  await log.goTo('1,000');
  await expect.poll(log.activePosition).toBe('1,000');
  for (const isOpen of [true, false]) {
    if (!isOpen) await log.closePanel();
    const line = log.grid.locator('[role="row"]:below([aria-selected="true"])').first();
    const position = await line.getByRole('gridcell').first().innerText();
    const name = line.getByRole('link');
    const text = await name.innerText();
    await name.click();
    await person.whenShown(text);
    await page.goBack();
    await log.whenShown();
    await expect.poll(log.activePosition).toBe(position);
    expect(await log.panel.isVisible()).toBe(isOpen);
  }
});

it('is narrowed by person, type and day, all of which the address says without a name', async () => {
  const { log, page, texts } = app;
  await log.choosePerson('김하', '김하늘');
  await expect.poll(log.lineCount).toBe(3);
  await expect
    .poll(async () => (await log.lines()).map(({ what }) => what))
    .toEqual(['Charged $2.50', 'Account opened with a limit of $50.00', 'Registered']);
  await log.chooseTypes(texts.log.kinds['credit-account.charged']);
  await expect.poll(log.lineCount).toBe(1);
  const hash = decodeURIComponent(await address());
  expect(hash).toMatch(/person=/u);
  expect(hash).toContain('credit-account.charged');
  expect(hash).not.toContain('김');
  await log.fillDay('from', '2020-01-01');
  await log.fillDay('to', '2020-01-02');
  await log.emptyText.waitFor();
  await page.reload();
  await log.emptyText.waitFor();
  await log.showAll();
  await expect.poll(log.lineCount).toBe(last);
  await log.fillDay('from', 'soon');
  await expect.poll(log.fieldErrors).toEqual([expect.stringContaining('Write it like')]);
  await log.fillDay('from', '');
});

it('letting a person go leaves the keyboard where the next is looked for', async () => {
  const { log, page, texts } = app;
  await log.choosePerson('김하', '김하늘');
  await expect.poll(log.lineCount).toBe(3);
  await page.getByRole('button', { name: texts.log.clearPerson }).press('Enter');
  await expect.poll(log.lineCount).toBe(last);
  const field = page.getByRole('combobox', { name: texts.log.personFilter });
  await expect.poll(() => field.evaluate((input) => document.activeElement === input)).toBe(true);
});

it('names somebody who was erased nowhere', async () => {
  const { log, page, texts } = app;
  await log.chooseTypes(texts.log.kinds['person.erased']);
  await expect.poll(async () => (await log.lines())[0]?.person).toBe(`[${texts.common.erased}]`);
  await log.showEverything();
  await expect.poll(log.lineCount).toBe(last);
  await page.keyboard.press('Escape');
});

it('shows all kinds that are chosen one right after the other', async () => {
  const { log, page, texts } = app;
  const endSlowness = await slowDown(page, 4);
  const filters = page.getByRole('group', { name: texts.log.filters });
  await filters.getByRole('button', { name: texts.log.type }).click();
  const options = page.getByRole('option');
  await options.first().waitFor();
  await options.evaluateAll(async (all) => {
    for (const option of all.slice(0, 3)) {
      if (option instanceof HTMLElement) option.click();
      // Each press is one of its own.
      await new Promise((done) => setTimeout(done));
    }
  });
  await expect.poll(() => page.getByRole('option', { selected: true }).count()).toBe(3);
  await expect.poll(async () => (await address()).match(/\./gu)?.length).toBe(3);
  await page.keyboard.press('Escape');
  await endSlowness();
  await log.showEverything();
  await expect.poll(log.lineCount).toBe(last);
});

it('does not move while it is read, and offers what came in', async () => {
  const { log, page } = app;
  await log.goTo('100');
  await log.closePanel();
  await expect.poll(log.activePosition).toBe('100');
  const read = await log.lines();
  const other = await openTab(inUse.windows(), app);
  await other.people.whenShown();
  await other.people.register({ name: 'Bo Newcome' });
  await other.person.whenShown('Bo Newcome');
  await log.newer.waitFor();
  await expect.poll(() => log.newer.innerText()).toBe('1 new entry');
  await expect.poll(() => log.lines()).toEqual(read);
  await log.newer.click();
  await expect.poll(async () => (await log.lines())[0]?.person).toBe('Bo Newcome');
  await log.newer.waitFor({ state: 'hidden' });
  await page.keyboard.press('Enter');
  await expect.poll(() => log.panel.innerText()).toContain('Registered');
});
