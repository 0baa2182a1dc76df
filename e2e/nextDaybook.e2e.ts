import { beforeAll, expect, it } from 'vitest';
import { openTapped, type App } from './App.ts';
import { useDaybook } from './useDaybook.ts';
import type { Wire } from './Wire.ts';

const inUse = useDaybook({ story: true, needsBrowserHost: 'two tabs on one daybook' });
const passphrase = 'four plain quiet words';
let app: App;
let other: App;
let wire: Wire;

beforeAll(async () => {
  app = inUse.app();
  await app.welcome.create({ name: 'Shop', currency: 'USD', passphrase });
  await app.people.whenShown();
  for (const name of ['Ada Lovelace', 'Bo Newcome']) {
    await app.people.register({ name });
    await app.person.whenShown(name);
    await app.shell.go('people');
  }
  ({ app: other, wire } = await openTapped(inUse.windows(), app));
});

/** Leaves a search, somebody looked at, and a name that is being typed. */
const leaveTraces = async (): Promise<void> => {
  const { people, person, page, texts } = other;
  await people.sort('balance');
  await people.search('lovel');
  await expect.poll(people.rowCount).toBe(1);
  await people.open('Ada Lovelace');
  await person.whenShown('Ada Lovelace');
  await page.keyboard.press('b');
  await expect.poll(() => people.searchField.inputValue()).toBe('lovel');
  await page.getByRole('button', { name: texts.people.new }).click();
  await people.dialog.getByLabel(texts.details.name, { exact: true }).fill('Cy Twom');
};

const saysClosedElsewhere = ({ page, texts }: App) =>
  page.getByText(texts.closed.elsewhere.replace('{{name, short}}', 'Shop'));

const seesNobodyRecent = async (): Promise<void> => {
  await other.shell.find('');
  await expect.poll(other.shell.offers).not.toEqual([]);
  expect((await other.shell.offers()).join()).not.toContain('Ada');
  await other.page.keyboard.press('Escape');
  await other.shell.palette.waitFor({ state: 'detached' });
};

it('a daybook that is closed in one window begins anew in the other too', async () => {
  await other.people.whenShown();
  await leaveTraces();
  await app.shell.closeDaybook();
  await other.welcome.whenShown();
  await saysClosedElsewhere(other).waitFor();
  await app.welcome.whenShown();
  expect(await saysClosedElsewhere(app).count()).toBe(0);
  await app.welcome.open('Shop', passphrase);
  await other.people.whenShown();
  await expect.poll(async () => (await other.people.rows()).length).toBe(2);
  expect(await other.people.dialog.count()).toBe(0);
  expect(await other.people.searchField.inputValue()).toBe('');
  await seesNobodyRecent();
});

it('so it does where the other was cut off while none was open', async () => {
  await leaveTraces();
  const join = wire.cut();
  await app.shell.closeDaybook();
  await app.welcome.whenShown();
  await app.welcome.open('Shop', passphrase);
  await app.people.whenShown();
  join();
  await other.people.dialog.waitFor({ state: 'detached' });
  await expect.poll(async () => (await other.people.rows()).length).toBe(2);
  expect(await other.people.searchField.inputValue()).toBe('');
  await seesNobodyRecent();
});

it('nothing of a daybook is there in another that follows it without a step between', async () => {
  const { people, page, texts } = other;
  await leaveTraces();
  const join = wire.cut();
  await app.shell.closeDaybook();
  await app.welcome.whenShown();
  await app.welcome.create({ name: 'Club', currency: 'USD', passphrase });
  await app.people.whenShown();
  await app.people.register({ name: 'Eve Lovely' });
  await app.person.whenShown('Eve Lovely');
  join();
  await expect
    .poll(async () => (await people.rows()).map(({ name }) => name))
    .toEqual(['Eve Lovely']);
  expect(await people.searchField.inputValue()).toBe('');
  await seesNobodyRecent();
  await page.getByRole('button', { name: texts.people.new }).click();
  await people.dialog.waitFor();
  expect(await people.dialog.getByLabel(texts.details.name, { exact: true }).inputValue()).toBe('');
});

it('the daybook that was used last is offered first, also after a reload', async () => {
  const { page, shell, welcome, people, texts } = app;
  const passphraseOf = (name: string) =>
    page.getByRole('form', { name: texts.welcome.openTitle.replace('{{name, short}}', name) });
  await shell.closeDaybook();
  await passphraseOf('Club').waitFor();
  await welcome.open('Shop', passphrase);
  await people.whenShown();
  await shell.closeDaybook();
  await passphraseOf('Shop').waitFor();
  await page.reload();
  await passphraseOf('Shop').waitFor();
  expect(await saysClosedElsewhere(app).count()).toBe(0);
});
