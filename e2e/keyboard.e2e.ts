import { beforeAll, expect, it } from 'vitest';
import type { App } from './App.ts';
import { useDaybook } from './useDaybook.ts';

const inUse = useDaybook({ args: ['--sample'] });
let app: App;

beforeAll(async () => {
  app = inUse.app();
  await app.people.whenShown();
});

const focusedField = (): Promise<string | null | undefined> =>
  app.page.evaluate(
    () => (document.activeElement as HTMLInputElement | null)?.labels?.item(0)?.textContent ?? null,
  );

it('keys do what they do while a message is shown, and nothing while a dialog lies above', async () => {
  const { keys, account } = app.texts;
  await app.people.register({ name: 'Ada Lovelace', limit: '50' });
  await app.person.whenShown('Ada Lovelace');
  expect(await app.shell.message()).toContain('Ada Lovelace');
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
  expect(await app.shell.message()).toContain('Ada Lovelace');
  await app.page.keyboard.press('b');
  await app.people.whenShown();
});
