import { readFileSync, rmSync, writeFileSync } from 'node:fs';
import { hostname } from 'node:os';
import { join } from 'node:path';

/**
 * Who has a daybook open. The lock itself is SQLite's on the database files, which ends with its
 * process; this file only tells a second one who it is waiting for.
 */
export interface LockHolder {
  readonly pid: number;
  readonly host: string;
  /** RFC 3339. */
  readonly since: string;
}

const fileIn = (folder: string): string => join(folder, 'lock');

/** Says that this process has the daybook. A folder that cannot be written to is told of elsewhere. */
export const writeLockFile = (folder: string, nowMs: number): void => {
  const holder: LockHolder = {
    pid: process.pid,
    host: hostname(),
    since: new Date(nowMs).toISOString(),
  };
  writeFileSync(fileIn(folder), `${JSON.stringify(holder)}\n`);
};

export const removeLockFile = (folder: string): void => rmSync(fileIn(folder), { force: true });

/** Who holds it, as far as the file tells. */
export const readLockFile = (folder: string): LockHolder | null => {
  try {
    const { pid, host, since } = JSON.parse(readFileSync(fileIn(folder), 'utf8')) as LockHolder;
    return typeof pid === 'number' && typeof host === 'string' && typeof since === 'string'
      ? { pid, host, since }
      : null;
  } catch {
    // Missing, or cut off by a crash: then nobody knows, and the caller says so.
    return null;
  }
};
