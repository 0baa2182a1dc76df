import { readFileSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import { DatabaseSync } from 'node:sqlite';
import { beforeAll, expect, it } from 'vitest';
import type { App } from './App.ts';
import { useDaybook } from './useDaybook.ts';

const inUse = useDaybook({ story: true });
const passphrase = 'four plain quiet words';
let app: App;

const register = async (name: string): Promise<void> => {
  await app.shell.go('people');
  await app.people.register({ name, reference: name, limit: '1' });
  await app.person.whenShown(name);
  await app.person.account.charge({ amount: '1' });
};

beforeAll(async () => {
  app = inUse.app();
  await app.welcome.create({ name: 'Shop', currency: 'USD', passphrase });
  await app.people.whenShown();
  await register('Ada');
  await register('Bo');
  await app.person.erase('Bo');
  await register('Cy');
});

/** Changes one bit of what was sealed about the first person. */
const damageFirstName = (): void => {
  const file = path.join(inUse.home, 'Shop', 'log.db');
  const log = new DatabaseSync(file, { readOnly: true });
  const first = log.prepare('SELECT sealed FROM event WHERE position = 1').get();
  log.close();
  const bytes = readFileSync(file);
  const sealed = first?.['sealed'] as Uint8Array;
  let found = 0;
  // SQLite may have left a copy where the row stood before.
  for (let at = bytes.indexOf(sealed); at >= 0; at = bytes.indexOf(sealed, at)) {
    bytes[at + 40] = (bytes[at + 40] ?? 0) ^ 1;
    found += 1;
  }
  if (found === 0) throw new Error('the sealed part is not in log.db');
  writeFileSync(file, bytes);
};

it('a name that is damaged is told apart from one that was erased, wherever names stand', async () => {
  const { common, people } = app.texts;
  await app.shell.closeDaybook();
  await app.welcome.whenShown();
  damageFirstName();
  await app.welcome.open('Shop', passphrase);
  await app.people.whenShown();
  await expect
    .poll(async () => (await app.people.rows()).map(({ name }) => name))
    .toEqual(['Cy', people.unreadable, '']);
  await app.shell.go('overview');
  await app.overview.whenShown();
  await expect
    .poll(async () => (await app.overview.exhausted()).toSorted())
    .toEqual(['', people.unreadable, 'Cy'].toSorted());
  await expect.poll(() => app.page.getByRole('img', { name: common.erased }).count()).toBe(1);
  await app.page.getByRole('link', { name: people.unreadable }).click();
  await app.person.whenShown(people.unreadable);
  await app.person.show('details');
  const main = app.page.getByRole('main');
  await main.getByText(app.texts.refusal.PersonalPartUnreadable).first().waitFor();
});
