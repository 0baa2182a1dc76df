import { beforeAll, describe, expect, it } from 'vitest';
import type { App } from './App.ts';
import { useDaybook } from './useDaybook.ts';

const inUse = useDaybook({ story: true });
let app: App;

beforeAll(async () => {
  app = inUse.app();
  await app.begin();
  await app.people.register({ name: 'Ada Lovelace', limit: '50' });
  await app.person.whenShown('Ada Lovelace');
});

const figures = () => app.person.account.figures();
const statement = () => app.person.account.statement();

/** Everything of the person's page that is on the screen. */
const shown = (): Promise<string> => app.page.getByRole('main').innerText();

const backToPerson = async (): Promise<void> => {
  await app.people.open('Ada Lovelace');
  await app.person.whenShown('Ada Lovelace');
};

// One story: each step goes on where the one before has ended.
describe('an account', () => {
  it('is charged over its limit once somebody approves it and says why', async () => {
    const { account } = app.person;
    await account.charge({ amount: '60', memo: 'Winter coat' });
    await expect.poll(() => account.refusal()).toContain('50.00');
    await expect.poll(statement).toEqual([]);
    await account.approve('Mrs Baker, she pays on Friday');
    await expect
      .poll(statement)
      .toMatchObject([{ text: expect.stringContaining('Winter coat') as string, charge: '60.00' }]);
    const [entry] = await statement();
    expect(entry?.text).toContain('Approved');
    expect(entry?.text).toContain('Mrs Baker, she pays on Friday');
    await expect.poll(figures).toMatchObject({ Balance: '60.00', Limit: '50.00' });
    await app.shell.go('overview');
    await app.overview.whenShown();
    await expect.poll(() => app.overview.figure('overLimit')).toBe('1');
    await app.overview.follow('overLimit');
    await app.people.whenShown();
    await expect.poll(() => app.people.rows()).toMatchObject([{ name: 'Ada Lovelace' }]);
    await app.people.grid.getByText(app.texts.person.overLimit, { exact: true }).waitFor();
    await backToPerson();
  });

  it('shows an entry and its reversal, and has the balance of before', async () => {
    await app.person.account.reverse(0, 'It was brought back');
    await expect.poll(statement).toHaveLength(2);
    const [entry, reversal] = await statement();
    expect(entry?.text).toContain('Reversed');
    expect(reversal?.text).toContain('It was brought back');
    expect(reversal).toMatchObject({ payment: '60.00', balance: '0.00' });
    await expect.poll(figures).toMatchObject({ Balance: '0.00', Available: '50.00' });
  });

  it('takes a charge back by the button in the message that it is written', async () => {
    await app.person.account.charge({ amount: '12.50', memo: 'Gloves' });
    await expect.poll(statement).toHaveLength(3);
    await expect.poll(() => app.shell.message()).toContain('12.50');
    await app.shell.undo();
    await expect.poll(statement).toHaveLength(4);
    await expect.poll(async () => (await statement())[2]?.text).toContain('Reversed');
    await expect.poll(figures).toMatchObject({ Balance: '0.00' });
  });

  it('gets another limit, and charges follow it', async () => {
    await app.person.account.changeLimit('80', 'Pays on time');
    await expect.poll(figures).toMatchObject({ Limit: '80.00', Available: '80.00' });
    await app.person.account.charge({ amount: '75', memo: 'Boots' });
    await expect.poll(figures).toMatchObject({ Balance: '75.00' });
  });

  it('takes payments and no charges while it is closed', async () => {
    const { account } = app.person;
    await account.close();
    const form = (name: string) => app.page.getByRole('form', { name, exact: true });
    await form(app.texts.account.charge).waitFor({ state: 'hidden' });
    await expect.poll(shown).toContain('Closed');
    await account.pay({ amount: '25', memo: 'Cash' });
    await expect.poll(figures).toMatchObject({ Balance: '50.00' });
  });

  it('takes charges again when it is open again', async () => {
    const { account } = app.person;
    await account.reopen();
    await account.charge({ amount: '30', memo: 'Hat' });
    await expect.poll(figures).toMatchObject({ Balance: '80.00', Available: '0.00' });
  });

  it('has all of it in the history of the person, with the reasons', async () => {
    await app.person.show('history');
    await expect.poll(() => app.person.history()).toHaveLength(12);
    const history = await app.person.history();
    for (const [index, words] of [
      'Charged',
      'reopened',
      'Paid',
      'closed',
      'Charged',
      'Limit changed',
      'Reversed',
      'Charged',
      'Reversed',
      'Charged',
      'opened',
      'Registered',
    ].entries())
      expect(history[index]).toContain(words);
    // The two that were taken back are marked where they were written, and nothing else is.
    const stamped = new RegExp(`^Charged .*${app.texts.account.reversed}`, 'u');
    expect(history.flatMap((line, index) => (stamped.test(line) ? [index] : []))).toEqual([7, 9]);
    const reasons = ['Pays on time', 'It was brought back', 'Mrs Baker, she pays on Friday'];
    for (const reason of reasons) expect(history.join('\n')).toContain(reason);
    expect(await app.page.getByText(app.texts.past.you, { exact: true }).count()).toBe(12);
  });
});
