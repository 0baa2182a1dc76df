import type { Notice } from '../../shared/methods.ts';
import { err, ok, type Result } from '../../shared/kernel/result.ts';
import type { Job, JobProgress, JobRefusal, JobReport } from '../../shared/protocol/jobs.ts';
import { withoutRows } from '../../shared/protocol/withoutRows.ts';
import type { Bridge } from './Bridge.ts';
import type { CutShort } from './createCutShort.ts';
import { isAnswered } from './isAnswered.ts';
import { createListeners } from './createListeners.ts';

export type JobKind = Job['kind'];

export interface JobState {
  readonly running: boolean;
  readonly progress: JobProgress | null;
  readonly report: JobReport | null;
  readonly refusal: JobRefusal | null;
}

const idle: JobState = { running: false, progress: null, report: null, refusal: null };

const endedWith = (outcome: Result<JobReport, JobRefusal>): JobState =>
  outcome.ok ? { ...idle, report: outcome.value } : { ...idle, refusal: outcome.error };

export interface Jobs {
  readonly state: (kind: JobKind) => JobState;
  /** Whether this window has begun the job of this id, and it is under way. */
  readonly has: (id: string) => boolean;
  /** Whether this window has begun it, and knows how it ended. */
  readonly hasHeard: (id: string) => boolean;
  readonly onChange: (listener: () => void) => () => void;
  readonly onEnd: (listener: () => void) => () => void;
  readonly run: (job: Job) => Promise<void>;
  readonly cancel: (kind: JobKind) => void;
  /** Drops what was reported by a job that has ended. */
  readonly dismiss: (kind: JobKind) => void;
  /** Somebody was erased, or may have been: a row of a file that a report names may be theirs. */
  readonly forgetRows: () => void;
  /** Drops everything, since it was about a daybook that is no longer open. */
  readonly forget: () => void;
  /**
   * The program knows of these: one that was lost with the connection goes on or has ended, and is told of
   * as the work of another window is.
   */
  readonly find: (ids: readonly string[]) => void;
}

/** Long work, one of each kind at a time. It goes on while its screen is not shown. */
export const createJobs = (bridge: Bridge, newId: () => string, cutShort: CutShort): Jobs => {
  const changes = createListeners<null>();
  const ends = createListeners<null>();
  const states = new Map<JobKind, JobState>();
  const ids = new Map<JobKind, string>();
  const heard = new Set<string>();
  const lost = new Map<JobKind, string>();

  const set = (kind: JobKind, state: JobState): void => {
    states.set(kind, state);
    changes.tell(null);
  };

  bridge.onNotice((notice: Notice) => {
    if (notice.type !== 'progress') return;
    for (const [kind, id] of ids)
      if (id === notice.progress.job)
        set(kind, { ...(states.get(kind) ?? idle), progress: notice.progress });
  });

  return {
    state: (kind) => states.get(kind) ?? idle,
    has: (id) => [...ids.values()].includes(id),
    hasHeard: (id) => heard.has(id),
    onChange: (listener) => changes.add(listener),
    onEnd: (listener) => ends.add(listener),
    run: async (job) => {
      const { kind } = job;
      if (states.get(kind)?.running === true) return;
      const id = newId();
      ids.set(kind, id);
      lost.delete(kind);
      set(kind, { ...idle, running: true });
      const reply = await bridge.call('job/run', { id, job });
      if (isAnswered(reply)) heard.add(id);
      else {
        lost.set(kind, id);
        cutShort.noteLost(job);
      }
      if (reply.ok) cutShort.makeGood(job);
      if (ids.get(kind) !== id) return;
      ids.delete(kind);
      set(kind, endedWith(reply));
      ends.tell(null);
    },
    cancel: (kind) => {
      const id = ids.get(kind);
      if (id !== undefined) void bridge.call('job/cancel', { id });
    },
    dismiss: (kind) => {
      if (ids.has(kind)) return;
      states.delete(kind);
      changes.tell(null);
    },
    forgetRows: () => {
      for (const [kind, { report, refusal }] of states) {
        if (report !== null) set(kind, endedWith(withoutRows(ok(report))));
        if (refusal !== null) set(kind, endedWith(withoutRows(err(refusal))));
      }
    },
    forget: () => {
      for (const kind of ids.keys()) cutShort.note(kind);
      ids.clear();
      states.clear();
      lost.clear();
      changes.tell(null);
    },
    find: (known) => {
      for (const [kind, id] of lost) {
        if (!known.includes(id)) continue;
        lost.delete(kind);
        cutShort.drop(kind);
        states.delete(kind);
        changes.tell(null);
      }
    },
  };
};
