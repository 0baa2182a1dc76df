import type { BrowserContext, Page } from 'playwright-core';
import { createLogPage, type LogPage } from './pages/LogPage.ts';
import { createExchangePage, type ExchangePage } from './pages/ExchangePage.ts';
import { createImportPage, type ImportPage } from './pages/ImportPage.ts';
import { createOverviewPage, type OverviewPage } from './pages/OverviewPage.ts';
import { createPeoplePage, type PeoplePage } from './pages/PeoplePage.ts';
import { createPersonPage, type PersonPage } from './pages/PersonPage.ts';
import { createStatementPage, type StatementPage } from './pages/StatementPage.ts';
import { createSettingsPage, type SettingsPage } from './pages/SettingsPage.ts';
import { createShellPage, type ShellPage } from './pages/ShellPage.ts';
import { textsOf, type ShownTexts } from './pages/texts.ts';
import { createWelcomePage, type WelcomePage } from './pages/WelcomePage.ts';
import type { RunningDaybook } from './startDaybook.ts';
import { tapWire, type Wire } from './Wire.ts';
import type { ProfileOptions, Windows } from './Windows.ts';

/** One tab with Daybook in it, and everything a user can do there. */
export interface App {
  readonly page: Page;
  readonly profile: BrowserContext;
  readonly texts: ShownTexts;
  /** Makes a daybook of a shop that counts in dollars; waits for its list of people. */
  readonly begin: () => Promise<void>;
  readonly welcome: WelcomePage;
  readonly people: PeoplePage;
  readonly person: PersonPage;
  readonly statement: StatementPage;
  readonly overview: OverviewPage;
  readonly log: LogPage;
  readonly exchange: ExchangePage;
  readonly imports: ImportPage;
  readonly settings: SettingsPage;
  readonly shell: ShellPage;
}

/** The page objects of a tab. */
export const createApp = (page: Page, profile: BrowserContext, texts: ShownTexts): App => {
  const welcome = createWelcomePage(page, texts);
  const people = createPeoplePage(page, texts);
  return {
    page,
    profile,
    texts,
    begin: async () => {
      await welcome.create({
        name: 'Shop',
        currency: 'USD',
        passphrase: 'four plain quiet words',
      });
      await people.whenShown();
    },
    welcome,
    people,
    person: createPersonPage(page, texts),
    statement: createStatementPage(page, texts),
    overview: createOverviewPage(page, texts),
    log: createLogPage(page, texts),
    exchange: createExchangePage(page, texts),
    imports: createImportPage(page, texts),
    settings: createSettingsPage(page, texts),
    shell: createShellPage(page, texts),
  };
};

/** Follows a new link in a browser of its own. */
export const openApp = async (
  windows: Windows,
  daybook: RunningDaybook,
  options: ProfileOptions = {},
): Promise<App> => {
  const profile = await windows.newProfile(options);
  const page = await windows.newPage(profile);
  await page.goto(await daybook.newLink());
  return createApp(page, profile, textsOf[options.locale ?? 'en']);
};

/** Another window of the same browser, with a tap on its wire. */
export const openTapped = async (
  windows: Windows,
  { page, profile, texts }: App,
): Promise<{ readonly app: App; readonly wire: Wire }> => {
  const same = await windows.newProfile({ storageState: await profile.storageState() });
  const tapped = await windows.newPage(same);
  const wire = await tapWire(tapped);
  await tapped.goto(new URL('/', page.url()).href);
  return { app: createApp(tapped, same, texts), wire };
};

/**
 * Another window of the same browser, which has the session already. A profile of its own with the same
 * cookies, as the browser slows a tab down that is behind another one.
 */
export const openTab = async (
  windows: Windows,
  { page, profile, texts }: App,
  options: ProfileOptions = {},
): Promise<App> => {
  const same = await windows.newProfile({ ...options, storageState: await profile.storageState() });
  const tab = await windows.newPage(same);
  await tab.goto(new URL('/', page.url()).href);
  return createApp(tab, same, texts);
};
