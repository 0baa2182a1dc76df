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
}

export const createCutShort = (): CutShort => {
  const kinds = new Set<Job['kind']>();
  return {
    note: (kind) => void kinds.add(kind),
    drop: (kind) => void kinds.delete(kind),
    list: () => [...kinds],
  };
};
