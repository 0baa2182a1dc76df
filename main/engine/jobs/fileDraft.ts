import { rmSync } from 'node:fs';
import { open, rename, unlink, type FileHandle } from 'node:fs/promises';
import path from 'node:path';

/** A file that is being written beside its place, so that it gets there by its name alone: whole, or not at all. */
export interface FileDraft {
  readonly handle: FileHandle;
  /** On the disk by then, it takes its place. */
  readonly finish: () => Promise<void>;
  /** Gives it up, unless it has taken its place. */
  readonly end: () => Promise<void>;
}

export const draftOf = (file: string): string =>
  path.join(path.dirname(file), `.${path.basename(file)}.part`);

/** Removes what a run that was killed has left beside the place of a file. */
export const sweepDraft = (file: string): void => rmSync(draftOf(file), { force: true });

/**
 * A new file that its user only may read. What lies there was left by an earlier run, or put there to
 * lead us elsewhere or to read along: it goes, and is never written into.
 *
 * **Errors:** throws what the system says, also later.
 */
export const openFileDraft = async (file: string): Promise<FileDraft> => {
  const draft = draftOf(file);
  // Where it cannot go, the opening says so.
  await unlink(draft).catch(() => null);
  const handle = await open(draft, 'wx', 0o600);
  let isOpen = true;
  const close = async (): Promise<void> => {
    if (!isOpen) return;
    isOpen = false;
    await handle.close();
  };
  return {
    handle,
    finish: async () => {
      await handle.sync();
      await close();
      await rename(draft, file);
    },
    end: async () => {
      await close();
      rmSync(draft, { force: true });
    },
  };
};
