import { queryOptions, useQuery, useQueryClient, type QueryClient } from '@tanstack/react-query';
import { useState, useSyncExternalStore } from 'react';
import type { DaybookStatus } from '../../shared/protocol/daybook-status.ts';
import type { HostState } from '../../shared/protocol/host-state.ts';
import type { Refusal } from '../../shared/protocol/refusal.ts';
import type { BridgeStatus } from './Bridge.ts';
import { useApi } from './ApiContext.ts';
import { hostKey, type DaybookApi } from './createDaybookApi.ts';
import { RefusalError } from './RefusalError.ts';

const hostQuery = ({ bridge }: Pick<DaybookApi, 'bridge'>) =>
  queryOptions({
    queryKey: hostKey,
    gcTime: Infinity,
    queryFn: async () => {
      const reply = await bridge.call('host/state', {});
      if (!reply.ok) throw new RefusalError(reply.error);
      return reply.value;
    },
  });

const useHostQuery = () => useQuery(hostQuery(useApi()));

/** Asks what is open before anything is drawn that shows it. */
export const askHostEarly = (api: Pick<DaybookApi, 'bridge'>, queries: QueryClient): void =>
  // A refusal is kept with the question, for who shows it.
  void queries.prefetchQuery(hostQuery(api));

/** What the program has open, or undefined until it has said so. */
export const useHost = (): HostState | undefined => useHostQuery().data;

/** Why the program has not said what it has open, where it has refused to; and what asks it again. */
export const useHostRefusal = (): {
  readonly refusal: Refusal;
  readonly again: () => void;
} | null => {
  const { data, error, refetch } = useHostQuery();
  if (data !== undefined || !(error instanceof RefusalError)) return null;
  return { refusal: error.refusal, again: () => void refetch() };
};

/** The open daybook. Only for components that are shown while one is open. */
export const useDaybook = (): DaybookStatus => {
  const open = useHost()?.open ?? null;
  // Closing may reach a component a moment before its parent takes it away, and so may another daybook.
  const [atFirst] = useState(open);
  const shown = open?.id === atFirst?.id ? open : atFirst;
  if (shown === null) throw new Error('no daybook is open');
  return shown;
};

/** Whether the program can be reached. */
export const useBridgeStatus = (): BridgeStatus => {
  const { bridge } = useApi();
  return useSyncExternalStore(bridge.onStatus, bridge.status);
};

type HostCall =
  | 'daybook/create'
  | 'daybook/open'
  | 'daybook/close'
  | 'daybook/lock'
  | 'sample/open'
  | 'sample/remove';

/** Creates, opens, locks or closes a daybook. Gives back the refusal, or null when it is done. */
export const useHostCall = () => {
  const { bridge } = useApi();
  const queries = useQueryClient();
  return async <Name extends HostCall>(
    method: Name,
    input: Parameters<typeof bridge.call<Name>>[1],
  ): Promise<Refusal | null> => {
    const reply = await bridge.call(method, input);
    if (!reply.ok) return reply.error;
    queries.setQueryData<HostState>(hostKey, reply.value);
    return null;
  };
};
