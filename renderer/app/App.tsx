import { QueryClientProvider, type QueryClient } from '@tanstack/react-query';
import { CatchBoundary, RouterProvider } from '@tanstack/react-router';
import type { i18n } from 'i18next';
import { StrictMode, useEffect, useLayoutEffect } from 'react';
import { I18nextProvider } from 'react-i18next';
import { ApiContext } from '../api/ApiContext.ts';
import type { DaybookApi } from '../api/createDaybookApi.ts';
import { useDaybook, useHost } from '../api/useHost.ts';
import { bulkWork } from '../features/people/bulkWork.ts';
import { forgetList } from '../features/people/lastList.ts';
import { WelcomePage } from '../features/welcome/WelcomePage.tsx';
import { ToastRegion } from '../ui/ToastRegion.tsx';
import { toasts } from '../ui/toasts.ts';
import { ConnectionBanner } from './ConnectionBanner.tsx';
import { HostRefused } from './HostRefused.tsx';
import { enterDaybook, isAnother } from './lastDaybook.ts';
import { forgetPeople } from './palette/recentPeople.ts';
import { PreferencesProvider } from './PreferencesProvider.tsx';
import type { createDaybookRouter } from './router.tsx';
import { ScreenFailed } from './ScreenFailed.tsx';
import { useStoppedByLock, useTellStopped } from './useStoppedByLock.ts';

interface AppProps {
  readonly api: DaybookApi;
  readonly queries: QueryClient;
  readonly texts: i18n;
  readonly router: ReturnType<typeof createDaybookRouter>;
}

interface OpenDaybookProps extends Pick<AppProps, 'router'> {
  readonly stopped: ReturnType<typeof useStoppedByLock>;
}

const OpenDaybook = ({ router, stopped }: OpenDaybookProps) => {
  const { id } = useDaybook();
  useLayoutEffect(() => {
    // After a lock somebody goes on where they were; in another daybook nothing of the last one waits.
    const another = isAnother(id);
    enterDaybook();
    if (!another) return;
    forgetList();
    forgetPeople();
    void router.navigate({ to: '/people', replace: true });
  }, [id, router]);
  // What was said of one daybook, and its undo, must not stand over another, nor where none is open.
  useEffect(
    () => () => {
      toasts.clear();
      bulkWork.forget();
    },
    [],
  );
  useTellStopped(stopped);
  return <RouterProvider router={router} />;
};

const Screens = ({ router }: Pick<AppProps, 'router'>) => {
  const host = useHost();
  const stopped = useStoppedByLock(host);
  if (host === undefined) return <HostRefused />;
  return host.open === null ? (
    <WelcomePage host={host} />
  ) : (
    <OpenDaybook key={host.open.id} router={router} stopped={stopped} />
  );
};

/** The whole window. */
export const App = ({ api, queries, texts, router }: AppProps) => (
  <StrictMode>
    <I18nextProvider i18n={texts}>
      <QueryClientProvider client={queries}>
        <ApiContext value={api}>
          <PreferencesProvider texts={texts}>
            <ConnectionBanner />
            <CatchBoundary getResetKey={() => 'window'} errorComponent={ScreenFailed}>
              <Screens router={router} />
            </CatchBoundary>
            <ToastRegion />
          </PreferencesProvider>
        </ApiContext>
      </QueryClientProvider>
    </I18nextProvider>
  </StrictMode>
);
