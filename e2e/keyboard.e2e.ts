import { beforeAll, expect, it } from 'vitest';
import type { App } from './App.ts';
import { isFocused } from './isFocused.ts';
import { useDaybook } from './useDaybook.ts';

const inUse = useDaybook({ args: ['--sample'] });
let app: App;

beforeAll(async () => {
  app = inUse.app();
  await app.people.whenShown();
});

/** Lets the field that has the focus compose, as an input method does; gives back what ends it. */
const compose = async (text: string): Promise<() => Promise<void>> => {
  const inputMethod = await app.profile.newCDPSession(app.page);
  const place = { selectionStart: text.length, selectionEnd: text.length };
  await inputMethod.send('Input.imeSetComposition', { text, ...place });
  return async () => {
    await inputMethod.send('Input.insertText', { text });
    await inputMethod.detach();
  };
};

const focusedField = (): Promise<string | null | undefined> =>
  app.page.evaluate(
    () => (document.activeElement as HTMLInputElement | null)?.labels?.item(0)?.textContent ?? null,
  );

it('keys do what they do while a message is shown, and nothing while a dialog lies above', async () => {
  const { keys, account } = app.texts;
  await app.people.register({ name: 'Ada Lovelace', limit: '50' });
  await app.person.whenShown('Ada Lovelace');
  await expect.poll(() => app.shell.message()).toContain('Ada Lovelace');
  await app.page.keyboard.press('c');
  await expect.poll(focusedField).toBe(account.amount);
  await app.person.heading.click();
  await app.page.keyboard.press('?');
  const help = app.page.getByRole('dialog', { name: keys.title });
  await help.waitFor();
  await app.page.keyboard.press('n');
  expect(await app.people.dialog.count()).toBe(0);
  await app.page.keyboard.press('Escape');
  await help.waitFor({ state: 'detached' });
  await expect.poll(() => app.shell.message()).toContain('Ada Lovelace');
  await app.page.keyboard.press('b');
  await app.people.whenShown();
});

it('keys that belong to an input method leave the search alone', async () => {
  const { grid, searchField } = app.people;
  await app.shell.go('people');
  await app.people.whenShown();
  await searchField.fill('');
  await searchField.focus();
  const end = await compose('ㄱ');
  await app.page.keyboard.press('ArrowDown');
  expect(await isFocused(searchField)).toBe(true);
  await app.page.keyboard.press('Enter');
  expect(await isFocused(searchField)).toBe(true);
  await end();
  await expect.poll(() => searchField.inputValue()).toBe('ㄱ');
  await app.page.keyboard.press('ArrowDown');
  await expect.poll(() => isFocused(grid)).toBe(true);
  await searchField.fill('');
});

it('keys that belong to an input method change no day', async () => {
  await app.people.register({ name: 'Bo', limit: '50' });
  await app.person.whenShown('Bo');
  const day = app.page.getByLabel(app.texts.account.occurredOn, { exact: true });
  await day.fill('2026-11-2');
  const end = await compose('3');
  await app.page.keyboard.press('ArrowUp');
  await expect.poll(() => day.inputValue()).toBe('2026-11-23');
  await end();
  await app.page.keyboard.press('ArrowUp');
  await expect.poll(() => day.inputValue()).toBe('2026-11-24');
});
