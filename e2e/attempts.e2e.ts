import { beforeAll, describe, expect, it } from 'vitest';
import { openTapped, type App } from './App.ts';
import { useDaybook } from './useDaybook.ts';
import type { Wire } from './Wire.ts';

const inUse = useDaybook({
  story: true,
  needsBrowserHost: 'a connection that can be cut',
});
let app: App;
let wire: Wire;

beforeAll(async () => {
  await inUse.app().begin();
  ({ app, wire } = await openTapped(inUse.windows(), inUse.app()));
  await app.people.register({ name: 'Ada', limit: '100' });
  await app.person.whenShown('Ada');
});

const balances = async (): Promise<readonly string[]> =>
  (await app.person.account.statement()).map(({ text, balance }) => `${text} ${balance}`);

/** Waits until the window has come back, and knows it. */
const whenBack = () => app.shell.connectionBanner.waitFor({ state: 'hidden' });

const charge = 'credit-account/charge';

describe('a charge whose answer was lost', () => {
  it('is written once, however often it is tried, even after a look elsewhere', async () => {
    wire.loseReply(charge);
    await app.person.account.charge({ amount: '2.50', memo: 'Bread' });
    await expect.poll(() => app.person.account.refusal()).toBe(app.texts.refusal.ConnectionLost);
    await whenBack();
    await app.shell.go('people');
    await app.people.open('Ada');
    await expect.poll(() => app.person.account.refusal()).toBe(app.texts.refusal.ConnectionLost);
    await app.person.account.press('charge');
    await expect.poll(() => app.shell.message()).toContain('2.50');
    await expect.poll(balances).toEqual(['Bread 2.50']);
  });

  it('does not swallow one that is typed like it afterwards', async () => {
    wire.loseReply(charge);
    await app.person.account.charge({ amount: '2.50', memo: '' });
    await whenBack();
    await expect.poll(balances).toHaveLength(2);
    // Hours later, for another loaf.
    await app.person.account.type({ amount: '' });
    await app.person.account.charge({ amount: '2.50' });
    await expect.poll(() => app.person.account.refusal()).toBe(app.texts.refusal.EarlierWritten);
    await expect.poll(balances).toHaveLength(2);
    await app.person.account.press('charge');
    await expect.poll(balances).toHaveLength(3);
  });

  it('is not written beside its own correction unless somebody wants that', async () => {
    wire.loseReply(charge);
    await app.person.account.charge({ amount: '25', memo: 'Cake' });
    await whenBack();
    await app.person.account.charge({ amount: '2.60', memo: 'Cake' });
    await expect.poll(() => app.person.account.refusal()).toBe(app.texts.refusal.EarlierWritten);
    await expect.poll(balances).toHaveLength(4);
  });

  it('is the one that was corrected when it was never sent', async () => {
    const mend = wire.cut();
    await app.shell.connectionBanner.waitFor();
    await app.person.account.charge({ amount: '30', memo: 'Milk' });
    await expect.poll(() => app.person.account.refusal()).toBe(app.texts.refusal.NotSent);
    mend();
    await whenBack();
    await app.person.account.charge({ amount: '3', memo: 'Milk' });
    await expect.poll(balances).toHaveLength(5);
    expect((await balances()).filter((line) => line.startsWith('Milk'))).toEqual(['Milk 35.50']);
  });
});

it('a charge that the disk may have taken is written once', async () => {
  wire.answerInstead(charge, { type: 'CommitOutcomeUnknown' });
  await app.person.account.charge({ amount: '4', memo: 'Salt' });
  await expect
    .poll(() => app.person.account.refusal())
    .toBe(app.texts.refusal.CommitOutcomeUnknown);
  await app.person.account.press('charge');
  await expect.poll(balances).toContain('Salt 39.50');
  await expect.poll(balances).toHaveLength(6);
});

it('a person whose registration was not answered is not there twice when a typo is mended', async () => {
  await app.shell.go('people');
  wire.loseReply('person/register');
  await app.people.register({ name: 'Grase' });
  await app.people.dialog.getByRole('alert').waitFor();
  await whenBack();
  await app.people.dialog.getByLabel(app.texts.details.name, { exact: true }).fill('Grace');
  await app.people.dialog.getByRole('button', { name: app.texts.register.submit }).click();
  await expect
    .poll(() => app.people.dialog.getByRole('alert').innerText())
    .toBe(app.texts.refusal.EarlierWritten);
  await app.page.goto(new URL('/#/people', app.page.url()).href);
  await expect
    .poll(async () => (await app.people.rows()).map(({ name }) => name))
    .toEqual(['Ada', 'Grase']);
});

it('an erasure that was not finished is finished by trying again, and gives its receipt', async () => {
  await app.people.open('Ada');
  const { erase } = app.texts;
  wire.answerInstead('person/erase', { type: 'ErasureUnfinished' });
  await app.person.show('details');
  await app.page.getByRole('button', { name: erase.button }).click();
  const dialog = app.person.erasure;
  await dialog.getByRole('textbox').fill('Ada');
  await dialog.getByRole('button', { name: erase.submit }).click();
  await dialog.getByRole('alert').waitFor();
  await dialog.getByRole('button', { name: erase.submit }).click();
  await app.page.getByRole('dialog', { name: erase.receipt }).waitFor();
  await app.page.getByRole('button', { name: erase.done, exact: true }).click();
});
