import { randomUUID } from 'node:crypto';
import type { Result } from '../../shared/kernel/result.ts';
import type { Job, JobRefusal, JobReport } from '../../shared/protocol/jobs.ts';
import type { Engine } from '../engine/Engine.ts';
import type { Cli } from './Cli.ts';

/** Runs a job to its end and shows how far it is. Cancelled when the person asks the program to end. */
export const runJob = async (
  engine: Engine,
  job: Job,
  { showProgress, interrupted }: Cli,
): Promise<Result<JobReport, JobRefusal>> => {
  const id = randomUUID();
  engine.onNotice((notice) => {
    if (notice.type !== 'progress' || notice.progress.job !== id) return;
    const { done, total, remainingMs } = notice.progress;
    const percent = total === 0 ? 100 : Math.floor((100 * done) / total);
    const seconds = remainingMs === null ? '' : `, ${Math.ceil(remainingMs / 1000)} s left`;
    showProgress(`${job.kind}: ${percent} %${seconds}`);
  });
  const cancel = (): void => void engine.cancelJob(id);
  interrupted.addEventListener('abort', cancel, { once: true });
  try {
    return await engine.runJob(id, job);
  } finally {
    interrupted.removeEventListener('abort', cancel);
    showProgress(null);
  }
};
