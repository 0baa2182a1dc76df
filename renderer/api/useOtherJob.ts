import { useSyncExternalStore } from 'react';
import type { JobProgress } from '../../shared/protocol/jobs.ts';
import { useApi } from './ApiContext.ts';
import type { JobKind } from './createJobs.ts';
import { useHost } from './useHost.ts';

export interface OtherJob {
  readonly running: true;
  /** This window has begun it, before its page was loaded again. */
  readonly isFromHere: boolean;
  readonly progress: JobProgress | null;
  /** How it ends is asked for by `useEnding`, also when it is refused. */
  readonly refusal: null;
  readonly cancel: () => void;
}

/** The job of a kind that runs and is not this window's own; null while there is none. */
export const useOtherJob = (kind: JobKind): OtherJob | null => {
  const { otherJobs } = useApi();
  const running = useHost()?.jobs ?? [];
  const id = useSyncExternalStore(otherJobs.onChange, () => otherJobs.find(running, kind));
  const progress = useSyncExternalStore(otherJobs.onChange, () =>
    id === null ? null : otherJobs.progress(id),
  );
  if (id === null) return null;
  return {
    running: true,
    isFromHere: otherJobs.isFromHere(id),
    progress,
    refusal: null,
    cancel: () => otherJobs.cancel(id),
  };
};
