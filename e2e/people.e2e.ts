import { beforeAll, expect, it } from 'vitest';
import { openTapped, type App } from './App.ts';
import { useDaybook } from './useDaybook.ts';

const inUse = useDaybook({ args: ['--sample'] });
let app: App;

beforeAll(async () => {
  app = inUse.app();
  await app.people.whenShown();
});

it('where nobody is found, everybody can be shown again', async () => {
  await app.people.filter('archived');
  await app.people.search('nobody of this name');
  await app.people.emptyText.waitFor();
  // There is nothing to export.
  const exporting = app.page.getByRole('button', { name: app.texts.exchange.list, exact: true });
  await expect.poll(() => exporting.count()).toBe(0);
  await app.people.showAll();
  await app.people.grid.waitFor();
  await exporting.waitFor();
  await expect.poll(() => app.people.searchField.inputValue()).toBe('');
  await expect.poll(() => app.people.chosenFilter()).toBe(app.texts.people.all);
  await expect.poll(async () => (await app.people.rows()).length).toBeGreaterThan(10);
});

it('the way back from a person leads to the list as it was left', async () => {
  const { people, person, page, texts } = app;
  await people.rows();
  const all = await people.rowCount();
  await people.filter('overLimit');
  await expect.poll(people.rowCount).not.toBe(all);
  const before = await people.rows();
  // One that stands in some of the names.
  const letter = Array.from('aeioun').find((each) => {
    const found = before.filter(({ name }) => name.toLowerCase().includes(each)).length;
    return found > 1 && found < before.length;
  });
  if (letter === undefined) throw new Error('no letter tells the names apart');
  await people.search(letter);
  await expect.poll(async () => (await people.rows()).length).not.toBe(before.length);
  const found = await people.rows();
  expect(found.length).toBeGreaterThan(1);
  for (const back of ['key', 'link', 'name'] as const) {
    await people.grid.focus();
    await page.keyboard.press('End');
    const name = found.at(-1)?.name ?? '';
    await expect.poll(people.activeName).toBe(name);
    if (back === 'name') {
      await page.keyboard.press('Home');
      await people.grid.getByRole('link', { name, exact: true }).last().click();
    } else await page.keyboard.press('Enter');
    await person.whenShown(name);
    // A person belongs to the people.
    await expect
      .poll(() => page.getByRole('navigation').locator('[aria-current="page"]').first().innerText())
      .toBe(texts.nav.people);
    if (back === 'key') await page.keyboard.press('b');
    else await page.getByRole('main').getByRole('link', { name: texts.person.back }).click();
    await people.whenShown();
    await expect.poll(() => people.searchField.inputValue()).toBe(letter);
    await expect.poll(() => people.chosenFilter()).toBe(texts.people.overLimit);
    await expect.poll(people.rows).toEqual(found);
    await expect.poll(() => people.activeName()).toBe(name);
  }
});

it('a press on rows that are no longer asked for opens and chooses nobody', async () => {
  const { app: tapped, wire } = await openTapped(inUse.windows(), app);
  const { people, page } = tapped;
  await people.rows();
  const release = wire.holdReply('person/list');
  await people.filter('owing');
  await people.whenChosen('owing');
  await expect.poll(() => people.grid.getAttribute('aria-busy')).toBe('true');
  const row = people.grid.getByRole('row').nth(3);
  await row.getByRole('link').click();
  await row.locator('[data-column="balance"]').click();
  await row.getByRole('checkbox').click();
  await people.grid.focus();
  for (const key of ['Enter', ' ', 'Shift+ArrowDown']) await page.keyboard.press(key);
  await people.whenShown();
  release();
  await people.rows();
  await people.whenShown();
  expect(await people.bulk.count()).toBe(0);
  await page.close();
});

it('somebody who is erased in another window goes from the list before it is answered', async () => {
  const { people, person, texts } = app;
  await people.register({ name: 'Aaron Abel' });
  await person.whenShown('Aaron Abel');
  await person.show('details');
  const { [texts.details.id]: id = '' } = await person.details();
  const { app: tapped, wire } = await openTapped(inUse.windows(), app);
  const name = tapped.people.grid.getByRole('link', { name: 'Aaron Abel', exact: true });
  await name.waitFor();
  await tapped.people.rows();
  const release = wire.holdReply('person/list');
  await person.erase(id);
  await name.waitFor({ state: 'detached' });
  await expect.poll(() => tapped.people.grid.getAttribute('aria-busy')).toBe('true');
  release();
  await expect.poll(async () => (await tapped.people.rows()).length).toBeGreaterThan(10);
  expect(await name.count()).toBe(0);
  await tapped.page.close();
  await app.shell.go('people');
  await people.whenShown();
});

it('the button of each entry says which entry it reverses', async () => {
  const { account } = app.person;
  await app.people.register({ name: 'Ada Lovelace', limit: '50' });
  await app.person.whenShown('Ada Lovelace');
  await account.charge({ amount: '2.50', date: '2026-11-23', memo: 'Flour' });
  await account.pay({ amount: '1', date: '2026-11-24' });
  await expect
    .poll(account.reversals)
    .toEqual([
      'Reverse the charge of $2.50, Nov 23, 2026, Flour',
      'Reverse the payment of $1.00, Nov 24, 2026',
    ]);
  await account.reverse(0, 'Not bought');
  await expect.poll(app.shell.message).toBe('The entry of Ada Lovelace is reversed.');
  await expect.poll(account.reversals).toEqual(['Reverse the payment of $1.00, Nov 24, 2026']);
  await app.shell.go('people');
  await app.people.whenShown();
});

it('nothing that is typed about anybody is offered to spell checkers and translators', async () => {
  const { page, people, texts } = app;
  const offered = (): Promise<readonly string[]> =>
    page
      .locator('input, textarea')
      .evaluateAll((fields) =>
        fields
          .filter((field) => (field as HTMLElement).spellcheck)
          .map(
            (field) => (field as HTMLInputElement).labels?.item(0)?.textContent ?? field.outerHTML,
          ),
      );
  await expect.poll(offered).toEqual([]);
  await page.getByRole('button', { name: texts.people.new }).click();
  await people.dialog.waitFor();
  await expect.poll(() => people.dialog.getByRole('textbox').count()).toBeGreaterThan(5);
  await expect.poll(offered).toEqual([]);
  await expect.poll(() => page.evaluate(() => document.documentElement.translate)).toBe(false);
});
