import { closeSync, fstatSync, openSync } from 'node:fs';

/** Files of an open daybook, held by what they are and not by where they lie. */
export interface HeldFiles {
  /**
   * True once one of them is in no folder any more. A file that was moved or renamed is still there. It
   * costs a few microseconds; does not throw.
   */
  readonly areDeleted: () => boolean;
  /**
   * Only after whoever else has them open in this process has closed them: it takes all POSIX locks of the
   * process on them away.
   */
  readonly close: () => void;
}

/** The names that a file has in folders; null where the system does not say. */
const namesOf = (file: number): number | null => {
  try {
    return fstatSync(file).nlink;
  } catch {
    // Whoever writes into it will meet the same failure, and can tell it better.
    return null;
  }
};

/** Holds files that exist, so that their deletion can be seen. */
export const holdFiles = (paths: readonly string[]): HeldFiles => {
  const files: number[] = [];
  const close = (): void => files.splice(0).forEach((file) => closeSync(file));
  try {
    for (const path of paths) files.push(openSync(path, 'r'));
  } catch (cause) {
    close();
    throw cause;
  }
  // A disk that counts no names says nothing of a deletion.
  const counted = files.filter((file) => (namesOf(file) ?? 0) > 0);
  return { areDeleted: () => counted.some((file) => namesOf(file) === 0), close };
};
