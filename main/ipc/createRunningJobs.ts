import type { EndedJob, Job, JobEnding, RunningJob } from '../../shared/protocol/jobs.ts';
import { withoutRows } from '../../shared/protocol/withoutRows.ts';

/** Long work as a window has ordered it. */
export interface OrderedJob {
  readonly id: string;
  readonly job: Job;
  /** The id of the place that it writes at, where it does. */
  readonly place: string | null;
}

/** How long work has ended, and the id of what it has written. */
export interface KeptEnding extends Omit<JobEnding, 'file'> {
  readonly place: string | null;
}

/** Keeps in mind the long work that is under way and how the last has ended, whichever window has begun it. */
export interface RunningJobs {
  /** Does the work of a job, which is listed until it ends. */
  readonly during: (
    ordered: OrderedJob,
    work: () => Promise<JobEnding['outcome']>,
  ) => Promise<JobEnding['outcome']>;
  readonly list: () => readonly RunningJob[];
  /** The last of each kind that has ended. */
  readonly ended: () => readonly EndedJob[];
  /** How it has ended; null when it is none of the last. */
  readonly ending: (id: string) => KeptEnding | null;
  /** Somebody was erased: no ending names rows of a file any more, nor will that of work that is under way. */
  readonly forgetRows: () => void;
  /** The daybook is closed: what ended in it, or ends now because of that, is not spoken of any more. */
  readonly forget: () => void;
}

export interface RunningJobsDependencies {
  readonly onChange: (jobs: readonly RunningJob[]) => void;
  readonly nowMs: () => number;
}

/** Whether a file has come of it: rows that were refused before an import was stopped are in one, too. */
const hasWritten = (outcome: JobEnding['outcome']): boolean => {
  const report = outcome.ok ? outcome.value : outcome.error.report;
  if (report?.kind === 'import') return report.counts.refused > 0;
  return report?.kind === 'export';
};

export const createRunningJobs = ({ onChange, nowMs }: RunningJobsDependencies): RunningJobs => {
  const running = new Set<RunningJob>();
  let erasures = 0;
  let endings = new Map<Job['kind'], EndedJob & KeptEnding>();
  const list = (): readonly RunningJob[] => [...running];
  return {
    during: async ({ id, job, place }, work) => {
      const { kind } = job;
      const listed = { id, kind };
      const ofThisDaybook = endings;
      const erasuresBefore = erasures;
      running.add(listed);
      onChange(list());
      try {
        const told = await work();
        const outcome = erasures === erasuresBefore ? told : withoutRows(told);
        ofThisDaybook.set(kind, {
          id,
          kind,
          at: nowMs(),
          isTrial: job.kind === 'import' && job.dryRun,
          outcome,
          place: hasWritten(outcome) ? place : null,
        });
        return outcome;
      } finally {
        running.delete(listed);
        onChange(list());
      }
    },
    list,
    ended: () => [...endings.values()].map(({ id, kind, at }) => ({ id, kind, at })),
    ending: (asked) => {
      const found = [...endings.values()].find(({ id }) => id === asked);
      if (found === undefined) return null;
      const { isTrial, outcome, place } = found;
      return { isTrial, outcome, place };
    },
    forgetRows: () => {
      erasures += 1;
      for (const [kind, ending] of endings)
        endings.set(kind, { ...ending, outcome: withoutRows(ending.outcome) });
    },
    forget: () => {
      endings = new Map();
    },
  };
};
