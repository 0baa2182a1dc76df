import { beforeAll, expect, it } from 'vitest';
import { openTab, type App } from './App.ts';
import { isFocused } from './isFocused.ts';
import { useDaybook } from './useDaybook.ts';

const inUse = useDaybook({ story: true });
const passphrase = 'four plain quiet words';
let app: App;

beforeAll(async () => {
  app = inUse.app();
  await app.welcome.create({ name: 'Shop', currency: 'USD', passphrase });
  await app.people.whenShown();
});

const steps = () => app.page.getByRole('region', { name: app.texts.firstSteps.title });

it('an empty daybook says what to do first, until the first person is in it', async () => {
  await steps().waitFor();
  await steps().getByRole('link', { name: app.texts.firstSteps.import }).waitFor();
  await app.people.register({ name: 'Ada Lovelace', limit: '50' });
  await app.person.whenShown('Ada Lovelace');
  await app.shell.go('people');
  await app.people.grid.waitFor();
  await steps().waitFor({ state: 'detached' });
});

it('somebody goes on where they were after a lock, with what they had typed', async () => {
  await app.people.open('Ada Lovelace');
  await app.person.whenShown('Ada Lovelace');
  const memo = app.page.getByLabel(app.texts.account.memo, { exact: true });
  await memo.fill('Timber');
  await app.person.heading.click();
  await app.page.keyboard.press('Control+Shift+l');
  await app.page.getByText('is locked').waitFor();
  // The field of this daybook's passphrase has the focus.
  await app.page.keyboard.type(passphrase);
  await app.page.keyboard.press('Enter');
  await app.person.whenShown('Ada Lovelace');
  await expect.poll(() => memo.inputValue()).toBe('Timber');
});

it('the key locks over an open dialog too, and what was typed in it is there again', async () => {
  const { people, page, texts } = app;
  await page.keyboard.press('n');
  const name = people.dialog.getByLabel(texts.details.name, { exact: true });
  await name.fill('Half typed');
  await page.keyboard.press('Control+Shift+l');
  await page.getByText('is locked').waitFor();
  await expect.poll(() => people.dialog.count()).toBe(0);
  await expect
    .poll(() => isFocused(page.getByLabel(texts.welcome.passphrase, { exact: true })))
    .toBe(true);
  await page.keyboard.type(passphrase);
  await page.keyboard.press('Enter');
  await people.dialog.waitFor();
  await expect.poll(() => name.inputValue()).toBe('Half typed');
  await name.fill('');
  await page.keyboard.press('Escape');
  await people.dialog.waitFor({ state: 'detached' });
  await app.people.open('Ada Lovelace');
  await app.person.whenShown('Ada Lovelace');
});

it('the key locks from fields too that let no other key out', async () => {
  const { people, page, texts } = app;
  await app.shell.go('people');
  await people.searchField.fill('Ada');
  await page.keyboard.press('Control+Shift+l');
  await page.getByText('is locked').waitFor();
  await app.welcome.open('Shop', passphrase);
  await people.whenShown();
  await page.keyboard.press('Escape');
  await page.getByRole('button', { name: texts.people.new }).click();
  await people.dialog.getByLabel(texts.details.birthDate, { exact: true }).focus();
  await page.keyboard.press('Control+Shift+l');
  await page.getByText('is locked').waitFor();
  await app.welcome.open('Shop', passphrase);
  await people.dialog.waitFor();
  await page.keyboard.press('Escape');
  await people.dialog.waitFor({ state: 'detached' });
  await people.open('Ada Lovelace');
  await app.person.whenShown('Ada Lovelace');
});

it('a lock in one window locks them all', async () => {
  const other = await openTab(inUse.windows(), app);
  await other.people.whenShown();
  await other.shell.lock();
  await app.page.getByText('is locked').waitFor();
  await app.welcome.open('Shop', passphrase);
  await app.person.whenShown('Ada Lovelace');
  await other.people.whenShown();
});

it('the sample is made beside it, marked, and removed again', async () => {
  const { sample } = app.texts;
  await app.shell.closeDaybook();
  await app.welcome.whenShown();
  await app.page.getByRole('button', { name: sample.open, exact: true }).first().click();
  await app.page.getByRole('main').getByText(sample.text).waitFor();
  await app.page.getByRole('button', { name: sample.open, exact: true }).last().click();
  await app.people.grid.waitFor({ timeout: 60_000 });
  // What was searched in the other daybook may be a name in it.
  expect(await app.people.searchField.inputValue()).toBe('');
  await app.page.getByRole('complementary').getByText(sample.mark, { exact: true }).waitFor();
  await app.shell.closeDaybook();
  await app.page.getByRole('button', { name: 'Sample daybook', exact: true }).click();
  await app.page.getByRole('button', { name: sample.remove }).click();
  await app.page
    .getByRole('alertdialog', { name: sample.removeTitle })
    .getByRole('button', { name: sample.remove })
    .click();
  await expect.poll(() => app.welcome.knownDaybooks()).toEqual(['Shop']);
});
