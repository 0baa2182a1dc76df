import { readdirSync, rmSync, statSync } from 'node:fs';
import { uptime } from 'node:os';
import path from 'node:path';

/** Whether a process of this number is there; one that we may not touch is. */
const isAlive = (pid: number): boolean => {
  try {
    process.kill(pid, 0);
    return true;
  } catch (thrown) {
    return thrown instanceof Error && 'code' in thrown && thrown.code === 'EPERM';
  }
};

/** A number is given to another process sooner or later, but what is older than the machine's start is nobody's. */
const isLeftBehind = (folder: string, name: string, startedAtMs: number): boolean => {
  const pid = Number(name);
  if (!Number.isSafeInteger(pid) || pid <= 0 || pid === process.pid) return true;
  return !isAlive(pid) || statSync(folder).mtimeMs < startedAtMs;
};

/**
 * The folder for files that pass between windows and this process: in `home`, which is the user's own,
 * rather than where all users of the machine keep temporary files. Removes what runs of the program
 * have left there that were killed, since it is personal data in clear.
 */
export const openHandedFolder = (home: string): string => {
  const all = path.join(home, '.handed');
  const startedAtMs = Date.now() - uptime() * 1000;
  try {
    for (const name of readdirSync(all)) {
      const folder = path.join(all, name);
      if (isLeftBehind(folder, name, startedAtMs)) rmSync(folder, { recursive: true, force: true });
    }
  } catch {
    // There is none yet, or it is another user's; then writing into it says so.
  }
  return path.join(all, String(process.pid));
};
