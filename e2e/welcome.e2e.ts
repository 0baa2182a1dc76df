import { beforeAll, expect, it } from 'vitest';
import { longestDaybookName } from '../shared/methods.ts';
import type { App } from './App.ts';
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

it('the focus is at the start of the page where nobody is in the list, and not lost', async () => {
  await app.people.emptyText.waitFor();
  await expect.poll(() => isFocused(app.page.getByRole('main'))).toBe(true);
});

it('whoever only wants to look around is led from an empty daybook to the sample', async () => {
  const { sample } = app.texts;
  await app.page.getByRole('button', { name: sample.look, exact: true }).click();
  await app.page.getByRole('main').getByText(sample.text).waitFor();
  await app.welcome.open('Shop', passphrase);
  await app.people.emptyText.waitFor();
});

it('a wrong passphrase is selected, so that the right one is typed in its place', async () => {
  await app.shell.closeDaybook();
  await app.welcome.open('Shop', 'not this one');
  await expect.poll(() => app.welcome.refusal()).toBe(app.texts.refusal.WrongPassphrase);
  const field = app.page.getByLabel(app.texts.welcome.passphrase, { exact: true });
  await expect.poll(() => isFocused(field)).toBe(true);
  await app.page.keyboard.type(passphrase);
  await app.page.keyboard.press('Enter');
  await app.people.whenShown();
});

it('a name that is too long is told at its field, and is not made', async () => {
  const { shell, welcome, texts } = app;
  await shell.closeDaybook();
  await welcome.choose('Shop', '');
  const name = 'x'.repeat(longestDaybookName + 1);
  await welcome.create({ name, currency: 'USD', passphrase });
  const longest = String(longestDaybookName);
  const sentence = texts.field.DaybookNameTooLong.replace('{{longest}}', longest);
  await expect.poll(() => welcome.nameError()).toBe(sentence);
  expect(await welcome.knownDaybooks()).toEqual(['Shop']);
  await welcome.create({ name: 'Second shop', currency: 'USD', passphrase });
  await app.people.whenShown();
  await shell.closeDaybook();
  await welcome.open('Shop', passphrase);
  await app.people.whenShown();
});

it('a currency that is typed is taken, whether or not anybody points at it in the list', async () => {
  const { page, shell, welcome, texts } = app;
  await shell.closeDaybook();
  await page.getByRole('button', { name: texts.welcome.new, exact: true }).click();
  const currency = page.getByRole('combobox', { name: texts.welcome.currency });
  const type = async (text: string, key: string) => {
    await currency.fill(text);
    await page.getByRole('option').first().waitFor();
    await currency.press(key);
    return expect.poll(() => currency.inputValue());
  };
  await (await type('eur', 'Enter')).toBe('EUR – Euro');
  await (await type('swiss', 'Tab')).toBe('CHF – Swiss Franc');
  // What could be several is not guessed, and what was chosen is shown again.
  await (await type('dollar', 'Tab')).toBe('CHF – Swiss Franc');
  await welcome.open('Shop', passphrase);
  await app.people.whenShown();
});

it('the open book fits into a window of 320 pixels, with nothing cut off at its side', async () => {
  const { page, shell, welcome } = app;
  await shell.closeDaybook();
  await welcome.whenShown();
  await page.setViewportSize({ width: 320, height: 640 });
  const beyond = (): Promise<readonly string[]> =>
    page
      .getByRole('main')
      .locator('*')
      .evaluateAll((elements) =>
        elements
          .filter((element) => element.getBoundingClientRect().right > window.innerWidth)
          .map(({ outerHTML }) => outerHTML.slice(0, 80)),
      );
  await expect.poll(beyond).toEqual([]);
  await page.setViewportSize({ width: 1280, height: 800 });
  await welcome.open('Shop', passphrase);
  await app.people.whenShown();
});

it('the focus is in the amount of an account that was just opened', async () => {
  await app.people.register({ name: 'Ada Lovelace' });
  await app.person.whenShown('Ada Lovelace');
  await app.person.account.open('50');
  const amount = app.page.getByLabel(app.texts.account.amount, { exact: true });
  await amount.waitFor();
  await expect.poll(() => isFocused(amount)).toBe(true);
});
