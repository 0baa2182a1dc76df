import { beforeAll, describe, expect, it } from 'vitest';
import type { App } from './App.ts';
import { useDaybook } from './useDaybook.ts';

const inUse = useDaybook({ story: true });
let app: App;

beforeAll(async () => {
  app = inUse.app();
  await app.welcome.create({
    name: 'Club',
    currency: 'EUR',
    passphrase: 'four plain quiet words',
  });
  for (const name of ['Ada Lovelace', 'Bo Li']) {
    await app.people.whenShown();
    await app.people.register({ name });
    await app.person.whenShown(name);
    await app.shell.go('people');
  }
});

const names = async (): Promise<readonly string[]> =>
  (await app.people.rows()).map(({ name }) => name);

// One story: each step goes on where the one before has ended.
describe('a person', () => {
  it('who is archived leaves the list, and is found among the archived', async () => {
    await expect.poll(() => app.people.rowCount()).toBe(2);
    await app.people.open('Bo Li');
    await app.person.whenShown('Bo Li');
    await app.person.show('details');
    await app.person.archive();
    await expect.poll(() => app.shell.message()).toContain('Bo Li');
    await app.shell.go('people');
    await expect.poll(names).toEqual(['Ada Lovelace']);
    await expect.poll(() => app.people.rowCount()).toBe(1);
    await app.people.filter('archived');
    await expect.poll(names).toEqual([expect.stringContaining('Bo Li')]);
  });

  it('is back in the list when taken back', async () => {
    await app.people.open('Bo Li');
    await app.person.whenShown('Bo Li');
    await app.person.show('details');
    await app.person.restore();
    await app.page.getByRole('button', { name: app.texts.details.archive, exact: true }).waitFor();
    await app.shell.go('people');
    await expect.poll(names).toEqual(['Ada Lovelace', 'Bo Li']);
    await app.people.filter('archived');
    await expect.poll(() => app.people.rowCount()).toBe(0);
  });

  it('who still owes is archived, and what they owe is said', async () => {
    await app.shell.go('people');
    await app.people.register({ name: 'Cy Young', limit: '50' });
    await app.person.whenShown('Cy Young');
    await app.person.account.charge({ amount: '20' });
    await expect.poll(app.person.account.statement).toHaveLength(1);
    await app.person.show('details');
    await app.person.archive();
    await expect
      .poll(() => app.shell.message())
      .toBe('Cy Young is archived, and still owes €20.00.');
  });
});
