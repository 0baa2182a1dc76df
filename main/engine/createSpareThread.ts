import type { Worker } from 'node:worker_threads';

/** A thread that waits for work, so that nobody has to wait for the thread. */
export interface SpareThread {
  /** Starts one, unless one waits already. It keeps no process alive. */
  readonly prepare: () => void;
  /** The one that waits, or a new one. The next has to be prepared. */
  readonly take: () => Worker;
}

/** One that ends while it waits is forgotten: whoever takes a new one is told what is wrong. */
export const createSpareThread = (start: () => Worker): SpareThread => {
  let spare: Worker | null = null;
  const forgetIfGone = (thread: Worker) => (): void => {
    if (spare === thread) spare = null;
  };
  return {
    prepare: () => {
      if (spare !== null) return;
      const thread = start();
      // The second of the two comes when another may wait already.
      thread.once('error', forgetIfGone(thread)).once('exit', forgetIfGone(thread));
      thread.unref();
      spare = thread;
    },
    take: () => {
      const thread = spare ?? start();
      spare = null;
      thread.ref();
      return thread;
    },
  };
};
