import { beforeAll, expect, it } from 'vitest';
import type { App } from './App.ts';
import { useDaybook } from './useDaybook.ts';

const inUse = useDaybook({ args: ['--sample'], story: true });
let app: App;

beforeAll(async () => {
  app = inUse.app();
  await app.people.whenShown();
  await app.people.register({ name: 'Ada', reference: 'F-1', limit: '50' });
  await app.person.whenShown('Ada');
  const { account } = app.person;
  await account.charge({ amount: '30', memo: 'Flour' });
  await account.charge({ amount: '15', memo: 'Salt' });
  await account.pay({ amount: '5' });
  await account.reverse(1, 'Wrong book');
});

const explanation = () =>
  app.page.getByRole('region', { name: app.texts.figures.explained }).getByRole('status');
/** Its words in one line. */
const explained = async (): Promise<string> =>
  (await explanation().innerText()).replaceAll(/\s+/g, ' ');
const figure = (label: string) => app.page.getByRole('link', { name: new RegExp(`^${label} `) });
const lines = (state: string) => app.page.locator(`[role="row"][data-${state}="true"]`);

it('the balance leads to all entries, and says how they add up', async () => {
  await expect.poll(() => app.person.account.statement()).toHaveLength(4);
  await figure('Balance').click();
  await expect
    .poll(explained)
    .toMatch(/Balance 25\.00 = 45\.00 added − 20\.00 taken off, in 4 entries/);
  await expect.poll(() => lines('within').count()).toBe(4);
});

it('the balance after an entry leads to the entries up to it', async () => {
  await app.page.getByRole('button', { name: /^40\.00 after this entry/ }).click();
  await expect.poll(() => lines('within').count()).toBe(3);
  await expect.poll(explained).toContain('Balance 40.00');
  await app.page.getByRole('button', { name: app.texts.figures.hide }).click();
  await explanation().waitFor({ state: 'detached' });
  await expect.poll(() => lines('within').count()).toBe(0);
});

it('what is available is the limit without the balance, and leads to both', async () => {
  await figure('Available').click();
  await expect.poll(explained).toMatch(/Available 25\.00 = Limit 50\.00 − Balance 25\.00/);
  await explanation().getByRole('link', { name: 'Balance' }).click();
  await expect.poll(() => lines('within').count()).toBe(4);
});

it('a reversal leads to the entry that it takes back, and that one to the reversal', async () => {
  const { figures } = app.texts;
  await app.page.getByRole('button', { name: /go to the entry$/ }).click();
  await expect.poll(() => lines('marked').allInnerTexts()).toHaveLength(1);
  await expect.poll(() => lines('marked').innerText()).toContain('Salt');
  await lines('marked').getByRole('button', { name: figures.toReversal }).click();
  await expect.poll(() => lines('marked').innerText()).toContain('Wrong book');
  await app.page.goBack();
  await expect.poll(() => lines('marked').innerText()).toContain('Salt');
});

it('a stamp beside an entry makes its line no higher', async () => {
  await expect.poll(() => lines('reversed').count()).toBe(1);
  const { height } = (await lines('reversed').boundingBox()) ?? {};
  expect(height).toBe(32);
});

it('the limit leads to what changed it, with old and new values', async () => {
  await app.person.account.changeLimit('80', 'Pays on time');
  await figure('Limit').click();
  await expect.poll(() => app.person.history()).toHaveLength(2);
  const [changed, opened] = await app.person.history();
  expect(changed).toMatch(/\$50\.00 → \$80\.00/);
  expect(changed).toContain('Pays on time');
  expect(opened).toContain('Account opened');
});

it('the history of one kind is chosen there, and says what was before in words', async () => {
  const { past, figures } = app.texts;
  const choose = (kind: string) =>
    app.page
      .getByRole('radiogroup', { name: past.kinds })
      .getByRole('radio', { name: kind, exact: true })
      .click();
  await app.person.show('details');
  await app.person.archive();
  await expect.poll(app.shell.message).toContain('archived');
  await app.person.show('history');
  await choose(past.status);
  await expect
    .poll(async () => (await app.person.history())[0])
    .toContain(`${past.inList} → ${past.archived}`);
  await choose(past.entries);
  await expect.poll(() => app.person.history()).toHaveLength(4);
  await expect
    .poll(async () => (await app.person.history())[0])
    .toContain('Reversed a charge of $15.00');
  await app.page.getByRole('link', { name: figures.inAccount }).last().click();
  await expect.poll(() => lines('marked').innerText()).toContain('Flour');
});

it('C and P begin an entry from every part of the page', async () => {
  const { account } = app.texts;
  const focused = () =>
    app.page.evaluate(() => document.activeElement?.closest('form')?.getAttribute('aria-label'));
  await app.person.show('history');
  await app.page.keyboard.press('c');
  await expect.poll(focused).toBe(account.charge);
  await app.page.keyboard.type('2');
  await app.page.keyboard.press('Enter');
  await expect.poll(app.shell.message).toContain('$2.00');
  await app.page.keyboard.press('Escape');
  await app.person.show('details');
  await app.page.keyboard.press('p');
  await expect.poll(focused).toBe(account.payment);
  await app.page.keyboard.type('1.50');
  await app.page.keyboard.press('Enter');
  await expect.poll(app.shell.message).toContain('Payment of $1.50');
});
