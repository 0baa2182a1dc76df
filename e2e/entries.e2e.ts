import { beforeAll, expect, it } from 'vitest';
import type { App } from './App.ts';
import { useDaybook } from './useDaybook.ts';

const inUse = useDaybook({ story: true });
let app: App;

beforeAll(async () => {
  app = inUse.app();
  await app.begin();
  await app.people.register({ name: 'Ada Lovelace', reference: 'A1', limit: '10' });
  await app.person.whenShown('Ada Lovelace');
});

const figures = () => app.person.account.figures();

it('a refusal at the limit goes with what it was refused for', async () => {
  const { account } = app.person;
  const refusal = app.page.getByRole('form').getByRole('alert');
  const reason = app.page.getByLabel(app.texts.account.approvalReason, { exact: true });
  await account.charge({ amount: '8', memo: 'Bread' });
  await account.charge({ amount: '5', memo: 'Cake' });
  await expect.poll(() => account.refusal()).toContain('$2.00');
  await reason.waitFor();
  await account.reverse(0, 'Brought back');
  await refusal.waitFor({ state: 'detached' });
  await reason.waitFor({ state: 'detached' });
  await account.press('charge');
  await expect.poll(figures).toMatchObject({ Balance: '5.00', Available: '5.00' });
});

it('the Tab key stops at the kind of entry that is chosen, however it was chosen', async () => {
  const { account } = app.texts;
  const { keyboard } = app.page;
  const kind = (name: string) => app.page.getByRole('radio', { name, exact: true });
  const amount = app.page.getByLabel(account.amount, { exact: true });
  const chosen = (): Promise<string> => app.page.locator('[role="radio"]:focus').innerText();
  const comeBack = async (): Promise<void> => {
    await amount.focus();
    await keyboard.press('Shift+Tab');
  };
  await comeBack();
  await expect.poll(chosen).toBe(account.charge);
  await keyboard.press('p');
  await keyboard.press('Shift+Tab');
  await expect.poll(chosen).toBe(account.payment);
  await keyboard.press('ArrowLeft');
  await expect.poll(chosen).toBe(account.charge);
  await app.page.getByRole('form', { name: account.charge, exact: true }).waitFor();
  await keyboard.press('Tab');
  await expect.poll(() => amount.evaluate((field) => field === document.activeElement)).toBe(true);
  await kind(account.payment).click();
  await comeBack();
  await expect.poll(chosen).toBe(account.payment);
  await keyboard.press('ArrowRight');
  await expect.poll(chosen).toBe(account.charge);
  await keyboard.press('c');
});

it('Escape leaves an empty entry, and asks before one that is begun is lost', async () => {
  const { texts, page } = app;
  const { account, leave } = texts;
  const amount = page.getByLabel(account.amount, { exact: true });
  const isIn = (): Promise<boolean> => amount.evaluate((field) => field === document.activeElement);
  await amount.focus();
  await page.keyboard.press('Escape');
  await expect.poll(isIn).toBe(false);
  await page.keyboard.press('p');
  await page.getByRole('form', { name: account.payment, exact: true }).waitFor();
  await expect.poll(isIn).toBe(true);
  await page.keyboard.type('7');
  const question = page.getByRole('alertdialog', { name: leave.title });
  await page.keyboard.press('Escape');
  await question.waitFor();
  await page.keyboard.press('Escape');
  await question.waitFor({ state: 'detached' });
  await expect.poll(isIn).toBe(true);
  await expect.poll(() => amount.inputValue()).toBe('7');
  await page.keyboard.press('Escape');
  await question.getByRole('button', { name: leave.go, exact: true }).click();
  await question.waitFor({ state: 'detached' });
  await page.keyboard.press('c');
  await page.getByRole('form', { name: account.charge, exact: true }).waitFor();
  await expect.poll(isIn).toBe(true);
  await expect.poll(() => amount.inputValue()).toBe('');
});

it('one entry after the other begins with its key, though the amount has the focus', async () => {
  const { texts, page } = app;
  const { account } = texts;
  const amount = page.getByLabel(account.amount, { exact: true });
  await amount.focus();
  await page.keyboard.press('p');
  await page.getByRole('form', { name: account.payment, exact: true }).waitFor();
  await page.keyboard.press('c');
  await page.getByRole('form', { name: account.charge, exact: true }).waitFor();
  // Any other letter is typed, and refused as no amount.
  await page.keyboard.type('c7b');
  await expect.poll(() => amount.inputValue()).toBe('7b');
  await amount.fill('');
});

it('a message says whose entry it is, and goes when the next one is refused', async () => {
  const { account } = app.person;
  await account.pay({ amount: '1' });
  await expect.poll(app.shell.message).toBe('Payment of $1.00 from Ada Lovelace written.');
  await account.charge({ amount: '1' });
  await expect.poll(app.shell.message).toBe('Charge of $1.00 for Ada Lovelace written.');
  await account.charge({ amount: '100' });
  await expect.poll(() => account.refusal()).toContain('$100.00');
  await app.shell.toast.waitFor({ state: 'detached' });
  await account.charge({ amount: '2' });
  await app.shell.undo();
  await expect.poll(app.shell.message).toBe('Taken back for Ada Lovelace by a reversal.');
});

it('a reversal says which entry it takes back, after an erasure too', async () => {
  const { account } = app.person;
  const lastText = async () => (await account.statement()).at(-1)?.text;
  await expect.poll(account.statement).toHaveLength(7);
  await account.pay({ amount: '3', date: '2023-12-01' });
  await expect.poll(account.statement).toHaveLength(8);
  await account.reverse(7, 'Wrong book');
  const name = 'Reversal of the payment of $3.00, Dec 1, 2023';
  await expect.poll(lastText).toBe(`${name} Wrong book`);
  await app.person.erase('A1');
  await app.person.show('account');
  await expect.poll(lastText).toContain(name);
  expect(await lastText()).not.toContain('Wrong book');
});
