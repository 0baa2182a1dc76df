import { spawnSync } from 'node:child_process';
import path from 'node:path';

const root = path.resolve(import.meta.dirname, '..');

/** Builds what is not up to date, by the script that every program of ours is started through. */
export const buildIfStale = (): void => {
  const { status, stderr } = spawnSync(
    process.execPath,
    [path.join(root, 'build/run.mjs'), 'cli', '--help'],
    { cwd: root, encoding: 'utf8' },
  );
  if (status !== 0) throw new Error(stderr);
};
