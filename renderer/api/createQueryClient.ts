import { QueryClient } from '@tanstack/react-query';

/**
 * Rows with personal data stay in memory for a short time after nobody looks at them any more.
 *
 * **Units:** milliseconds.
 */
export const KEPT_UNSEEN_MS = 30_000;

/** The cache of answers. The program is on this machine: no network decides whether it may be asked. */
export const createQueryClient = (): QueryClient =>
  new QueryClient({
    defaultOptions: {
      queries: {
        networkMode: 'always',
        // The program says when something has changed.
        staleTime: Infinity,
        gcTime: KEPT_UNSEEN_MS,
        retry: false,
        refetchOnWindowFocus: false,
        refetchOnReconnect: false,
      },
      mutations: { networkMode: 'always', retry: false },
    },
  });
