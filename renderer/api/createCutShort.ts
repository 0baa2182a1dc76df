import type { Job } from '../../shared/protocol/jobs.ts';

/**
 * The kinds of long work that this window had begun when its daybook was put away, and of which it has
 * heard no good end. The program may never have heard of them, so only the window can tell.
 */
export interface CutShort {
  readonly note: (kind: Job['kind']) => void;
  /** It is done after all, or somebody was told. */
  readonly drop: (kind: Job['kind']) => void;
  readonly list: () => readonly Job['kind'][];
  /** The connection fell while it was under way: it may have ended with the program. */
  readonly noteLost: (kind: Job['kind']) => void;
  readonly lost: () => readonly Job['kind'][];
  /** Another daybook is open, in which none of it is to be spoken of. */
  readonly forgetLost: () => void;
}

export const createCutShort = (): CutShort => {
  const kinds = new Set<Job['kind']>();
  const lost = new Set<Job['kind']>();
  return {
    note: (kind) => void kinds.add(kind),
    drop: (kind) => {
      kinds.delete(kind);
      lost.delete(kind);
    },
    list: () => [...kinds],
    noteLost: (kind) => void lost.add(kind),
    lost: () => [...lost],
    forgetLost: () => lost.clear(),
  };
};
