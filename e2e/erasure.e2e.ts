import { beforeAll, describe, expect, it } from 'vitest';
import { openTab, type App } from './App.ts';
import { useDaybook } from './useDaybook.ts';

const inUse = useDaybook({
  story: true,
  needsBrowserHost: 'two tabs on one daybook',
});
let app: App;
let tab: App;

beforeAll(async () => {
  app = inUse.app();
  await app.welcome.create({
    name: 'Clinic',
    currency: 'EUR',
    passphrase: 'four plain quiet words',
  });
  await app.people.whenShown();
  tab = await openTab(inUse.windows(), app);
  await tab.people.whenShown();
});

const names = async ({ people }: App): Promise<readonly string[]> =>
  (await people.rows()).map(({ name }) => name);

// One story: each step goes on where the one before has ended.
describe('two tabs', () => {
  it('see the same people without a reload', async () => {
    const fields = {
      reference: 'B-2',
      phones: ['555 0199'],
      note: 'allergic to nuts',
      limit: '100',
    };
    await app.people.register({ name: 'Grace Hopper', ...fields });
    await app.person.whenShown('Grace Hopper');
    await expect.poll(() => names(tab)).toEqual(['Grace Hopper']);
  });

  it('see the same account: what one writes, the other shows', async () => {
    await tab.people.open('Grace Hopper');
    await tab.person.whenShown('Grace Hopper');
    await app.person.account.charge({ amount: '12.50', memo: 'Compiler' });
    await expect
      .poll(() => tab.person.account.statement())
      .toMatchObject([{ text: 'Compiler', balance: '12.50' }]);
    await tab.person.account.pay({ amount: '2.50' });
    await expect.poll(() => app.person.account.statement()).toHaveLength(2);
    await expect.poll(() => app.person.account.figures()).toMatchObject({ Balance: '10.00' });
  });
});

/** Everything that can be read on the screen, in fields and labels too. */
const readable = ({ page }: App): Promise<string> =>
  page.evaluate(() =>
    [
      document.body.innerText,
      ...[...document.querySelectorAll('input, textarea')].map(
        (field) => (field as HTMLInputElement).value,
      ),
      ...[...document.querySelectorAll('[aria-label]')].map((element) => element.ariaLabel ?? ''),
      document.title,
    ].join('\n'),
  );

const redactions = ({ page, texts }: App) => page.getByRole('img', { name: texts.common.erased });

const secrets = ['Grace', 'Hopper', 'B-2', '0199', 'allergic', 'Compiler'];

/** Goes through every place that shows the person, and gives what should not be there any more. */
const stillReadable = async (shown: App): Promise<readonly string[]> => {
  const found: string[] = [];
  const look = async (place: string): Promise<void> => {
    const text = await readable(shown);
    found.push(
      ...secrets.filter((secret) => text.includes(secret)).map((secret) => `${place}: ${secret}`),
    );
  };
  for (const part of ['account', 'details', 'history'] as const) {
    await shown.person.show(part);
    await shown.page.getByRole('tabpanel').waitFor();
    await look(part);
  }
  await shown.shell.go('overview');
  await shown.overview.whenShown();
  await look('overview');
  await shown.shell.go('people');
  await shown.people.whenShown();
  await look('people');
  return found;
};

describe('erasing a person', () => {
  it('is known to be looked for in the right places', async () => {
    const found = await stillReadable(tab);
    expect(found).toEqual(
      expect.arrayContaining([
        'people: Grace',
        'details: allergic',
        'history: Hopper',
        'account: Compiler',
      ]),
    );
    await tab.people.open('Grace Hopper');
    await tab.person.whenShown('Grace Hopper');
  });

  it('names the person and what they still owe before it is confirmed', async () => {
    const { erase, common } = app.texts;
    await app.person.show('details');
    await app.page.getByRole('button', { name: erase.button }).click();
    const { erasure } = app.person;
    await erasure.getByRole('heading', { name: 'Grace Hopper' }).waitFor();
    await expect.poll(() => erasure.getByRole('note').innerText()).toContain('€10.00');
    await erasure.getByRole('button', { name: common.cancel }).click();
  });

  it('gives a receipt, and leaves a bar in the place of the name, in both tabs', async () => {
    const receipt = await app.person.erase('B-2');
    expect(receipt).toContain('Receipt');
    await expect.poll(() => redactions(app).count()).toBeGreaterThan(0);
    await expect.poll(() => redactions(tab).count()).toBeGreaterThan(0);
  });

  it('leaves nothing personal anywhere, and the sums', async () => {
    for (const one of [app, tab]) {
      expect(await stillReadable(one)).toEqual([]);
      await one.people.filter('erased');
      await expect.poll(() => redactions(one).count()).toBe(1);
      await expect.poll(() => one.people.rows()).toMatchObject([{ balance: '10.00' }]);
    }
  });

  it('stays so after a reload, and after the daybook was closed', async () => {
    await app.page.reload();
    await app.people.whenShown();
    await app.people.filter('erased');
    await expect.poll(() => redactions(app).count()).toBe(1);
    await app.shell.closeDaybook();
    await tab.welcome.whenShown();
    await app.welcome.open('Clinic', 'four plain quiet words');
    await app.people.whenShown();
    await app.people.filter('erased');
    await expect.poll(() => redactions(app).count()).toBe(1);
    expect(await readable(app)).not.toMatch(new RegExp(secrets.join('|')));
  });

  it('finds nobody by the name any more', async () => {
    await app.people.filter('all');
    await app.people.search('Hopper');
    await app.people.emptyText.waitFor();
  });
});
