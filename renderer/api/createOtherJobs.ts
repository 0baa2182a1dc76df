import type { EndedJob, JobProgress, RunningJob } from '../../shared/protocol/jobs.ts';
import type { Bridge } from './Bridge.ts';
import type { JobKind } from './createJobs.ts';
import { createListeners } from './createListeners.ts';
import { createNotedIds, type NotedIds } from './createNotedIds.ts';

/** Long work of this window, of which its owner knows. */
interface OwnJobs {
  readonly has: (id: string) => boolean;
  readonly hasHeard: (id: string) => boolean;
  readonly onChange: (listener: () => void) => () => void;
}

/** Long work that another window has begun, or this one before it was loaded again. */
export interface OtherJobs {
  /** The id of the one of this kind among all that is under way. */
  readonly find: (running: readonly RunningJob[], kind: JobKind) => string | null;
  /** Whether this window has begun it, before its page was loaded again. */
  readonly isFromHere: (id: string) => boolean;
  readonly progress: (id: string) => JobProgress | null;
  /** The id of the one of this kind that has ended and is still to be shown here. */
  readonly findEnded: (ended: readonly EndedJob[], kind: JobKind) => string | null;
  /** It is on the screen: when the page is loaded again, it is not shown once more. */
  readonly noteShown: (id: string) => void;
  /** Somebody has seen enough of it. */
  readonly putAway: (id: string) => void;
  readonly onChange: (listener: () => void) => () => void;
  readonly cancel: (id: string) => void;
}

export const createOtherJobs = (
  bridge: Pick<Bridge, 'call' | 'onNotice'>,
  own: readonly OwnJobs[],
  storage: Pick<Storage, 'getItem' | 'setItem'>,
  begun: Pick<NotedIds, 'list'>,
): OtherJobs => {
  const changes = createListeners<null>();
  const progresses = new Map<string, JobProgress>();
  /** Which endings this window has shown. */
  const shown = createNotedIds(storage, 'daybook.shownEndings');
  /** What this window has to show no more, or was on its screen before it was loaded again. */
  const done = new Set(shown.list());
  const isOwn = (id: string): boolean => own.some((jobs) => jobs.has(id));

  bridge.onNotice((notice) => {
    if (notice.type === 'progress' && !isOwn(notice.progress.job)) {
      progresses.set(notice.progress.job, notice.progress);
      changes.tell(null);
    }
    if (notice.type === 'jobs')
      for (const id of progresses.keys())
        if (!notice.jobs.some((job) => job.id === id)) progresses.delete(id);
  });
  // What was another's may be one's own from now on, and the other way round.
  for (const jobs of own) jobs.onChange(() => changes.tell(null));

  return {
    find: (running, kind) => running.find((job) => job.kind === kind && !isOwn(job.id))?.id ?? null,
    isFromHere: (id) => begun.list().includes(id),
    progress: (id) => progresses.get(id) ?? null,
    findEnded: (ended, kind) =>
      ended.find(
        (job) =>
          job.kind === kind &&
          !done.has(job.id) &&
          !own.some((jobs) => jobs.has(job.id) || jobs.hasHeard(job.id)),
      )?.id ?? null,
    noteShown: shown.note,
    putAway: (id) => {
      done.add(id);
      shown.note(id);
      changes.tell(null);
    },
    onChange: (listener) => changes.add(listener),
    cancel: (id) => void bridge.call('job/cancel', { id }),
  };
};
