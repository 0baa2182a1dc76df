import type { App } from './App.ts';
import { exampleName } from './exampleAccount.ts';
import { failureScenes } from './failureScenes.ts';
import { importScenes } from './importScenes.ts';
import { logScenes } from './logScenes.ts';

/** A screen, and what brings it up on the page of an open sample daybook. */
type Scenes = Readonly<Record<string, (app: App) => Promise<unknown>>>;

/** Longer than any column. */
export const longName =
  'Wolfeschlegelsteinhausenbergerdorff-Montgomery van der Westhuizen, heirs of the late Hubert Blaine, c/o The Harbour Company';

const toPeople = async ({ shell, people }: App): Promise<void> => {
  await shell.go('people');
  await people.whenShown();
};

export const toPerson = async (app: App): Promise<void> => {
  await toPeople(app);
  await app.people.search(exampleName);
  await app.people.open(exampleName);
  await app.person.whenShown(exampleName);
  await app.person.account.statement();
};

/** Whoever owes most of those who were erased: there is most left to see. */
const toErased = async (app: App): Promise<void> => {
  await toPeople(app);
  await app.people.filter('erased');
  await app.people.sort('balance');
  await app.people.rows();
  await app.people.grid.getByRole('link').filter({ has: app.person.redactions }).first().click();
  await app.person.redactions.first().waitFor();
};

/** Says something about somebody whose name is long, and leaves all as it was. */
const toToast = async (app: App): Promise<void> => {
  await toPeople(app);
  await app.people.search('Wolfeschlegel');
  await app.people.open(longName);
  await app.person.whenShown(longName);
  await app.person.show('details');
  await app.person.archive();
  await app.shell.toast.waitFor();
  await app.shell.undo();
  await app.page.getByRole('button', { name: app.texts.details.archive, exact: true }).waitFor();
  await app.shell.toast.waitFor();
};

const press = (app: App, name: string): Promise<void> =>
  app.page.getByRole('button', { name, exact: true }).click();

const toFiltered = async (app: App, filter: 'exhausted' | 'overLimit'): Promise<void> => {
  await toPeople(app);
  await app.people.filter(filter);
  await app.people.rows();
};

const peopleScenes: Scenes = {
  people: toPeople,
  'people-exhausted': (app) => toFiltered(app, 'exhausted'),
  'people-over-limit': (app) => toFiltered(app, 'overLimit'),
  'people-search': async (app) => {
    await toPeople(app);
    await app.people.search('an');
    await app.people.rows();
  },
  'people-nobody': async (app) => {
    await toPeople(app);
    await app.people.search('nobody of this name');
    await app.people.emptyText.waitFor();
  },
  'people-chosen': async (app) => {
    await toPeople(app);
    await app.people.rows();
    await app.people.grid.focus();
    for (const key of [' ', 'Shift+ArrowDown', 'Shift+ArrowDown'])
      await app.page.keyboard.press(key);
    await app.people.bulk.waitFor();
  },
  'people-columns': async (app) => {
    await toPeople(app);
    await press(app, app.texts.lists.columns);
    await app.page.getByRole('dialog', { name: app.texts.lists.columns }).waitFor();
  },
  'people-saved-view': async (app) => {
    await toPeople(app);
    await app.people.filter('owing');
    await app.people.sort('balance');
    const name = app.texts.lists.saveView;
    await app.page
      .getByRole('button', { name })
      .or(app.people.savedViews.getByRole('link'))
      .first()
      .waitFor();
    if ((await app.people.savedViews.getByRole('link').count()) > 0) return;
    await press(app, name);
    await app.page
      .getByRole('textbox', { name: app.texts.lists.viewName, exact: true })
      .fill('Mondays');
    await app.page.keyboard.press('Enter');
    await app.people.savedViews.getByRole('link').waitFor();
  },
  'new-person': async (app) => {
    await toPeople(app);
    await press(app, app.texts.people.new);
    await press(app, app.texts.register.submit);
  },
  'new-person-leaving': async (app) => {
    await toPeople(app);
    await press(app, app.texts.people.new);
    await app.people.dialog.getByLabel(app.texts.details.name, { exact: true }).fill('Ada');
    await app.page.keyboard.press('Escape');
    await app.page.getByRole('alertdialog', { name: app.texts.leave.title }).waitFor();
  },
  'people-widths': async (app) => {
    await toPeople(app);
    await app.people.rows();
    await app.people.grid.getByRole('separator').first().focus();
    await app.page.keyboard.press('ArrowDown');
  },
};

const personScenes: Scenes = {
  'person-account': toPerson,
  'person-refused': async (app) => {
    await toPerson(app);
    await app.person.account.charge({ amount: '250', memo: 'Writing desk' });
    await app.person.account.refusal();
  },
  'person-period': async (app) => {
    await toPerson(app);
    await press(app, app.texts.printed.open);
    await app.statement.dialog.waitFor();
  },
  'person-statement': async (app) => {
    await toPerson(app);
    await app.statement.open();
  },
  'toast-long-name': toToast,
  'toast-under-list': async (app) => {
    await toToast(app);
    // Pointed at it stays; no step from here on may move the pointer.
    await app.shell.toast.hover();
    await app.page.evaluate(() => location.assign('#/log'));
    await app.log.lines();
    await app.log.grid.focus();
    await app.page.keyboard.press('End');
    await app.log.lines();
  },
  'person-explained': async (app) => {
    await toPerson(app);
    await app.page.locator('header dl').getByRole('link').nth(2).click();
    await app.page.getByRole('region', { name: app.texts.figures.explained }).waitFor();
  },
  'person-explained-available': async (app) => {
    await toPerson(app);
    await app.page.locator('header dl').getByRole('link').nth(1).click();
    await app.page.getByRole('region', { name: app.texts.figures.explained }).waitFor();
  },
  'person-closing': async (app) => {
    await toPerson(app);
    await press(app, app.texts.account.close);
  },
  'person-details': async (app) => {
    await toPerson(app);
    await app.person.show('details');
  },
  'person-correction': async (app) => {
    await toPerson(app);
    await app.person.show('details');
    await press(app, app.texts.details.correct);
  },
  'person-correction-leaving': async (app) => {
    await toPerson(app);
    await app.person.beginCorrection({ note: 'Mornings' });
    await app.page.keyboard.press('Escape');
    await app.page.getByRole('alertdialog', { name: app.texts.leave.title }).waitFor();
  },
  'person-history': async (app) => {
    await toPerson(app);
    await app.person.show('history');
    await app.page.getByRole('cell').first().waitFor();
  },
  'person-erasure': async (app) => {
    await toPerson(app);
    await app.person.show('details');
    await press(app, app.texts.erase.button);
  },
  'erased-account': toErased,
  'erased-history': async (app) => {
    await toErased(app);
    await app.person.show('history');
    await app.page.getByRole('cell').first().waitFor();
  },
  'long-name': async (app) => {
    await toPeople(app);
    await app.people.search('Wolfeschlegel');
    await app.people.open(longName);
    await app.person.whenShown(longName);
  },
};

const otherScenes: Scenes = {
  overview: async (app) => {
    await app.shell.go('overview');
    await app.overview.whenShown();
    await app.overview.exhausted();
  },
  'overview-table': async (app) => {
    await app.shell.go('overview');
    await app.overview.whenShown();
    await app.overview.show(app.texts.activity.table);
    await app.overview.days();
  },
  'overview-day': async (app) => {
    await app.shell.go('overview');
    await app.overview.whenShown();
    await app.overview.show(app.texts.activity.table);
    await app.overview.openDay((await app.overview.days())[0]?.day ?? '');
    await app.page.getByRole('grid').getByRole('link').first().waitFor();
  },
  exchange: async (app) => {
    await app.shell.go('exchange');
    await app.exchange.export('people');
    await app.exchange.outcome.waitFor();
    await app.exchange.openPersonal();
  },
  settings: async (app) => {
    await app.shell.go('settings');
    await app.settings.verify();
  },
  'settings-general': async (app) => {
    await app.shell.go('settings');
    await app.settings.show('general');
  },
  'settings-security': async (app) => {
    await app.shell.go('settings');
    await app.settings.changePassphrase('', 'short');
  },
  'settings-about': async (app) => {
    await app.shell.go('settings');
    await app.settings.show('aboutTitle');
    await press(app, app.texts.settings.licencesShow);
    await app.page.locator('summary').first().waitFor();
  },
  'settings-diagnostics': async (app) => {
    await app.shell.go('settings');
    await app.settings.show('aboutTitle');
    await press(app, app.texts.settings.diagnosticsShow);
    await press(app, app.texts.settings.diagnosticsCopy);
    await app.page.getByRole('status').filter({ hasText: /./u }).first().waitFor();
  },
  palette: async (app) => {
    await toPeople(app);
    await app.people.rows();
    await app.shell.find('an');
    // People come in after the actions; they stand there with their references.
    await app.shell.palette.getByRole('option').filter({ hasText: /\d{5}/u }).first().waitFor();
  },
  keys: async (app) => {
    await toPeople(app);
    await press(app, app.texts.nav.keys);
  },
};

/** Everything that there is to see in an open daybook with the example account. */
export const scenes: Scenes = {
  ...peopleScenes,
  ...personScenes,
  ...logScenes,
  ...importScenes,
  ...otherScenes,
  ...failureScenes,
};

/** One of each kind of screen, for the looks that change all of them alike. */
export const mainScenes: readonly string[] = [
  'people',
  'people-chosen',
  'people-columns',
  'new-person',
  'person-refused',
  'person-details',
  'person-erasure',
  'person-history',
  'person-statement',
  'erased-account',
  'overview',
  'log',
  'log-event',
  'import-choose',
  'import-preview',
  'import-refused',
  'exchange',
  'settings',
  'settings-general',
  'settings-security',
  'palette',
  'keys',
];
