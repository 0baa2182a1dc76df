import { readdirSync, rmSync } from 'node:fs';
import path from 'node:path';
import { isLeftBehind } from './isLeftBehind.ts';
import { sweepNotedDrafts } from './notedDrafts.ts';

/**
 * The folder for files that pass between windows and this process: in `home`, which is the user's own,
 * rather than where all users of the machine keep temporary files. Removes what runs of the program
 * have left there that were killed, and beside the places that they were writing at, since it is personal
 * data in clear.
 */
export const openHandedFolder = (home: string): string => {
  const all = path.join(home, '.handed');
  try {
    for (const name of readdirSync(all)) {
      const folder = path.join(all, name);
      if (!isLeftBehind(folder, Number(name))) continue;
      sweepNotedDrafts(folder);
      rmSync(folder, { recursive: true, force: true });
    }
  } catch {
    // There is none yet, or it is another user's; then writing into it says so.
  }
  return path.join(all, String(process.pid));
};
