import { parse } from 'csv-parse/sync';
import { beforeAll, expect, it } from 'vitest';
import { openTab, type App } from './App.ts';
import { useDaybook } from './useDaybook.ts';
import { accessibilityProblems } from './Windows.ts';

const inUse = useDaybook({ args: ['--sample'] });
let app: App;

beforeAll(async () => {
  app = inUse.app();
  await app.people.whenShown();
});

const bulkButton = (name: string) => app.people.bulk.getByRole('button', { name, exact: true });
const inPage = (name: string) => app.page.getByRole('button', { name, exact: true });

const startAt = async (filter: 'all' | 'archived'): Promise<readonly string[]> => {
  await app.shell.go('people');
  await app.people.whenShown();
  await app.people.filter(filter);
  await app.people.whenChosen(filter);
  await app.people.rows();
  const { grid } = app.people;
  await grid.focus();
  await app.page.keyboard.press('Home');
  // The key moves the active row at once; the first rows are drawn only when the list has scrolled.
  await grid.locator('[aria-rowindex="2"][data-active="true"][aria-busy="false"]').waitFor();
  return grid.getByRole('row').getByRole('link').allInnerTexts();
};

it('the keyboard alone chooses people, archives them and takes them back', async () => {
  const { people, page, texts } = app;
  const names = await startAt('all');
  const owing = (await people.rows())
    .slice(1, 4)
    .filter(({ balance }) => /^[1-9]|^0\.(?!00)/u.test(balance ?? '')).length;
  expect(owing).toBeGreaterThan(0);
  await page.keyboard.press('ArrowDown');
  await page.keyboard.press(' ');
  await page.keyboard.press('Shift+ArrowDown');
  await page.keyboard.press('Shift+ArrowDown');
  await expect.poll(people.chosenNames).toEqual(names.slice(1, 4));
  await people.bulk.getByText('3 people chosen').waitFor();
  expect(await accessibilityProblems(page)).toEqual([]);
  await bulkButton(texts.bulk.archive).focus();
  await page.keyboard.press('Enter');
  const stillOwing =
    owing === 1 ? '1 of them still owes money.' : `${owing} of them still owe money.`;
  await page.getByText(`3 people are archived. ${stillOwing}`, { exact: true }).waitFor();
  await expect.poll(async () => (await people.rows())[1]?.name).toContain(names[4]);
  await expect.poll(() => people.bulk.count()).toBe(0);
  expect(await accessibilityProblems(page)).toEqual([]);
  await inPage(texts.common.undo).focus();
  await page.keyboard.press('Enter');
  await page.getByText('3 people are back in the list.').waitFor();
  await expect.poll(async () => (await people.rows())[1]?.name).toContain(names[1]);
  await inPage(texts.common.close).first().click();
});

it('Escape chooses nobody, and a box chooses without opening anybody', async () => {
  const { people, page } = app;
  const [first = '', second = ''] = await startAt('all');
  await people.choose(first);
  await people.choose(second);
  await expect.poll(() => people.chosenNames()).toEqual([first, second]);
  await people.choose(first);
  await expect.poll(() => people.chosenNames()).toEqual([second]);
  await people.grid.focus();
  await page.keyboard.press('Escape');
  await people.bulk.waitFor({ state: 'detached' });
  await expect.poll(() => people.chosenNames()).toEqual([]);
});

it('a range begins at the active row where nobody is chosen', async () => {
  const { people, page } = app;
  const names = await startAt('all');
  for (const key of ['End', ' ', 'Escape', 'Home', 'ArrowDown', 'Shift+Space'])
    await page.keyboard.press(key);
  await expect.poll(people.chosenNames).toEqual([names[1]]);
  await page.keyboard.press('Escape');
  await people.bulk.waitFor({ state: 'detached' });
});

it('a range becomes shorter again, and leaves alone who was chosen before it', async () => {
  const { people, page } = app;
  const names = await startAt('all');
  const chosen = (from: number, to: number) => [names[0], ...names.slice(from, to)];
  await page.keyboard.press(' ');
  for (const key of ['ArrowDown', 'ArrowDown', 'ArrowDown', 'ArrowDown', ' '])
    await page.keyboard.press(key);
  for (const _ of [1, 2, 3]) await page.keyboard.press('Shift+ArrowDown');
  await expect.poll(people.chosenNames).toEqual(chosen(4, 8));
  await page.keyboard.press('Shift+ArrowUp');
  await page.keyboard.press('Shift+ArrowUp');
  await expect.poll(people.chosenNames).toEqual(chosen(4, 6));
  // Over the row where it began, to the other side.
  for (const _ of [1, 2, 3]) await page.keyboard.press('Shift+ArrowUp');
  await expect.poll(people.chosenNames).toEqual(chosen(2, 5));
  await page.keyboard.press('Escape');
  await people.bulk.waitFor({ state: 'detached' });
});

it('the chosen people are exported, and nobody else', async () => {
  const { people, page, exchange } = app;
  const [first = '', second = '', third = ''] = await startAt('all');
  const namesIn = (text: string): readonly string[] =>
    (parse(text, { bom: true }) as readonly string[][]).slice(1).map(([name = '']) => name);
  await people.choose(first);
  await people.choose(third);
  expect(namesIn((await exchange.exportChosen()).text)).toEqual([first, third]);
  await people.grid.focus();
  await page.keyboard.press('Control+a');
  await people.choose(second);
  const whole = namesIn((await exchange.exportList()).text);
  const living = whole.filter((name) => name !== app.texts.common.erased);
  expect(living.length).toBeLessThan(whole.length);
  // Several people may have one name.
  expect(namesIn((await exchange.exportChosen()).text)).toEqual(
    living.toSpliced(living.indexOf(second), 1),
  );
  await people.grid.focus();
  await page.keyboard.press('Escape');
  await people.bulk.waitFor({ state: 'detached' });
});

it('all of a list are chosen at once, but for those who are taken out', async () => {
  const { people, page, texts } = app;
  const [first = ''] = await startAt('all');
  const all = await people.rowCount();
  await page.keyboard.press('Control+a');
  await expect.poll(async () => (await people.chosenNames()).length).toBeGreaterThan(10);
  await people.choose(first);
  // Three were erased: they are not chosen with the others, and cannot be taken out.
  const chosen = (all ?? 0) - 3 - 1;
  await people.bulk.getByText(`${chosen} people chosen`, { exact: true }).waitFor();
  await people.grid.focus();
  await page.keyboard.press('End');
  const lastRow = people.grid.locator('[data-active="true"][aria-busy="false"]');
  await lastRow.waitFor();
  expect(await lastRow.getAttribute('aria-selected')).toBe('false');
  await page.keyboard.press(' ');
  await people.bulk.getByText(`${chosen} people chosen`, { exact: true }).waitFor();
  await bulkButton(texts.bulk.archive).click();
  // Those who are erased stay as they are.
  const report = page.getByRole('note').getByRole('status');
  await report.waitFor();
  await expect.poll(() => report.innerText()).toContain(`${chosen} people are archived`);
  await people.headCount('4 people').waitFor();
  const left = await people.rows();
  expect(left[0]?.name).toContain(first);
  expect(left.slice(1).map(({ name }) => name)).toEqual(['', '', '']);
  await people.filter('archived');
  await expect.poll(async () => (await people.rows()).length).toBeGreaterThan(10);
  await inPage(texts.common.undo).click();
  await page.getByText(`${chosen} people are back in the list.`).waitFor();
  await inPage(texts.common.close).first().click();
});

it('who cannot be changed is named, with the reason', async () => {
  const { people, page, texts, person } = app;
  await startAt('all');
  await people.register({ name: 'Zyx Alone' });
  await person.whenShown('Zyx Alone');
  await person.show('details');
  const { [texts.details.id]: id = '' } = await person.details();
  await person.erase(id);
  await page.keyboard.press('b');
  await people.whenShown();
  await people.rows();
  await people.grid.focus();
  await page.keyboard.press('End');
  // The row of somebody without a name, which is the last, and is on its way at first.
  await people.grid.locator('[data-active="true"][aria-busy="false"]').waitFor();
  await expect.poll(people.activeName).toBe('');
  await page.keyboard.press(' ');
  await bulkButton(texts.bulk.archive).click();
  await page.getByText('1 person could not be changed:').waitFor();
  await page.getByText('0 people are archived.').waitFor();
  await inPage(texts.common.close).first().click();
});

it('an undo leaves alone who was archived again in another window since', async () => {
  const { people, page, texts } = app;
  const [first = '', second = ''] = await startAt('all');
  await people.choose(first);
  await people.choose(second);
  await bulkButton(texts.bulk.archive).click();
  await page.getByText('2 people are archived.').waitFor();

  const tab = await openTab(inUse.windows(), app);
  await tab.people.filter('archived');
  await tab.people.open(first);
  await tab.person.whenShown(first);
  await tab.person.show('details');
  await tab.person.restore();
  await tab.person.archive();
  await expect.poll(tab.shell.message).toContain('archived');

  await inPage(texts.common.undo).click();
  await page.getByText('1 person is back in the list.').waitFor();
  await page.getByText(texts.refusal.StatusChangedSince).waitFor();
  await inPage(texts.common.close).first().click();
  await people.filter('archived');
  await expect
    .poll(async () => (await people.rows()).map(({ name }) => name.split(' ')[0]))
    .toContain(first.split(' ')[0]);
  await tab.page.close();
});
