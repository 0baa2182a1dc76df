import type { Job } from '../../shared/protocol/jobs.ts';

/** A check of an import writes nothing: it makes no import good that was lost. */
const isTrial = (job: Job): boolean => job.kind === 'import' && job.dryRun;

/**
 * The kinds of long work that this window had begun when its daybook was put away, and of which it has
 * heard no good end. The program may never have heard of them, so only the window can tell.
 */
export interface CutShort {
  readonly note: (kind: Job['kind']) => void;
  /** The program tells of it itself, or somebody was told. */
  readonly drop: (kind: Job['kind']) => void;
  /** It is done after all, or has been done anew. */
  readonly makeGood: (job: Job) => void;
  readonly list: () => readonly Job['kind'][];
  /** The connection fell while it was under way: it may have ended with the program. */
  readonly noteLost: (job: Job) => void;
  readonly lost: () => readonly Job['kind'][];
  /** Another daybook is open, in which none of it is to be spoken of. */
  readonly forgetLost: () => void;
}

export const createCutShort = (): CutShort => {
  const kinds = new Set<Job['kind']>();
  /** Whether all of the kind that is lost was a trial. */
  const lost = new Map<Job['kind'], boolean>();
  return {
    note: (kind) => void kinds.add(kind),
    drop: (kind) => {
      kinds.delete(kind);
      lost.delete(kind);
    },
    makeGood: (job) => {
      kinds.delete(job.kind);
      if (!isTrial(job) || lost.get(job.kind) === true) lost.delete(job.kind);
    },
    list: () => [...kinds],
    noteLost: (job) => void lost.set(job.kind, isTrial(job) && (lost.get(job.kind) ?? true)),
    lost: () => [...lost.keys()],
    forgetLost: () => lost.clear(),
  };
};
