import { statfsSync } from 'node:fs';

/** How much room is left on the disk of a folder; null where the system does not say. **Units:** bytes. */
export const readFreeBytes = (folder: string): number | null => {
  try {
    const { bavail, bsize } = statfsSync(folder);
    return bavail * bsize;
  } catch {
    // Some network drives do not say.
    return null;
  }
};
