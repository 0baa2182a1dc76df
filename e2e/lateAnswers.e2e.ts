import { beforeAll, expect, it } from 'vitest';
import { openTapped, type App } from './App.ts';
import { isFocused } from './isFocused.ts';
import { roundTrip } from './roundTrip.ts';
import { useDaybook } from './useDaybook.ts';
import type { Wire } from './Wire.ts';

/* Answers that come when somebody has gone on: they lead nobody away, and take nothing from anybody. */

const inUse = useDaybook({ needsBrowserHost: 'answers that can be held back' });
let app: App;
let wire: Wire;

const path = (): string => new URL(app.page.url()).hash.split('?')[0] ?? '';

const goToOverview = async (): Promise<void> => {
  await app.shell.go('overview');
  await app.overview.whenShown();
};

const openAda = async (): Promise<void> => {
  await app.shell.go('people');
  await app.people.whenShown();
  await app.people.open('Ada');
  await app.person.whenShown('Ada');
};

/** Sends the form of a new person, whose answer is held back. Gives what lets it go. */
const beginToRegister = async (name: string, limit: string): Promise<() => void> => {
  await app.shell.go('people');
  await app.people.whenShown();
  const answer = wire.holdReply('person/register');
  await app.people.register({ name, limit });
  await app.people.dialog.locator('form[aria-busy="true"]').waitFor();
  return answer;
};

beforeAll(async () => {
  await inUse.app().begin();
  ({ app, wire } = await openTapped(inUse.windows(), inUse.app()));
  await app.people.register({ name: 'Ada', limit: '100' });
  await app.person.whenShown('Ada');
  await app.person.account.charge({ amount: '5', memo: 'Bread' });
  await app.person.account.charge({ amount: '6', memo: 'Milk' });
  await app.person.account.reverse(0, 'Twice');
  await app.page.getByRole('button', { name: app.texts.figures.toReversal }).waitFor();
});

it('somebody new is not gone to once their form was left', async () => {
  const answer = await beginToRegister('Bea', '');
  await app.page.goBack();
  await app.people.dialog.waitFor({ state: 'detached' });
  await goToOverview();
  answer();
  await expect.poll(app.shell.message).toContain('Bea');
  await roundTrip(app);
  expect(path()).toBe('#/overview');
});

it('the limit of somebody new is the one that was sent', async () => {
  const answer = await beginToRegister('Cleo', '70');
  await app.people.dialog.getByLabel(app.texts.register.limit, { exact: true }).fill('no limit');
  answer();
  await app.person.whenShown('Cleo');
  await expect
    .poll(app.person.account.figures)
    .toMatchObject({ [app.texts.person.limit]: '70.00' });
});

it('an entry that was asked for leads nobody back who has gone elsewhere', async () => {
  await openAda();
  const answer = wire.holdReply('credit-account/entry-place');
  await app.page.getByRole('button', { name: app.texts.figures.toReversal }).click();
  await goToOverview();
  answer();
  await roundTrip(app);
  expect(path()).toBe('#/overview');
});

it('an entry that is found takes the focus from nobody who types', async () => {
  const { account, figures } = app.texts;
  await openAda();
  const answer = wire.holdReply('credit-account/entry-place');
  await app.page
    .getByRole('button', { name: figures.balanceAfter.replace('{{sum}}', '5.00'), exact: true })
    .click();
  await expect.poll(() => app.page.url()).toContain('entry=');
  await app.page.keyboard.press('c');
  const amount = app.page.getByLabel(account.amount, { exact: true });
  await expect.poll(() => isFocused(amount)).toBe(true);
  await app.page.keyboard.type('1');
  answer();
  await app.page.getByRole('region', { name: figures.explained }).waitFor();
  await app.page.keyboard.type('2');
  await expect.poll(() => amount.inputValue()).toBe('12');
  await amount.fill('');
});

it('nobody is named over a daybook that was locked', async () => {
  const answer = await beginToRegister('Fay Hidden', '70');
  await app.page.keyboard.press('Control+Shift+L');
  await app.welcome.whenShown();
  answer();
  // Answered after all that was asked before.
  await app.welcome.open('Shop', 'not these words');
  await app.welcome.refusal();
  expect(await app.page.getByText('Fay Hidden').count()).toBe(0);
  await app.welcome.open('Shop', 'four plain quiet words');
  await app.people.grid.getByRole('link', { name: 'Fay Hidden' }).waitFor({ state: 'attached' });
});
