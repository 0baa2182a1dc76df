import { useQuery, useQueryClient, type UseQueryResult } from '@tanstack/react-query';
import { useEffect } from 'react';
import type { StorageReport } from '../../../shared/protocol/daybook-status.ts';
import { useApi } from '../../api/ApiContext.ts';
import { viewKey } from '../../api/createDaybookApi.ts';
import { RefusalError } from '../../api/RefusalError.ts';

// Below the key of the views: asked again when rows change, and gone with the daybook.
const storageKey = [...viewKey, 'storage'] as const;

/** Nobody tells how full a disk is. **Units:** milliseconds. */
const EVERY_MS = 5_000;

/** Where the daybook is, how large it is, and how far everything has come. Kept up to date. */
export const useStorage = (): UseQueryResult<StorageReport> => {
  const { bridge, jobs } = useApi();
  const queries = useQueryClient();
  useEffect(
    () => jobs.onEnd(() => void queries.invalidateQueries({ queryKey: storageKey })),
    [jobs, queries],
  );
  return useQuery({
    queryKey: storageKey,
    refetchInterval: EVERY_MS,
    queryFn: async () => {
      const reply = await bridge.call('daybook/storage', {});
      if (!reply.ok) throw new RefusalError(reply.error);
      return reply.value;
    },
  });
};
