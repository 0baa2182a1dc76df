import { beforeAll, describe, expect, it } from 'vitest';
import type { App } from './App.ts';
import { useDaybook } from './useDaybook.ts';

const inUse = useDaybook({ story: true });
const passphrase = 'four plain quiet words';
let app: App;
beforeAll(() => {
  app = inUse.app();
});

/** The texts of the history without what differs from run to run. */
const history = async (): Promise<readonly string[]> => {
  await app.person.show('history');
  await expect.poll(() => app.person.history()).not.toEqual([]);
  const entries = await app.person.history();
  return entries.map((text) => text.split('\n')[0] ?? '');
};

// One story: each step goes on where the one before has ended.
describe('the main job', () => {
  it('creates a daybook', async () => {
    await app.welcome.whenShown();
    await app.welcome.create({ name: 'Corner shop', currency: 'USD', passphrase });
    await app.people.whenShown();
    await app.people.emptyText.waitFor();
  });

  it('registers a person', async () => {
    await app.people.register({ name: 'Ada Lovelace', reference: 'A-1', phones: ['07700 900461'] });
    await app.person.whenShown('Ada Lovelace');
  });

  it('opens an account with a limit', async () => {
    await app.person.account.open('50');
    await expect.poll(() => app.person.account.figures()).toMatchObject({ Limit: '50.00' });
  });

  it('charges it', async () => {
    await app.person.account.charge({ amount: '37.62', memo: 'Invoice 1' });
    await expect
      .poll(() => app.person.account.statement())
      .toMatchObject([{ text: 'Invoice 1', charge: '37.62', balance: '37.62' }]);
  });

  it('is refused at the limit with a sentence that says what is left', async () => {
    await app.person.account.charge({ amount: '20', memo: 'Invoice 2' });
    const sentence = await app.person.account.refusal();
    expect(sentence).toContain('12.38');
    expect(sentence).toContain('20.00');
    await expect.poll(() => app.person.account.statement()).toHaveLength(1);
  });

  it('takes a payment', async () => {
    await app.person.account.pay({ amount: '7.62', memo: 'Cash' });
    await expect.poll(() => app.person.account.statement()).toHaveLength(2);
    await expect.poll(() => app.person.account.figures()).toMatchObject({ Available: '20.00' });
  });

  it('charges the rest, and the account is among the exhausted', async () => {
    await app.person.account.charge({ amount: '20', memo: 'Invoice 2' });
    await expect.poll(() => app.person.account.statement()).toHaveLength(3);
    await app.shell.go('overview');
    await app.overview.whenShown();
    await expect.poll(() => app.overview.exhausted()).toEqual(['Ada Lovelace']);
    await expect.poll(() => app.overview.figure('exhausted')).toBe('1');
    await app.overview.follow('exhausted');
    await app.people.whenShown();
    await expect
      .poll(() => app.people.rows())
      .toMatchObject([{ name: 'Ada Lovelace', available: '0.00' }]);
  });

  it('corrects a phone number', async () => {
    await app.people.open('Ada Lovelace');
    await app.person.whenShown('Ada Lovelace');
    await app.person.correct({ phones: ['07700 900999'], reason: 'New number' });
    await expect.poll(() => app.person.details()).toMatchObject({ Phones: '07700 900999' });
  });

  it('shows the history of the person', async () => {
    await expect
      .poll(history)
      .toEqual([
        expect.stringContaining('Details corrected'),
        expect.stringMatching(/Charged .*20\.00/),
        expect.stringMatching(/Paid .*7\.62/),
        expect.stringMatching(/Charged .*37\.62/),
        expect.stringMatching(/opened .*50\.00/),
        expect.stringContaining('Registered'),
      ]);
  });

  it('finds the person by any part of the name and by the end of the phone number', async () => {
    await app.shell.go('people');
    await app.people.whenShown();
    for (const text of ['lovel', '0999', 'A-1']) {
      await app.people.search(text);
      await expect.poll(() => app.people.rows()).toMatchObject([{ name: 'Ada Lovelace' }]);
    }
    await app.people.search('0461');
    await app.people.emptyText.waitFor();
    await app.people.search('');
  });

  it('closes the daybook, and does not open it with another passphrase', async () => {
    await app.shell.closeDaybook();
    await app.welcome.whenShown();
    await expect.poll(() => app.welcome.knownDaybooks()).toEqual(['Corner shop']);
    await app.welcome.open('Corner shop', 'three plain words');
    await expect.poll(() => app.welcome.refusal()).toContain('not the passphrase');
  });

  it('opens it again with everything in it', async () => {
    await app.welcome.open('Corner shop', passphrase);
    await app.people.whenShown();
    await app.people.open('Ada Lovelace');
    await app.person.whenShown('Ada Lovelace');
    await expect
      .poll(() => app.person.account.statement())
      .toMatchObject([
        { text: 'Invoice 1', charge: '37.62', balance: '37.62' },
        { text: 'Cash', payment: '7.62', balance: '30.00' },
        { text: 'Invoice 2', charge: '20.00', balance: '50.00' },
      ]);
    await expect.poll(history).toHaveLength(6);
    await app.person.show('details');
    await expect
      .poll(() => app.person.details())
      .toMatchObject({ Phones: '07700 900999', Reference: 'A-1' });
  });
});
