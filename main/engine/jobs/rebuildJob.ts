import type { AnyRecord } from '../../../shared/kernel/record.ts';
import type { ProjectionContext, Projector } from '../projection/Projector.ts';
import { createRebuild } from '../projection/rebuild.ts';
import { SLICE_MS, type JobRun } from './JobRun.ts';

/** Makes the rows of records anew, as a job. */
export const createRebuildJob = (
  context: ProjectionContext,
  projector: Projector,
  records: readonly AnyRecord[],
): JobRun => {
  const rebuild = createRebuild(context, records, projector.reload);
  const startedAt = context.elapsedMs();
  let isDone = false;
  return {
    step: () => {
      const outcome = rebuild.step(SLICE_MS);
      isDone = outcome === 'done';
      return outcome;
    },
    progress: rebuild.progress,
    report: () => ({
      kind: 'rebuild',
      ...rebuild.report(),
      milliseconds: Math.round(context.elapsedMs() - startedAt),
    }),
    end: () => {
      if (!isDone) rebuild.abandon();
    },
  };
};
