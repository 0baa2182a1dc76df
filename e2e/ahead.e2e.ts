import { beforeAll, expect, it } from 'vitest';
import { localDateAt } from '../shared/kernel/local-date.ts';
import type { App } from './App.ts';
import { useDaybook } from './useDaybook.ts';
import { accessibilityProblems } from './Windows.ts';

const inUse = useDaybook({ story: true });
let app: App;

const dayFromNow = (days: number): string =>
  localDateAt(Date.now() + days * 86_400_000, -new Date().getTimezoneOffset());

beforeAll(async () => {
  app = inUse.app();
  await app.begin();
  await app.people.register({ name: 'Ada', limit: '100' });
  await app.person.whenShown('Ada');
});

const toOverview = async (): Promise<void> => {
  await app.shell.go('overview');
  await app.overview.whenShown();
};
const note = () => app.page.getByRole('link', { name: app.texts.activity.ahead, exact: true });
const stamps = () => app.page.getByText(app.texts.account.ahead, { exact: true });

it('an entry of today is not marked, and the overview has nothing to say', async () => {
  await app.person.account.charge({ amount: '2.50', date: dayFromNow(0) });
  await expect.poll(async () => (await app.person.account.statement()).length).toBe(1);
  expect(await stamps().count()).toBe(0);
  await toOverview();
  await app.page.getByText('1 entry, $2.50 charged').waitFor();
  expect(await note().count()).toBe(0);
});

it('one that is dated after today is marked in the account', async () => {
  await app.shell.go('people');
  await app.people.open('Ada');
  await app.person.whenShown('Ada');
  await app.person.account.charge({ amount: '4', date: dayFromNow(20) });
  await app.person.account.pay({ amount: '1', date: dayFromNow(30) });
  await expect.poll(() => stamps().count()).toBe(2);
});

it('the overview says how many there are and what they come to, and leads to their days', async () => {
  await toOverview();
  await app.page.getByText('2 entries, $4.00 charged, $1.00 paid.').waitFor();
  expect(await accessibilityProblems(app.page)).toEqual([]);
  await note().click();
  await app.page.getByRole('heading', { level: 1, name: app.texts.activity.ahead }).waitFor();
  const days = app.page
    .getByRole('table', { name: app.texts.activity.ahead })
    .locator('tbody th')
    .getByRole('link');
  await expect.poll(() => days.count()).toBe(2);
  expect(await accessibilityProblems(app.page)).toEqual([]);
  await days.last().click();
  await app.page.getByRole('grid').getByRole('link', { name: 'Ada' }).waitFor();
});
