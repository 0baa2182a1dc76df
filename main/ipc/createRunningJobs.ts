import type { RunningJob } from '../../shared/protocol.ts';

/** Keeps in mind the long work that is under way, whichever window has begun it. */
export interface RunningJobs {
  /** Does the work of a job, which is listed until it ends. */
  readonly during: <Value>(job: RunningJob, work: () => Promise<Value>) => Promise<Value>;
  readonly list: () => readonly RunningJob[];
}

export const createRunningJobs = (onChange: (jobs: readonly RunningJob[]) => void): RunningJobs => {
  const running = new Set<RunningJob>();
  const list = (): readonly RunningJob[] => [...running];
  return {
    during: async ({ id, kind }, work) => {
      const job = { id, kind };
      running.add(job);
      onChange(list());
      try {
        return await work();
      } finally {
        running.delete(job);
        onChange(list());
      }
    },
    list,
  };
};
