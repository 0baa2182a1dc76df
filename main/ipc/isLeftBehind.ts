import { statSync } from 'node:fs';
import { uptime } from 'node:os';

/** Whether a process of this number is there; one that we may not touch is. */
const isAlive = (pid: number): boolean => {
  try {
    process.kill(pid, 0);
    return true;
  } catch (thrown) {
    return thrown instanceof Error && 'code' in thrown && thrown.code === 'EPERM';
  }
};

/**
 * Whether a folder that bears the number of the process that made it was left by a run that is over: to be
 * asked at the start, when nothing is of this one. A number is given to another process sooner or later,
 * but what is older than the machine's start is nobody's.
 */
export const isLeftBehind = (folder: string, pid: number): boolean => {
  if (!Number.isSafeInteger(pid) || pid <= 0 || pid === process.pid) return true;
  if (!isAlive(pid)) return true;
  // Nothing is there any more when another run was quicker.
  const made = statSync(folder, { throwIfNoEntry: false })?.mtimeMs ?? 0;
  return made < Date.now() - uptime() * 1000;
};
