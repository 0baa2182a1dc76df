import {
  createHashHistory,
  createRootRoute,
  createRoute,
  createRouter,
  Navigate,
  stringifySearchWith,
} from '@tanstack/react-router';
import { ExchangePage } from '../features/exchange/ExchangePage.tsx';
import { LogPage } from '../features/log/LogPage.tsx';
import { isLocalDate, type LocalDate } from '../../shared/kernel/local-date.ts';
import { AheadPage } from '../features/overview/AheadPage.tsx';
import { DayPage } from '../features/overview/DayPage.tsx';
import { OverviewPage } from '../features/overview/OverviewPage.tsx';
import { NewPersonDialog } from '../features/people/NewPersonDialog.tsx';
import { PeoplePage } from '../features/people/PeoplePage.tsx';
import { PersonPage } from '../features/person/PersonPage.tsx';
import { StatementPage } from '../features/statement/StatementPage.tsx';
import { AboutSettings } from '../features/settings/AboutSettings.tsx';
import { GeneralSettings } from '../features/settings/GeneralSettings.tsx';
import { SecuritySettings } from '../features/settings/SecuritySettings.tsx';
import { SettingsPage } from '../features/settings/SettingsPage.tsx';
import { StorageSettings } from '../features/settings/StorageSettings.tsx';
import { NoSuchPage } from './NoSuchPage.tsx';
import { ScreenFailed } from './ScreenFailed.tsx';
import { searches } from './searches.ts';
import { Shell } from './Shell.tsx';

const root = createRootRoute({ component: Shell });

const home = createRoute({
  getParentRoute: () => root,
  path: '/',
  component: () => <Navigate to="/people" replace />,
});

const people = createRoute({
  getParentRoute: () => root,
  path: '/people',
  validateSearch: searches.people,
  component: PeoplePage,
});

const newPerson = createRoute({
  getParentRoute: () => people,
  path: '/new',
  component: NewPersonDialog,
});

const person = createRoute({
  getParentRoute: () => root,
  path: '/person/$personId',
  validateSearch: searches.person,
  component: PersonPage,
});

const statement = createRoute({
  getParentRoute: () => root,
  path: '/person/$personId/statement',
  validateSearch: searches.statement,
  component: StatementPage,
});

const overview = createRoute({
  getParentRoute: () => root,
  path: '/overview',
  validateSearch: searches.overview,
  component: OverviewPage,
});

const ahead = createRoute({
  getParentRoute: () => root,
  path: '/overview/ahead',
  component: AheadPage,
});

const day = createRoute({
  getParentRoute: () => root,
  path: '/overview/$day',
  params: {
    parse: ({ day: text }): { readonly day: LocalDate } | false =>
      isLocalDate(text) && { day: text },
    stringify: ({ day: chosen }) => ({ day: chosen }),
  },
  component: DayPage,
});

const log = createRoute({
  getParentRoute: () => root,
  path: '/log',
  validateSearch: searches.log,
  component: LogPage,
});

const exchange = createRoute({
  getParentRoute: () => root,
  path: '/exchange',
  component: ExchangePage,
});

const settings = createRoute({
  getParentRoute: () => root,
  path: '/settings',
  component: SettingsPage,
});

const settingsSections = [
  createRoute({
    getParentRoute: () => settings,
    path: '/',
    component: () => <Navigate to="/settings/general" replace />,
  }),
  createRoute({ getParentRoute: () => settings, path: '/general', component: GeneralSettings }),
  createRoute({ getParentRoute: () => settings, path: '/security', component: SecuritySettings }),
  createRoute({ getParentRoute: () => settings, path: '/storage', component: StorageSettings }),
  createRoute({ getParentRoute: () => settings, path: '/about', component: AboutSettings }),
] as const;

/** The screens by address. Hash history, since the page is one file on every host. */
export const createDaybookRouter = () =>
  createRouter({
    routeTree: root.addChildren([
      home,
      people.addChildren([newPerson]),
      person,
      statement,
      overview,
      exchange,
      log,
      ahead,
      day,
      settings.addChildren(settingsSections),
    ]),
    history: createHashHistory(),
    // Without quotation marks around what looks like a number: `readSearch` takes it for text anyway.
    stringifySearch: stringifySearchWith(JSON.stringify),
    defaultPreload: false,
    scrollRestoration: false,
    defaultNotFoundComponent: NoSuchPage,
    defaultErrorComponent: ScreenFailed,
  });
