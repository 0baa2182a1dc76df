import { beforeAll, expect, it } from 'vitest';
import { openTapped, type App } from './App.ts';
import { crashableEngine } from './startDaybook.ts';
import { useDaybook } from './useDaybook.ts';
import { accessibilityProblems } from './Windows.ts';
import type { Wire } from './Wire.ts';

const inUse = useDaybook({ environment: crashableEngine, story: true });
let app: App;
let wire: Wire;

beforeAll(async () => {
  await inUse.app().begin();
  ({ app, wire } = await openTapped(inUse.windows(), inUse.app()));
  await app.people.register({ name: 'Ada', limit: '100' });
  await app.person.whenShown('Ada');
});

const notice = () => app.page.getByText(app.texts.host.restarted);
const read = () => app.page.getByRole('button', { name: app.texts.host.read });
const field = (label: string) =>
  app.page
    .getByRole('form', { name: app.texts.account.charge, exact: true })
    .getByLabel(label, { exact: true });

const balances = async (): Promise<readonly string[]> =>
  (await app.person.account.statement()).map(({ text, balance }) => `${text} ${balance}`);

// One story: each step goes on where the one before has ended.
it('an engine that crashes is started again under the same page, and what was typed stays', async () => {
  await app.person.account.type({ amount: '2.50', memo: 'Bread' });
  await field(app.texts.account.memo).focus();
  const address = app.page.url();
  inUse.daybook().crashEngine();
  await notice().waitFor();
  expect(app.page.url()).toBe(address);
  await expect.poll(() => field(app.texts.account.amount).inputValue()).toBe('2.50');
  await expect.poll(() => field(app.texts.account.memo).inputValue()).toBe('Bread');
  await expect
    .poll(() => field(app.texts.account.memo).evaluate((input) => input === document.activeElement))
    .toBe(true);
  await app.person.account.press('charge');
  await expect.poll(balances).toEqual(['Bread 2.50']);
});

it('says so on every page until it was read', async () => {
  expect(await accessibilityProblems(app.page)).toEqual([]);
  await app.shell.go('overview');
  await app.overview.whenShown();
  await notice().waitFor();
  await read().click();
  await notice().waitFor({ state: 'hidden' });
  await app.shell.go('people');
  await expect.poll(async () => (await app.people.rows()).map(({ name }) => name)).toEqual(['Ada']);
  expect(await notice().isVisible()).toBe(false);
});

it('a charge that was under way is written once, however often it is sent', async () => {
  await app.people.open('Ada');
  await app.person.whenShown('Ada');
  wire.answerInstead('credit-account/charge', { type: 'EngineStopped' });
  await app.person.account.charge({ amount: '4', memo: 'Salt' });
  await expect.poll(() => app.person.account.refusal()).toBe(app.texts.refusal.EngineStopped);
  inUse.daybook().crashEngine();
  await notice().waitFor();
  await app.person.account.press('charge');
  await expect.poll(balances).toEqual(['Bread 2.50', 'Salt 6.50']);
});
