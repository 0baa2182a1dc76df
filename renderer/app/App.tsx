import { QueryClientProvider, type QueryClient } from '@tanstack/react-query';
import { CatchBoundary } from '@tanstack/react-router';
import type { i18n } from 'i18next';
import { lazy, StrictMode, Suspense, useEffect } from 'react';
import { ApiContext } from '../api/ApiContext.ts';
import type { DaybookApi } from '../api/createDaybookApi.ts';
import { useHost } from '../api/useHost.ts';
import { WelcomePage } from '../features/welcome/WelcomePage.tsx';
import { TextProvider } from '../text/TextProvider.tsx';
import { ToastRegion } from '../ui/ToastRegion.tsx';
import { currentOpening } from '../window/freshStarts.ts';
import { PreferencesProvider } from '../window/PreferencesProvider.tsx';
import { ConnectionBanner } from './ConnectionBanner.tsx';
import { HostRefused } from './HostRefused.tsx';
import { ScreenFailed } from './ScreenFailed.tsx';
import { useStoppedByLock } from './useStoppedByLock.ts';

interface AppProps {
  readonly api: DaybookApi;
  readonly queries: QueryClient;
  readonly texts: i18n;
}

const loadOpenDaybook = () => import('./OpenDaybook.tsx');

/** A file of its own, which is read while the passphrase is typed: whoever waits, waits for the first screen only. */
const OpenDaybook = lazy(async () => ({ default: (await loadOpenDaybook()).OpenDaybook }));

/** By then the first screen has been painted, which reading more must not hold up. **Units:** milliseconds. */
const PAINTED_AFTER_MS = 50;

const Screens = () => {
  const host = useHost();
  const isKnown = host !== undefined;
  useEffect(() => {
    if (!isKnown) return undefined;
    // Whoever needs it is told of a failure by `OpenDaybook` itself.
    const load = () => void loadOpenDaybook().catch(() => undefined);
    const timer = setTimeout(load, PAINTED_AFTER_MS);
    return () => clearTimeout(timer);
  }, [isKnown]);
  const stopped = useStoppedByLock(host);
  if (host === undefined) return <HostRefused />;
  return host.open === null ? (
    <WelcomePage host={host} />
  ) : (
    <Suspense>
      <OpenDaybook key={currentOpening()} stopped={stopped} />
    </Suspense>
  );
};

/** The whole window. */
export const App = ({ api, queries, texts }: AppProps) => (
  <StrictMode>
    <TextProvider texts={texts}>
      <QueryClientProvider client={queries}>
        <ApiContext value={api}>
          <PreferencesProvider texts={texts}>
            <ConnectionBanner />
            <CatchBoundary getResetKey={() => 'window'} errorComponent={ScreenFailed}>
              <Screens />
            </CatchBoundary>
            <ToastRegion />
          </PreferencesProvider>
        </ApiContext>
      </QueryClientProvider>
    </TextProvider>
  </StrictMode>
);
