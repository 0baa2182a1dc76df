import { useQuery } from '@tanstack/react-query';
import { useEffect, useSyncExternalStore } from 'react';
import type { JobEnding } from '../../shared/protocol/jobs.ts';
import { useApi } from './ApiContext.ts';
import { viewKey } from './createDaybookApi.ts';
import type { JobKind } from './createJobs.ts';
import { RefusalError } from './RefusalError.ts';
import { useHost } from './useHost.ts';

export interface Ending extends JobEnding {
  /** **Units:** milliseconds since 1970 UTC. */
  readonly at: number;
  /** This window has begun it, before its page was loaded again. */
  readonly isFromHere: boolean;
  readonly putAway: () => void;
}

/**
 * How the last work of a kind has ended that another window has begun, or this one before it was loaded
 * again; null while there is none. What has been on the screen is not there again after a further reload.
 */
export const useEnding = (kind: JobKind): Ending | null => {
  const { bridge, otherJobs } = useApi();
  const ended = useHost()?.ended ?? [];
  const id = useSyncExternalStore(otherJobs.onChange, () => otherJobs.findEnded(ended, kind));
  // Below the key of the views, since rows that were refused must go when the daybook is locked.
  const { data } = useQuery({
    queryKey: [...viewKey, 'job/ending', id],
    enabled: id !== null,
    staleTime: Infinity,
    queryFn: async () => {
      const reply = await bridge.call('job/ending', { id: id ?? '' });
      if (!reply.ok) throw new RefusalError(reply.error);
      return reply.value;
    },
  });
  const job = ended.find((one) => one.id === id);
  const isShown = job !== undefined && (data ?? null) !== null;
  useEffect(() => {
    if (isShown && id !== null) otherJobs.noteShown(id);
  }, [isShown, id, otherJobs]);
  if (job === undefined || id === null) return null;
  if (data === undefined || data === null) return null;
  return {
    ...data,
    at: job.at,
    isFromHere: otherJobs.isFromHere(id),
    putAway: () => otherJobs.putAway(id),
  };
};
