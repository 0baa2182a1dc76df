import { describe, expect, test } from 'vitest';
import { err, ok } from '../../../shared/kernel/result.ts';
import type { Job, JobProgress } from '../../../shared/protocol/jobs.ts';
import type { JobRun } from './JobRun.ts';
import { createJobRunner } from './JobRunner.ts';
import { JobStopped } from './JobStopped.ts';

const verify: Job = { kind: 'verify' };
const rebuild: Job = { kind: 'rebuild' };
const report = { kind: 'verify', sound: true, events: 10, findings: [] } as const;

/** A runner whose jobs have so many slices, each of which takes so long by its clock. */
const runnerOf = (
  slices: number,
  sliceMs = 0,
  change: Partial<JobRun> = {},
  ready = Promise.resolve(),
) => {
  let now = 0;
  const log: string[] = [];
  const progress: JobProgress[] = [];
  const defects: unknown[] = [];
  let beginnings = 0;
  const runner = createJobRunner({
    elapsedMs: () => now,
    soon: (work) => void setImmediate(work),
    onProgress: (one) => progress.push(one),
    failure: (cause) => {
      defects.push(cause);
      return { type: 'Unexpected' };
    },
    whenReady: () => ready,
    begin: ({ kind }) => {
      beginnings += 1;
      const number = beginnings;
      let done = 0;
      log.push(`begin ${kind} ${number}`);
      return Promise.resolve(
        ok({
          step: () => {
            now += sliceMs;
            done += 1;
            return done < slices ? 'more' : 'done';
          },
          progress: () => ({ done: done * 100, total: slices * 100 }),
          report: () => report,
          end: () => void log.push(`end ${number} after ${done}`),
          ...change,
        }),
      );
    },
  });
  return { runner, log, progress, defects };
};

const cancelled = err({ type: 'Cancelled' });
const running = err({ type: 'JobRunning' });

describe('a job', () => {
  test('runs to its end, gives its report, and lets go of what it holds', async () => {
    const { runner, log } = runnerOf(5);
    expect(await runner.run('a', verify)).toEqual(ok(report));
    expect(log).toEqual(['begin verify 1', 'end 1 after 5']);
  });

  test('lets others have their turn between its slices', async () => {
    const { runner } = runnerOf(20);
    let turns = 0;
    const job = runner.run('a', verify);
    const beside = (async () => {
      for (; turns < 10; turns += 1) await new Promise(setImmediate);
    })();
    await job;
    expect(turns).toBe(10);
    await beside;
  });

  test('tells how far it is and how long it will take, ten times a second', async () => {
    const { runner, progress } = runnerOf(100, 10);
    await runner.run('a', verify);
    expect(progress.length).toBe(9);
    expect(progress[0]).toEqual({ job: 'a', done: 1000, total: 10_000, remainingMs: 900 });
    expect(progress.at(-1)).toEqual({ job: 'a', done: 9000, total: 10_000, remainingMs: 100 });
  });

  test('does not guess how long it will take before anything is done', async () => {
    const { runner, progress } = runnerOf(3, 200, { progress: () => ({ done: 0, total: 7 }) });
    await runner.run('a', verify);
    expect(progress.map(({ remainingMs }) => remainingMs)).toEqual([null, null]);
  });

  test('is one of its kind at a time; one of another kind may run beside it', async () => {
    const { runner, log } = runnerOf(5);
    const first = runner.run('a', verify);
    expect(await runner.run('b', verify)).toEqual(running);
    expect(await runner.run('a', rebuild)).toEqual(running);
    const other = runner.run('c', rebuild);
    expect(await first).toEqual(ok(report));
    expect(await other).toEqual(ok(report));
    expect(await runner.run('b', verify)).toEqual(ok(report));
    expect(log.filter((line) => line.startsWith('begin'))).toHaveLength(3);
  });

  test('ends before its next slice when it is cancelled, and a new one may begin', async () => {
    const { runner, log } = runnerOf(1_000_000);
    const job = runner.run('a', verify);
    await new Promise(setImmediate);
    runner.cancel('another');
    runner.cancel('a');
    expect(await job).toEqual(cancelled);
    expect(log).toHaveLength(2);
    const again = runner.run('a', verify);
    runner.cancel('a');
    expect(await again).toEqual(cancelled);
  });

  test('never begins when it is cancelled before it may', async () => {
    const { promise, resolve } = Promise.withResolvers<void>();
    const { runner, log } = runnerOf(5, 0, {}, promise);
    const job = runner.run('a', verify);
    runner.cancel('a');
    expect(await job).toEqual(cancelled);
    const other = runner.run('b', verify);
    await runner.stop();
    expect(await other).toEqual(cancelled);
    resolve();
    await promise;
    expect(log).toEqual([]);
  });

  test('tells what it has done when it ends early, where that stays done', async () => {
    const reportSoFar = () => report;
    const stop = { type: 'StorageFull' };
    const stopped = { step: () => Promise.reject(new JobStopped(stop)), reportSoFar };
    expect(await runnerOf(5, 0, stopped).runner.run('a', verify)).toEqual(err({ ...stop, report }));
    const { runner } = runnerOf(1_000_000, 0, { reportSoFar });
    const job = runner.run('a', verify);
    await new Promise(setImmediate);
    runner.cancel('a');
    expect(await job).toEqual(err({ type: 'Cancelled', report }));
  });

  test('is cancelled and waited for when the runner stops', async () => {
    const { runner, log } = runnerOf(1_000_000);
    const jobs = [runner.run('a', verify), runner.run('b', rebuild)];
    await new Promise(setImmediate);
    await runner.stop();
    expect(log.filter((line) => line.startsWith('end'))).toHaveLength(2);
    expect(await Promise.all(jobs)).toEqual([cancelled, cancelled]);
  });

  test('that fails is told by its incident, lets go, and blocks nothing', async () => {
    const cause = new TypeError('planted');
    const { runner, log, defects } = runnerOf(5, 0, {
      step: () => {
        throw cause;
      },
    });
    const failed = err({ type: 'Unexpected' });
    expect(await runner.run('a', verify)).toEqual(failed);
    expect(await runner.run('b', verify)).toEqual(failed);
    expect(log).toEqual(['begin verify 1', 'end 1 after 0', 'begin verify 2', 'end 2 after 0']);
    expect(defects).toEqual([cause, cause]);
  });

  test('that is stopped by a refusal ends with it, and that is no defect', async () => {
    const refusal = { type: 'StorageFull', code: 'SQLITE_FULL' };
    const { runner, log, defects } = runnerOf(5, 0, {
      step: () => Promise.reject(new JobStopped(refusal)),
    });
    expect(await runner.run('a', verify)).toEqual(err(refusal));
    expect(log).toEqual(['begin verify 1', 'end 1 after 0']);
    expect(defects).toEqual([]);
  });
});
