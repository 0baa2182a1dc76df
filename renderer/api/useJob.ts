import { useSyncExternalStore } from 'react';
import { useApi } from './ApiContext.ts';
import type { JobKind, JobState } from './createJobs.ts';

export interface JobHandle extends JobState {
  readonly run: () => void;
  readonly cancel: () => void;
}

/** One kind of long work: how it stands, and what starts and stops it. */
export const useJob = (kind: JobKind): JobHandle => {
  const { jobs } = useApi();
  const state = useSyncExternalStore(jobs.onChange, () => jobs.state(kind));
  return { ...state, run: () => void jobs.run(kind), cancel: () => jobs.cancel(kind) };
};
