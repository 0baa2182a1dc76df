import { beforeAll, expect, it } from 'vitest';
import { openTab, type App } from './App.ts';
import { importScenes } from './importScenes.ts';
import { inBothLights, none, untilStill } from './inBothLights.ts';
import { useDaybook } from './useDaybook.ts';
import { accessibilityProblems } from './Windows.ts';

const inUse = useDaybook({ args: ['--sample'] });
let app: App;
let name = '';

beforeAll(async () => {
  app = inUse.app();
  await app.people.whenShown();
  const rows = await app.people.rows();
  name = rows.find(({ lastEntry }) => lastEntry !== null)?.name ?? '';
});

const toPerson = async (tab?: 'details' | 'history'): Promise<void> => {
  await toPeople();
  await app.people.open(name);
  await app.person.whenShown(name);
  if (tab !== undefined) await app.person.show(tab);
};

const toPeople = async (): Promise<void> => {
  await app.shell.go('people');
  await app.people.whenShown();
};

const toLog = async (): Promise<void> => {
  await app.shell.go('log');
  await app.log.whenShown();
  await app.log.lines();
};

const button = (text: string) => app.page.getByRole('button', { name: text, exact: true });

/** How to get to everything that can be on the screen while a daybook is open. */
const screens: Readonly<Record<string, () => Promise<unknown>>> = {
  people: toPeople,
  'people, exhausted': async () => {
    await toPeople();
    await app.people.filter('exhausted');
  },
  'people, erased': async () => {
    await toPeople();
    await app.people.filter('erased');
    await app.page.getByRole('img', { name: app.texts.common.erased }).first().waitFor();
  },
  'people, nobody found': async () => {
    await toPeople();
    await app.people.search('nobody of this name');
    await app.people.emptyText.waitFor();
  },
  'people, some chosen': async () => {
    await toPeople();
    await app.people.rows();
    await app.people.grid.focus();
    await app.page.keyboard.press(' ');
    await app.people.bulk.waitFor();
  },
  'people, columns': async () => {
    await toPeople();
    await button(app.texts.lists.columns).click();
    await app.page.getByRole('dialog', { name: app.texts.lists.columns }).waitFor();
  },
  'people, naming a view': async () => {
    await toPeople();
    await app.people.filter('owing');
    await button(app.texts.lists.saveView).click();
    await app.page.getByRole('textbox', { name: app.texts.lists.viewName, exact: true }).waitFor();
  },
  'new person': async () => {
    await toPeople();
    await button(app.texts.people.new).click();
    await app.people.dialog.waitFor();
    await button(app.texts.register.submit).click();
  },
  'new person, leaving': async () => {
    await toPeople();
    await button(app.texts.people.new).click();
    await app.people.dialog.getByLabel(app.texts.details.name, { exact: true }).fill('Ada');
    await app.page.keyboard.press('Escape');
    await app.page.getByRole('alertdialog', { name: app.texts.leave.title }).waitFor();
  },
  'person, account': () => toPerson(),
  'person, charge refused': async () => {
    await toPerson();
    await app.person.account.charge({ amount: '999,999' });
    await app.person.account.refusal();
  },
  'person, period of a statement': async () => {
    await toPerson();
    await button(app.texts.printed.open).click();
    await app.statement.dialog.waitFor();
  },
  'person, statement to print': async () => {
    await toPerson();
    await app.statement.open();
  },
  'person, how a balance comes about': async () => {
    await toPerson();
    await app.page.locator('header dl').getByRole('link').last().click();
    await app.page.getByRole('region', { name: app.texts.figures.explained }).waitFor();
  },
  'person, closing with a debt': async () => {
    await toPerson();
    await app.person.account.charge({ amount: '0.01' });
    await button(app.texts.account.close).click();
    await app.page.getByRole('alertdialog', { name: app.texts.closing.title }).waitFor();
  },
  'person, details': () => toPerson('details'),
  'person, correction': async () => {
    await toPerson('details');
    await button(app.texts.details.correct).click();
  },
  'person, leaving a correction': async () => {
    await toPerson('details');
    await app.person.beginCorrection({ note: 'Mornings' });
    await app.page.keyboard.press('Escape');
    await app.page.getByRole('alertdialog', { name: app.texts.leave.title }).waitFor();
  },
  'person, history': async () => {
    await toPerson('history');
    await expect.poll(() => app.person.history()).not.toEqual([]);
  },
  'person, erasure': async () => {
    await toPerson('details');
    await button(app.texts.erase.button).click();
    await app.person.erasure.waitFor();
  },
  overview: async () => {
    await app.shell.go('overview');
    await app.overview.whenShown();
  },
  log: toLog,
  'log, one event': async () => {
    await toLog();
    await app.log.grid.focus();
    await app.page.keyboard.press('Enter');
    await app.log.panel.getByText(app.texts.log.event.holds).waitFor();
  },
  'log, nothing found': async () => {
    await toLog();
    await app.log.fillDay('to', '2001-01-01');
    await app.log.emptyText.waitFor();
  },
  'log, a day that cannot be read': async () => {
    await toLog();
    await app.log.fillDay('from', 'soon');
    await expect.poll(app.log.fieldErrors).not.toEqual([]);
  },
  'overview, table': async () => {
    await app.shell.go('overview');
    await app.overview.whenShown();
    await app.overview.show(app.texts.activity.table);
    await app.overview.days();
  },
  'overview, a day': async () => {
    await app.shell.go('overview');
    await app.overview.whenShown();
    await app.overview.show(app.texts.activity.table);
    await app.overview.openDay((await app.overview.days())[0]?.day ?? '');
    await app.page.getByRole('grid').getByRole('link').first().waitFor();
  },
  exchange: async () => {
    await app.shell.go('exchange');
    await app.exchange.whenShown();
  },
  'exchange, with personal data': async () => {
    await app.shell.go('exchange');
    await app.exchange.openPersonal();
  },
  ...Object.fromEntries(
    Object.entries(importScenes).map(([name, bring]) => [name, () => bring(app)]),
  ),
  settings: async () => {
    await app.shell.go('settings');
    await app.settings.whenShown();
  },
  'settings, security': async () => {
    await app.shell.go('settings');
    await app.settings.changePassphrase('', 'short');
    await app.page.getByText(app.texts.field.passphraseTooShort).waitFor();
  },
  'settings, storage': async () => {
    await app.shell.go('settings');
    await app.settings.verify();
  },
  'settings, about': async () => {
    await app.shell.go('settings');
    await app.settings.show('aboutTitle');
    await button(app.texts.settings.diagnosticsShow).click();
    await button(app.texts.settings.diagnosticsCopy).waitFor();
  },
  palette: async () => {
    await toPeople();
    await app.shell.find('a');
    await expect.poll(() => app.shell.offers()).not.toEqual([]);
  },
  keys: async () => {
    await toPeople();
    await button(app.texts.nav.keys).click();
    await app.page.getByRole('dialog').waitFor();
  },
};

it.each(Object.keys(screens))(
  '%s has no accessibility problem in light or dark',
  async (screen) => {
    await app.page.goto(new URL('/', app.page.url()).href);
    await app.people.whenShown();
    await screens[screen]?.();
    expect(await inBothLights(app.page)).toEqual(none);
  },
);

it.each(['contrast-light', 'contrast-dark'] as const)(
  'no screen of the frame has one in %s',
  async (theme) => {
    await app.page.goto(new URL('/', app.page.url()).href);
    await app.people.whenShown();
    await app.shell.go('settings');
    await app.settings.theme(theme);
    const found: Record<string, readonly string[]> = {};
    for (const screen of ['people', 'settings, security', 'settings, storage', 'palette', 'keys']) {
      await app.page.goto(new URL('/', app.page.url()).href);
      await app.people.whenShown();
      await screens[screen]?.();
      await untilStill(app.page);
      found[screen] = await accessibilityProblems(app.page);
    }
    await app.page.keyboard.press('Escape');
    await app.shell.go('settings');
    await app.settings.theme('system');
    expect(Object.entries(found).filter(([, problems]) => problems.length > 0)).toEqual([]);
  },
);

it('the keyboard alone skips to the page, searches, and begins a new person', async () => {
  const { page, people, texts } = app;
  await page.goto(new URL('/', page.url()).href);
  await people.whenShown();
  await page.getByRole('link', { name: texts.nav.skip }).focus();
  await page.keyboard.press('Enter');
  await expect
    .poll(() => page.evaluate(() => document.activeElement?.closest('main') !== null))
    .toBe(true);
  await people.whenShown();
  await page.keyboard.press('/');
  await page.keyboard.type('zzzz');
  await people.emptyText.waitFor();
  await page.keyboard.press('Escape');
  await people.grid.waitFor();
  await people.grid.click({ position: { x: 5, y: 5 } });
  await page.keyboard.press('n');
  await people.dialog.waitFor();
  await page.keyboard.press('Escape');
  await people.dialog.waitFor({ state: 'hidden' });
});

it('the welcome page has none either, with and without daybooks', async () => {
  const other = await openTab(inUse.windows(), app);
  await other.shell.closeDaybook();
  await other.welcome.whenShown();
  expect(await inBothLights(other.page)).toEqual(none);
  await other.page.getByRole('button', { name: other.texts.welcome.new, exact: true }).click();
  await other.welcome.create({ name: 'Shop', passphrase: 'one two three four', again: 'other' });
  expect(await inBothLights(other.page)).toEqual(none);
});
