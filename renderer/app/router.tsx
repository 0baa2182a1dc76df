import {
  createHashHistory,
  createRootRoute,
  createRoute,
  createRouter,
  Navigate,
} from '@tanstack/react-router';
import { z } from 'zod';
import { OverviewPage } from '../features/overview/OverviewPage.tsx';
import { NewPersonDialog } from '../features/people/NewPersonDialog.tsx';
import { PeoplePage } from '../features/people/PeoplePage.tsx';
import { peopleSearchSchema, tidySearch } from '../features/people/peopleSearch.ts';
import { PersonPage } from '../features/person/PersonPage.tsx';
import { AboutSettings } from '../features/settings/AboutSettings.tsx';
import { GeneralSettings } from '../features/settings/GeneralSettings.tsx';
import { SecuritySettings } from '../features/settings/SecuritySettings.tsx';
import { SettingsPage } from '../features/settings/SettingsPage.tsx';
import { StorageSettings } from '../features/settings/StorageSettings.tsx';
import { NoSuchPage } from './NoSuchPage.tsx';
import { ScreenFailed } from './ScreenFailed.tsx';
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
  validateSearch: (search) => tidySearch(peopleSearchSchema.parse(search)),
  component: PeoplePage,
});

const newPerson = createRoute({
  getParentRoute: () => people,
  path: '/new',
  component: NewPersonDialog,
});

const personSearchSchema = z.object({
  tab: z.enum(['account', 'details', 'history']).optional().catch(undefined),
  account: z.string().max(64).optional().catch(undefined),
});

const person = createRoute({
  getParentRoute: () => root,
  path: '/person/$personId',
  validateSearch: (search) => personSearchSchema.parse(search),
  component: PersonPage,
});

const overview = createRoute({
  getParentRoute: () => root,
  path: '/overview',
  component: OverviewPage,
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
      overview,
      settings.addChildren(settingsSections),
    ]),
    history: createHashHistory(),
    defaultPreload: false,
    scrollRestoration: false,
    defaultNotFoundComponent: NoSuchPage,
    defaultErrorComponent: ScreenFailed,
  });

declare module '@tanstack/react-router' {
  interface Register {
    router: ReturnType<typeof createDaybookRouter>;
  }
}
