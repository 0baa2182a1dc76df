import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import type { App } from './App.ts';
import { startDaybook, type RunningDaybook } from './startDaybook.ts';
import { useDaybook } from './useDaybook.ts';

const inUse = useDaybook({
  story: true,
  needsBrowserHost: 'a connection that can be cut',
});
const passphrase = 'four plain quiet words';
let app: App;
let again: RunningDaybook | null = null;

beforeAll(async () => {
  app = inUse.app();
  await app.welcome.create({ name: 'Shop', currency: 'USD', passphrase });
  await app.people.whenShown();
  await app.people.register({ name: 'Ada Lovelace', limit: '50' });
  await app.person.whenShown('Ada Lovelace');
});
afterAll(() => again?.stop());

const memo = () =>
  app.page
    .getByRole('form', { name: app.texts.account.charge, exact: true })
    .getByLabel(app.texts.account.memo, { exact: true });

const toPerson = async (): Promise<void> => {
  await app.people.whenShown();
  await app.people.open('Ada Lovelace');
  await app.person.whenShown('Ada Lovelace');
};

// One story: each step goes on where the one before has ended.
describe('what was typed and not written', () => {
  it('is there after another page was looked at', async () => {
    await memo().fill('Half a sentence');
    await app.shell.go('overview');
    await app.overview.whenShown();
    await app.shell.go('people');
    await toPerson();
    await expect.poll(() => memo().inputValue()).toBe('Half a sentence');
  });

  it('is there after the daybook was closed and opened again', async () => {
    await app.shell.closeDaybook();
    await app.welcome.whenShown();
    await app.welcome.open('Shop', passphrase);
    await toPerson();
    await expect.poll(() => memo().inputValue()).toBe('Half a sentence');
  });

  it('stays on the screen while the program is away, and can be written when it is back', async () => {
    await inUse.daybook().stop();
    await app.shell.connectionBanner.waitFor();
    await expect.poll(() => memo().inputValue()).toBe('Half a sentence');
    await memo().fill('Half a sentence, and more');

    const { port } = new URL(app.page.url());
    again = await startDaybook(inUse.home, ['--port', port]);
    // The window has a session again as soon as its browser has followed the new link.
    const second = await inUse.windows().newPage(app.profile);
    await second.goto(again.link);
    await second.getByRole('heading', { level: 1 }).waitFor();
    await second.close();
    await app.welcome.whenShown();
    await app.shell.connectionBanner.waitFor({ state: 'hidden' });
    await app.welcome.open('Shop', passphrase);
    await app.person.whenShown('Ada Lovelace');
    await expect.poll(() => memo().inputValue()).toBe('Half a sentence, and more');
    await app.person.account.charge({ amount: '5' });
    await expect
      .poll(() => app.person.account.statement())
      .toMatchObject([{ text: 'Half a sentence, and more', charge: '5.00' }]);
    // The browser says on the console, each time, that nobody answered.
    for (const problem of inUse.windows().problems()) expect(problem).toContain('WebSocket');
  });
});
