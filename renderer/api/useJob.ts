import { useSyncExternalStore } from 'react';
import type { Job } from '../../shared/protocol/jobs.ts';
import { useApi } from './ApiContext.ts';
import type { JobKind, JobState } from './createJobs.ts';

type JobOf<Kind extends JobKind> = Extract<Job, { readonly kind: Kind }>;

export interface JobHandle<Kind extends JobKind = JobKind> extends JobState {
  readonly run: (job: JobOf<Kind>) => void;
  readonly cancel: () => void;
  /** Drops what it reported. */
  readonly dismiss: () => void;
}

/** One kind of long work: how it stands, and what starts and stops it. */
export const useJob = <Kind extends JobKind>(kind: Kind): JobHandle<Kind> => {
  const { jobs } = useApi();
  const state = useSyncExternalStore(jobs.onChange, () => jobs.state(kind));
  return {
    ...state,
    run: (job) => void jobs.run(job),
    cancel: () => jobs.cancel(kind),
    dismiss: () => jobs.dismiss(kind),
  };
};
