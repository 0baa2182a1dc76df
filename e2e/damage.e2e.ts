import { readFileSync, rmSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import { beforeAll, expect, it } from 'vitest';
import type { App } from './App.ts';
import { useDaybook } from './useDaybook.ts';
import { accessibilityProblems } from './Windows.ts';

const inUse = useDaybook({ story: true });
const passphrase = 'four plain quiet words';
let app: App;

beforeAll(async () => {
  app = inUse.app();
  await app.welcome.create({ name: 'Shop', currency: 'USD', passphrase });
  await app.people.whenShown();
  await app.people.register({ name: 'Ada Lovelace', limit: '50' });
  await app.person.whenShown('Ada Lovelace');
  await app.person.account.charge({ amount: '1' });
  await app.shell.message();
});

/** Changes one bit of the amount of the charge, where the log keeps it. */
const flipBit = (): void => {
  const file = path.join(inUse.home, 'Shop', 'log.db');
  const bytes = readFileSync(file);
  const amount = bytes.indexOf('"minor":100');
  if (amount < 0) throw new Error('the charge is not in log.db');
  const at = amount + '"minor":'.length;
  bytes[at] = (bytes[at] ?? 0) ^ 8;
  writeFileSync(file, bytes);
};

it('a daybook whose log was changed opens for reading only, and says so on every screen', async () => {
  await app.shell.closeDaybook();
  await app.welcome.whenShown();
  flipBit();
  await app.welcome.open('Shop', passphrase);
  await app.people.whenShown();
  for (const place of ['people', 'overview', 'settings'] as const) {
    await app.shell.go(place);
    await expect
      .poll(() => app.shell.notices())
      .toMatchObject([expect.stringContaining('reading only')]);
  }
});

it('its figures and its statement say so themselves, on paper too', async () => {
  const mark = app.texts.incomplete.damaged;
  await app.shell.go('overview');
  await app.page.getByRole('note').getByText(mark).waitFor();
  await app.shell.go('people');
  await app.people.open('Ada Lovelace');
  await app.person.whenShown('Ada Lovelace');
  await app.page.getByRole('note').getByText(mark).waitFor();
  await app.statement.open({});
  await app.page.emulateMedia({ media: 'print' });
  await app.statement.sheet.getByText(mark).waitFor();
  await app.page.emulateMedia({ media: 'screen' });
  expect(await accessibilityProblems(app.page)).toEqual([]);
});

it('what would be written is refused with a sentence', async () => {
  await app.shell.go('people');
  await app.people.register({ name: 'Bo' });
  await expect
    .poll(() => app.people.dialog.getByRole('alert').innerText())
    .toContain('reading only');
});

it('the settings verify it and say what is wrong', async () => {
  await app.page.goto(new URL('/', app.page.url()).href);
  await app.people.whenShown();
  await app.shell.go('settings');
  await app.settings.whenShown();
  expect(await app.settings.verify()).toMatch(/Damage was found[^]*ChainBroken/u);
});

it('a daybook whose log is lost stays on the shelf, and is marked', async () => {
  await app.shell.closeDaybook();
  await app.welcome.whenShown();
  rmSync(path.join(inUse.home, 'Shop', 'log.db'));
  await app.page.reload();
  await app.welcome.whenShown();
  await expect
    .poll(() => app.welcome.knownDaybooks())
    .toEqual([expect.stringMatching(/^Shop\s+Its log is missing$/u)]);
  await app.welcome.open('Shop', passphrase);
  await expect.poll(() => app.welcome.refusal()).not.toBe('');
});
