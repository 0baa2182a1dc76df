import { beforeAll, describe, expect, it } from 'vitest';
import type { App } from './App.ts';
import { host } from './host.ts';
import { isFocused } from './isFocused.ts';
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
    await expect.poll(() => app.welcome.strength()).toContain('At least');
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
    const { rebuild } = app.texts.settings;
    const pressed = app.page.getByRole('button', { name: rebuild, exact: true });
    await expect.poll(() => isFocused(pressed)).toBe(true);
    await app.shell.go('people');
    await expect
      .poll(() => app.people.rows())
      .toMatchObject([{ name: 'Ada Lovelace', balance: '5.00' }]);
    await app.shell.go('settings');
    await app.settings.whenShown();
  });

  it('say where the daybook is, how large it is, and that everything is up to date', async () => {
    const { settings } = app.texts;
    await app.settings.show('storage');
    await expect.poll(() => app.settings.value(settings.folder)).toContain('Shop');
    // Daybook makes no backups: how somebody makes one stands where they look for the files.
    await app.page.getByText(settings.backupText, { exact: true }).waitFor();
    await app.page.getByText(settings.backupErased, { exact: true }).waitFor();
    await expect.poll(() => app.settings.value(settings.sizeLog)).toMatch(/\d/u);
    await expect.poll(() => app.settings.value(settings.free)).toMatch(/\d/u);
    await expect
      .poll(() => app.settings.value(settings.lag['credit-account']))
      .toBe(settings.upToDate);
  });

  it('write amounts as they are wanted, in other windows of this browser at once', async ({
    skip,
  }) => {
    skip(host !== 'browser', 'a second page of one daybook is the browser host’s');
    const { settings } = app.texts;
    const other = await app.profile.newPage();
    await other.goto(new URL('/#/settings/general', app.page.url()).href);
    await other.getByText('\u2212$12,345.00').waitFor();
    await app.settings.show('general');
    await app.settings.choose(settings.currency, settings.currencies.code);
    await app.settings.choose(settings.negative, settings.negatives.brackets);
    await other.getByText('(USD\u00a012,345.00)').waitFor();
    await app.settings.choose(settings.currency, settings.currencies.symbol);
    await app.settings.choose(settings.negative, settings.negatives.minus);
    await other.getByText('\u2212$12,345.00').waitFor();
    await other.close();
  });

  it('show the licences of what is built in, and find one', async () => {
    const { settings } = app.texts;
    await app.settings.show('aboutTitle');
    await app.page.getByRole('button', { name: settings.licencesShow }).click();
    await app.page.getByLabel(settings.licencesSearch).fill('react-router');
    const found = app.page.locator('summary');
    await expect
      .poll(() => found.allInnerTexts())
      .toEqual([expect.stringContaining('@tanstack/react-router')]);
    await found.click();
    const licence = app.page.getByRole('textbox', { name: /@tanstack\/react-router/u });
    await expect.poll(() => licence.inputValue()).toContain('Permission is hereby granted');
  });

  it('show the diagnostics before they can be copied, and no name is in them', async () => {
    const { settings } = app.texts;
    await app.page.getByRole('button', { name: settings.diagnosticsShow }).click();
    await app.page.getByRole('button', { name: settings.diagnosticsCopy }).waitFor();
    const text = await app.page.getByLabel(settings.diagnosticsTitle).inputValue();
    expect(text).toContain('Daybook');
    expect(text).not.toContain('Lovelace');
    await app.page.evaluate(() => {
      navigator.clipboard.writeText = () => Promise.reject(new Error('not allowed'));
    });
    await app.page.getByRole('button', { name: settings.diagnosticsCopy }).click();
    await app.page.getByText(settings.diagnosticsNotCopied).waitFor();
    const selected = await app.page
      .getByLabel(settings.diagnosticsTitle)
      .evaluate((shown: HTMLTextAreaElement) => [shown.selectionStart, shown.selectionEnd]);
    expect(selected).toEqual([0, text.length]);
  });

  it('refuse another passphrase with the wrong current one, and then change it', async () => {
    const { settings, refusal, field } = app.texts;
    const current = app.page.getByLabel(settings.currentPassphrase, { exact: true });
    const next = 'five other plain quiet words';
    await app.settings.changePassphrase('not this one', next);
    // At its field, and nowhere else.
    await expect.poll(() => current.getAttribute('aria-invalid')).toBe('true');
    await expect.poll(() => isFocused(current)).toBe(true);
    expect(await app.page.getByText(field.passphraseWrong).count()).toBe(1);
    await app.settings.changePassphrase('four plain quiet words', next);
    await app.page.getByText(settings.passphraseChanged).waitFor();
    await app.shell.lock();
    await app.welcome.open('Shop', 'four plain quiet words');
    await expect.poll(() => app.welcome.refusal()).toBe(refusal.WrongPassphrase);
    await app.welcome.open('Shop', next);
    await app.settings.whenShown();
  });

  it('change the light at once, and for the next time', async () => {
    const light = await background();
    await app.settings.theme('dark');
    await expect.poll(background).not.toBe(light);
    const dark = await background();
    await app.page.reload();
    await app.settings.whenShown();
    await expect.poll(background).toBe(dark);
    await app.settings.theme('contrast-dark');
    await expect.poll(background).toBe('rgb(0, 0, 0)');
    await app.settings.theme('contrast-light');
    await expect.poll(background).toBe('rgb(255, 255, 255)');
    await app.settings.theme('light');
    await expect.poll(background).toBe(light);
    // This browser is in light itself.
    await app.settings.theme('system');
    await expect.poll(background).toBe(light);
  });
});
