import { beforeAll, describe, expect, it } from 'vitest';
import { openTapped, type App } from './App.ts';
import { useDaybook } from './useDaybook.ts';
import type { Wire } from './Wire.ts';

const inUse = useDaybook({ needsBrowserHost: 'a connection that can be cut' });
let app: App;
let wire: Wire;

beforeAll(async () => {
  await inUse.app().begin();
  ({ app, wire } = await openTapped(inUse.windows(), inUse.app()));
  await app.people.register({ name: 'Ada', reference: 'A1', limit: '100' });
  await app.person.whenShown('Ada');
});

const focusedField = (): Promise<string | null | undefined> =>
  app.page.evaluate(
    () => (document.activeElement as HTMLInputElement | null)?.labels?.item(0)?.textContent ?? null,
  );

const memo = () => app.page.getByLabel(app.texts.account.memo, { exact: true });
const form = () => app.page.getByRole('form', { name: app.texts.account.charge });
const whenBusy = (isBusy: boolean) =>
  form()
    .and(app.page.locator(`[aria-busy="${isBusy}"]`))
    .waitFor();

describe('after an entry', () => {
  it.each(['charge', 'pay'] as const)(
    'the focus is in the amount for the next one: %s',
    async (write) => {
      await app.person.account[write]({ amount: '2.50', memo: 'Bread' });
      await expect.poll(focusedField).toBe(app.texts.account.amount);
    },
  );

  it('the focus stays with somebody who types ahead, and so does what they have typed', async () => {
    const release = wire.holdReply('credit-account/charge');
    await app.page.getByRole('radio', { name: app.texts.account.charge, exact: true }).click();
    await app.person.account.type({ amount: '3', memo: 'Milk' });
    await memo().press('Control+Enter');
    await whenBusy(true);
    await memo().pressSequentially(' and eggs');
    release();
    await whenBusy(false);
    await expect.poll(focusedField).toBe(app.texts.account.memo);
    await expect.poll(() => memo().inputValue()).toBe('Milk and eggs');
  });

  it('that passes the limit, the focus is in the reason for an approval', async () => {
    await app.person.account.charge({ amount: '500', memo: 'Wine' });
    await expect.poll(focusedField).toBe(app.texts.account.approvalReason);
    await app.person.account.approve('Wedding');
    await expect.poll(focusedField).toBe(app.texts.account.amount);
  });
});

it('an erasure under way cannot be left before its receipt has come', async () => {
  const { erase, common } = app.texts;
  const release = wire.holdReply('person/erase');
  await app.person.show('details');
  await app.page.getByRole('button', { name: erase.button }).click();
  const dialog = app.person.erasure;
  await dialog.getByRole('textbox').fill('A1');
  await dialog.getByRole('textbox').press('Enter');
  await dialog.locator('form[aria-busy="true"]').waitFor();
  await dialog.getByRole('textbox').press('Escape');
  await dialog.getByRole('button', { name: common.close }).click();
  await dialog.getByRole('button', { name: common.cancel }).click({ force: true });
  release();
  const receipt = app.page.getByRole('dialog', { name: erase.receipt });
  await receipt.getByRole('button', { name: erase.done, exact: true }).click();
  await receipt.waitFor({ state: 'detached' });
});
