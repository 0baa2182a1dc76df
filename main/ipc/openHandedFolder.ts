import { lstatSync, readdirSync } from 'node:fs';
import path from 'node:path';
import { createFailureLog, type HostLog } from './HostLog.ts';
import { isLeftBehind } from './isLeftBehind.ts';
import { sweepNotedDrafts } from './notedDrafts.ts';
import { removeWhole, type Remove } from './removeWhole.ts';

const namesIn = (folder: string): readonly string[] => {
  try {
    return readdirSync(folder);
  } catch {
    // There is none yet, or it is another user's; then writing into it says so.
    return [];
  }
};

const filesIn = (folder: string): readonly string[] =>
  readdirSync(folder, { recursive: true, withFileTypes: true })
    .filter((entry) => !entry.isDirectory())
    .map((entry) => path.join(entry.parentPath, entry.name));

/**
 * The folder for files that pass between windows and this process: in `home`, which is the user's own,
 * rather than where all users of the machine keep temporary files. Removes what runs of the program
 * have left there that were killed, and beside the places that they were writing at, since it is personal
 * data in clear. What cannot be removed keeps nothing else from going, and is tried again at the next start.
 */
export const openHandedFolder = (
  home: string,
  log: HostLog,
  remove: Remove = removeWhole,
): string => {
  const all = path.join(home, '.handed');
  const failed = createFailureLog(log)('leftBehind');

  const isRemoved = (place: string): boolean => {
    try {
      remove(place);
      return true;
    } catch (thrown) {
      failed(thrown);
      return false;
    }
  };

  const sweep = (folder: string): void => {
    // A link goes by itself: what it leads to is not ours.
    const isFolder = lstatSync(folder, { throwIfNoEntry: false })?.isDirectory() ?? false;
    const waiting = isFolder ? sweepNotedDrafts(folder, failed) : [];
    // One by one, since removing a whole folder ends at the first file that stays.
    const files = isFolder ? filesIn(folder).filter((file) => !waiting.includes(file)) : [];
    const gone = files.filter(isRemoved);
    if (waiting.length === 0 && gone.length === files.length) isRemoved(folder);
  };

  for (const name of namesIn(all)) {
    const folder = path.join(all, name);
    try {
      if (isLeftBehind(folder, Number(name))) sweep(folder);
    } catch (thrown) {
      failed(thrown);
    }
  }
  return path.join(all, String(process.pid));
};
