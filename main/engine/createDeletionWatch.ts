/** The files of an open daybook were deleted: what is written into them is gone with its closing. */
export interface FilesDeleted {
  readonly type: 'FilesDeleted';
}

/** Looks whether the files of an open daybook are still on the disk. */
export interface DeletionWatch {
  /** Whether a look has found them deleted. They do not come back. */
  readonly refusal: () => FilesDeleted | null;
  /** The same after a look. */
  readonly look: () => FilesDeleted | null;
  readonly stop: () => void;
}

export interface DeletionWatchDependencies {
  readonly areDeleted: () => boolean;
  /** Told once. */
  readonly onDeleted: () => void;
  /** Runs `work` again and again; gives back what ends it. */
  readonly repeat: (work: () => void, everyMs: number) => () => void;
}

const EVERY_MS = 1_000;

const filesDeleted: FilesDeleted = { type: 'FilesDeleted' };

/**
 * A folder can be deleted under an open daybook on Linux and macOS. The files go on taking what is written,
 * as nothing but their names is gone, and nobody would notice before they are closed.
 */
export const createDeletionWatch = ({
  areDeleted,
  onDeleted,
  repeat,
}: DeletionWatchDependencies): DeletionWatch => {
  let found: FilesDeleted | null = null;
  const look = (): FilesDeleted | null => {
    if (found !== null || !areDeleted()) return found;
    found = filesDeleted;
    stop();
    onDeleted();
    return found;
  };
  // Whoever is about to write should know it before.
  const stop = repeat(look, EVERY_MS);
  return { refusal: () => found, look, stop };
};
