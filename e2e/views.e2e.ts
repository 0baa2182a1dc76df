import { beforeAll, expect, it } from 'vitest';
import { openTab, type App } from './App.ts';
import { isFocused } from './isFocused.ts';
import { useDaybook } from './useDaybook.ts';
import { accessibilityProblems } from './Windows.ts';

const inUse = useDaybook({ args: ['--sample'] });
let app: App;

beforeAll(async () => {
  app = inUse.app();
  await app.people.whenShown();
});

const press = (name: string) => app.page.getByRole('button', { name, exact: true }).click();

it('the columns that somebody has chosen are there again, in another window too', async () => {
  const { people, page, texts } = app;
  const { people: words, lists } = texts;
  await people.rows();
  await expect.poll(() => people.columns()).not.toContain(words.limit);
  await press(lists.columns);
  const dialog = page.getByRole('dialog', { name: lists.columns });
  await dialog.getByRole('checkbox', { name: words.phone }).click({ force: true });
  await dialog.getByRole('checkbox', { name: words.limit }).press(' ');
  expect(await accessibilityProblems(page)).toEqual([]);
  await page.keyboard.press('Escape');
  const chosen = [
    words.name,
    words.reference,
    words.limit,
    words.balance,
    words.available,
    words.lastEntry,
  ];
  await expect.poll(people.columns).toEqual(chosen);
  const other = await openTab(inUse.windows(), app);
  await other.people.rows();
  await expect.poll(() => other.people.columns()).toEqual(chosen);
  await other.page.close();
});

it('the columns are put into an order of one\u2019s own, by the keyboard', async () => {
  const { people, page, texts } = app;
  const { people: words, lists } = texts;
  const before = await people.columns();
  await page.getByRole('button', { name: lists.columns, exact: true }).focus();
  await page.keyboard.press('Enter');
  const dialog = page.getByRole('dialog', { name: lists.columns });
  const move = (text: string) =>
    dialog.getByRole('button', { name: text.replace('{{column}}', words.limit), exact: true });
  await move(lists.moveUp).focus();
  for (const _ of ['before phone', 'before reference']) await page.keyboard.press('Enter');
  await dialog.getByRole('status').getByText(`${words.limit}: 1 of 6`).waitFor();
  const order = [
    words.name,
    words.limit,
    ...before.filter((word) => word !== words.limit).slice(1),
  ];
  await expect.poll(people.columns).toEqual(order);
  // It goes no further up; the focus is on the way back.
  await expect.poll(() => isFocused(move(lists.moveDown))).toBe(true);
  expect(await accessibilityProblems(page)).toEqual([]);
  await page.keyboard.press('Escape');
  await page.reload();
  await expect.poll(people.columns).toEqual(order);
});

it('a view gets a name, leads back to itself, and can be renamed and removed', async () => {
  const { people, page, texts } = app;
  const { lists, common } = texts;
  await people.filter('owing');
  await people.sort('balance');
  await press(lists.saveView);
  await page.getByRole('textbox', { name: lists.viewName, exact: true }).fill('Debts');
  expect(await accessibilityProblems(page)).toEqual([]);
  await page.keyboard.press('Enter');
  const saved = people.savedViews.getByRole('link', { name: 'Debts' });
  await saved.waitFor();
  const first = (await people.rows())[0]?.name;
  await people.filter('all');
  await people.sort('name');
  await expect.poll(() => saved.getAttribute('aria-current')).toBeNull();
  await page.reload();
  await people.whenShown();
  await saved.click();
  await expect.poll(people.chosenFilter).toBe(lists.owing);
  await expect.poll(async () => (await people.rows())[0]?.name).toBe(first);
  await expect.poll(() => saved.getAttribute('aria-current')).toBe('page');
  await press(lists.change.replace('{{name}}', 'Debts'));
  await page.getByRole('menuitem', { name: lists.rename }).click();
  await page.getByRole('textbox', { name: lists.viewName, exact: true }).fill('Who owes');
  await page.keyboard.press('Enter');
  await people.savedViews.getByRole('link', { name: 'Who owes' }).waitFor();
  await expect.poll(() => saved.count()).toBe(0);
  await press(lists.change.replace('{{name}}', 'Who owes'));
  await page.getByRole('menuitem', { name: lists.remove }).click();
  await expect.poll(() => people.savedViews.getByRole('link').count()).toBe(0);
  await app.shell.toast.getByRole('button', { name: common.undo }).click();
  await people.savedViews.getByRole('link', { name: 'Who owes' }).waitFor();
});

it('a view whose name is taken replaces the other one only when that is meant', async () => {
  const { people, page, texts } = app;
  const { lists } = texts;
  const name = page.getByRole('textbox', { name: lists.viewName, exact: true });
  await people.filter('exhausted');
  await press(lists.saveView);
  await name.fill('Who owes');
  await page.keyboard.press('Enter');
  await page.getByRole('alert').getByText(lists.taken.replace('{{name}}', 'Who owes')).waitFor();
  expect(await accessibilityProblems(page)).toEqual([]);
  await name.fill('Used up');
  await page.keyboard.press('Enter');
  const links = people.savedViews.getByRole('link');
  await expect.poll(() => links.allInnerTexts()).toEqual(['Who owes', 'Used up']);
  await press(lists.change.replace('{{name}}', 'Used up'));
  await page.getByRole('menuitem', { name: lists.rename }).click();
  await name.fill('Who owes');
  await page.keyboard.press('Enter');
  await press(lists.replace);
  await expect.poll(() => links.allInnerTexts()).toEqual(['Who owes']);
  await expect.poll(people.chosenFilter).toBe(texts.people.exhausted);
});

it('a list without rows says what would bring some', async () => {
  const { people, page, texts } = app;
  await people.filter('archived');
  await expect.poll(people.rowCount).not.toBeNull();
  await people.search('nobody of this name');
  await people.emptyText.waitFor();
  await page.getByText(texts.lists.nothingFoundHint).waitFor();
});
