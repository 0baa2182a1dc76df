import { err, ok, type Result } from '../../../shared/kernel/result.ts';
import type { Job, JobProgress, JobRefusal, JobReport } from '../../../shared/protocol/jobs.ts';
import type { Refusal } from '../../../shared/protocol/refusal.ts';
import type { JobRun } from './JobRun.ts';
import { JobStopped } from './JobStopped.ts';

export interface JobRunnerContext {
  readonly elapsedMs: () => number;
  /** Runs `work` after what waits at the door has had its turn. */
  readonly soon: (work: () => void) => void;
  /** Resolves when the job may begin. One that is cancelled before never does. */
  readonly whenReady: (job: Job) => Promise<void>;
  readonly begin: (job: Job) => Promise<Result<JobRun, Refusal>>;
  readonly onProgress: (progress: JobProgress) => void;
  readonly failure: (cause: unknown) => Refusal;
}

/** Runs jobs, one of a kind at a time, beside everything else. */
export interface JobRunner {
  /** **Errors:** `JobRunning`, `Cancelled`, and what keeps the job from beginning or going on. */
  readonly run: (id: string, job: Job) => Promise<Result<JobReport, JobRefusal>>;
  /** Ends a job before its next slice; what it has done so far stays done. */
  readonly cancel: (id: string) => void;
  /** Cancels everything and waits for it to end. */
  readonly stop: () => Promise<void>;
}

/** **Units:** milliseconds between two reports of progress. */
const PROGRESS_EVERY_MS = 100;

interface Running {
  readonly kind: Job['kind'];
  readonly cancelling: AbortController;
  readonly ended: Promise<unknown>;
}

const aborted = (signal: AbortSignal): Promise<void> =>
  new Promise((resolve) => signal.addEventListener('abort', () => resolve(), { once: true }));

/** Makes a runner without any jobs. */
export const createJobRunner = (context: JobRunnerContext): JobRunner => {
  const { elapsedMs } = context;
  const running = new Map<string, Running>();

  const turn = (): Promise<void> => new Promise((resolve) => context.soon(resolve));

  const refusalOf = (cause: unknown): Refusal =>
    cause instanceof JobStopped ? cause.refusal : context.failure(cause);

  const early = (refusal: Refusal, { reportSoFar }: JobRun): Result<JobReport, JobRefusal> =>
    err(reportSoFar ? { ...refusal, report: reportSoFar() } : refusal);

  const reporter = (job: string, run: JobRun): (() => void) => {
    const startedAt = elapsedMs();
    let reportedAt = startedAt;
    return () => {
      const now = elapsedMs();
      if (now - reportedAt < PROGRESS_EVERY_MS) return;
      reportedAt = now;
      const { done, total } = run.progress();
      const remainingMs =
        done === 0 ? null : Math.max(0, Math.round(((now - startedAt) * (total - done)) / done));
      context.onProgress({ job, done, total, remainingMs });
    };
  };

  const slices = async (
    id: string,
    run: JobRun,
    cancelling: AbortSignal,
  ): Promise<Result<JobReport, JobRefusal>> => {
    const report = reporter(id, run);
    try {
      while (!cancelling.aborted) {
        if ((await run.step()) === 'done') return ok(run.report());
        report();
        await turn();
      }
      return early({ type: 'Cancelled' }, run);
    } catch (cause) {
      return early(refusalOf(cause), run);
    }
  };

  const runToEnd = async (
    id: string,
    job: Job,
    cancelling: AbortSignal,
  ): Promise<Result<JobReport, JobRefusal>> => {
    try {
      await Promise.race([context.whenReady(job), aborted(cancelling)]);
      if (cancelling.aborted) return err({ type: 'Cancelled' });
      const begun = await context.begin(job);
      if (!begun.ok) return begun;
      try {
        return await slices(id, begun.value, cancelling);
      } finally {
        await begun.value.end();
      }
    } catch (cause) {
      return err(refusalOf(cause));
    }
  };

  return {
    run: async (id, job) => {
      const { kind } = job;
      if (running.has(id) || [...running.values()].some((other) => other.kind === kind))
        return err({ type: 'JobRunning' });
      const cancelling = new AbortController();
      const ended = runToEnd(id, job, cancelling.signal);
      running.set(id, { kind, cancelling, ended });
      try {
        return await ended;
      } finally {
        running.delete(id);
      }
    },
    cancel: (id) => running.get(id)?.cancelling.abort(),
    stop: async () => {
      const jobs = [...running.values()];
      for (const { cancelling } of jobs) cancelling.abort();
      await Promise.all(jobs.map(({ ended }) => ended));
    },
  };
};
