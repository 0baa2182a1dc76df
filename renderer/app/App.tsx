import { QueryClientProvider, type QueryClient } from '@tanstack/react-query';
import { CatchBoundary } from '@tanstack/react-router';
import type { i18n } from 'i18next';
import { lazy, StrictMode, Suspense, useEffect, useState, type ComponentProps } from 'react';
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
import type { OpenDaybook as LoadedDaybook } from './OpenDaybook.tsx';
import { ScreenFailed } from './ScreenFailed.tsx';
import { useStoppedByLock } from './useStoppedByLock.ts';

interface AppProps {
  readonly api: DaybookApi;
  readonly queries: QueryClient;
  readonly texts: i18n;
}

type Behind = typeof LoadedDaybook;

let behind: Behind | null = null;

const loadBehind = async (): Promise<Behind> => {
  const { OpenDaybook } = await import('./OpenDaybook.tsx');
  behind = OpenDaybook;
  return OpenDaybook;
};

const AwaitedBehind = lazy(async () => ({ default: await loadBehind() }));

/**
 * Everything behind the passphrase: a file of its own, which is read while the passphrase is typed. Once it
 * has been read it is drawn at once: React has whoever was kept waiting wait for a third of a second.
 */
const OpenDaybook = (props: ComponentProps<Behind>) => {
  const [Screen] = useState<Behind | typeof AwaitedBehind>(() => behind ?? AwaitedBehind);
  return <Screen {...props} />;
};

/** By then the first screen has been painted, which reading more must not hold up. **Units:** milliseconds. */
const PAINTED_AFTER_MS = 50;

const Screens = () => {
  const host = useHost();
  const isKnown = host !== undefined;
  useEffect(() => {
    if (!isKnown) return undefined;
    // Whoever needs it is told of a failure by `OpenDaybook` itself.
    const load = () => void loadBehind().catch(() => undefined);
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
