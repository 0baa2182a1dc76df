import { execFileSync } from 'node:child_process';
import { afterAll } from 'vitest';

/**
 * For tests: a disk of so little room, such as `2m`, laid over an empty folder until the tests of the file
 * are over. Gives the folder; or null, and says why, where the machine lets nobody have one.
 */
export const mountDisk = (folder: string, size: string): string | null => {
  try {
    execFileSync('mount', ['-t', 'tmpfs', '-o', `size=${size}`, 'tmpfs', folder], {
      stdio: ['ignore', 'ignore', 'pipe'],
    });
  } catch (cause) {
    process.stderr.write(`left out, as there is no disk to fill: ${String(cause).trim()}\n`);
    return null;
  }
  afterAll(() => {
    execFileSync('umount', ['--lazy', folder]);
  });
  return folder;
};
