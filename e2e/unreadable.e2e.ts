import type { Locator } from 'playwright-core';
import { beforeAll, expect, it } from 'vitest';
import { maxFrameBytes } from '../shared/methods.ts';
import type { App } from './App.ts';
import { useDaybook } from './useDaybook.ts';

const inUse = useDaybook();
let app: App;

const book = { name: 'Shop', currency: 'EUR', passphrase: 'four plain quiet words' };

beforeAll(async () => {
  app = inUse.app();
  await app.welcome.create(book);
  await app.people.whenShown();
});

/** Pastes what no keyboard types: half of a character that is two units long. */
const pasteHalf = (field: Locator): Promise<void> =>
  field.evaluate((input: HTMLInputElement) => {
    input.focus();
    document.execCommand('insertText', false, String.fromCharCode(0xd83d));
  });

it('a search that the program cannot read is refused, and the next one is answered', async () => {
  await pasteHalf(app.people.searchField);
  const refusal = app.page.getByRole('main').getByRole('alert');
  await expect.poll(() => refusal.innerText()).toBe(app.texts.refusal.InputInvalid);
  await app.people.search('nobody');
  await refusal.waitFor({ state: 'detached' });
  await app.people.emptyText.waitFor();
});

it('a search longer than a frame may be is refused without losing the connection', async () => {
  await app.people.searchField.evaluate((input: HTMLInputElement, length) => {
    input.select();
    document.execCommand('insertText', false, 'a'.repeat(length));
  }, maxFrameBytes);
  const refusal = app.page.getByRole('main').getByRole('alert');
  await expect.poll(() => refusal.innerText()).toBe(app.texts.refusal.InputInvalid);
  expect(await app.shell.connectionBanner.isVisible()).toBe(false);
  await app.people.search('');
  await app.people.emptyText.waitFor();
});

it('a passphrase that the program cannot read is refused, and the right one opens the daybook', async () => {
  await app.shell.closeDaybook();
  await app.welcome.whenShown();
  await app.page.getByRole('button', { name: book.name, exact: true }).click();
  const field = app.page.getByLabel(app.texts.welcome.passphrase, { exact: true });
  await pasteHalf(field);
  await field.press('Enter');
  await expect.poll(() => app.welcome.refusal()).toBe(app.texts.refusal.InputInvalid);
  await app.welcome.open(book.name, book.passphrase);
  await app.people.whenShown();
});
