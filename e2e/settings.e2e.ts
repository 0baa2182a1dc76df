import { beforeAll, describe, expect, it } from 'vitest';
import type { App } from './App.ts';
import { useDaybook } from './useDaybook.ts';

const inUse = useDaybook({ story: true });
let app: App;

beforeAll(() => {
  app = inUse.app();
});

/** The colour behind everything. */
const background = (): Promise<string> =>
  app.page.evaluate(() => getComputedStyle(document.body).backgroundColor);

// One story: each step goes on where the one before has ended.
describe('the settings', () => {
  it('are of a daybook whose passphrase was weighed while it was typed', async () => {
    const name = 'Shop';
    await app.welcome.create({ name, passphrase: 'short' });
    expect(await app.welcome.strength()).toContain('At least');
    const passphrase = 'four plain quiet words';
    await app.welcome.create({ name, passphrase });
    await app.people.whenShown();
    await app.people.register({ name: 'Ada Lovelace', limit: '50' });
    await app.person.whenShown('Ada Lovelace');
    await app.person.account.charge({ amount: '5' });
    await app.shell.go('settings');
    await app.settings.whenShown();
  });

  it('verify the log and say how much was read, and when', async () => {
    expect(await app.settings.verify()).toMatch(/Sound: 3 events/u);
    await expect
      .poll(() => app.page.getByRole('main').innerText())
      .toMatch(/Last verified .+: sound/u);
  });

  it('make the lists anew and say from how much', async () => {
    expect(await app.settings.rebuild()).toMatch(/3 events/u);
    await app.shell.go('people');
    await expect
      .poll(() => app.people.rows())
      .toMatchObject([{ name: 'Ada Lovelace', balance: '5.00' }]);
    await app.shell.go('settings');
    await app.settings.whenShown();
  });

  it('change the light at once, and for the next time', async () => {
    const light = await background();
    await app.settings.theme('dark');
    await expect.poll(background).not.toBe(light);
    const dark = await background();
    await app.page.reload();
    await app.settings.whenShown();
    expect(await background()).toBe(dark);
    await app.settings.theme('light');
    await expect.poll(background).toBe(light);
    // This browser is in light itself.
    await app.settings.theme('system');
    await expect.poll(background).toBe(light);
  });
});
