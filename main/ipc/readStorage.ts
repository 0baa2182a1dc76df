import { readdirSync, statfsSync, statSync } from 'node:fs';
import path from 'node:path';
import type { StorageReport } from '../../shared/protocol.ts';

/** The databases of a daybook, in the order in which a user may miss them. */
const databases = ['log.db', 'keys.db', 'state.db'] as const;

const bytesOf = (file: string): number => statSync(file, { throwIfNoEntry: false })?.size ?? 0;

const freeBytesOf = (folder: string): number | null => {
  try {
    const { bavail, bsize } = statfsSync(folder);
    return bavail * bsize;
  } catch {
    // Some network drives do not say.
    return null;
  }
};

/**
 * What a daybook takes on disk, and what is left there. Files are only named, never opened: SQLite's lock
 * would be lost by it.
 */
export const readStorage = (
  folder: string,
): Pick<StorageReport, 'folder' | 'files' | 'freeBytes'> => {
  const names = readdirSync(folder);
  return {
    folder,
    files: databases
      .filter((database) => names.includes(database))
      .map((database) => ({
        name: database,
        bytes: names
          .filter((name) => name === database || name === `${database}-wal`)
          .reduce((sum, name) => sum + bytesOf(path.join(folder, name)), 0),
      })),
    freeBytes: freeBytesOf(folder),
  };
};
