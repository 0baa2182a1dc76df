import { readdirSync, statSync } from 'node:fs';
import path from 'node:path';

/** The project's folder. */
export const root = path.resolve(import.meta.dirname, '..');

/** Written last by a build, so its age is the age of the whole of `dist`. */
export const stampFile = path.join(root, 'dist/built');

/** Everything a build reads. */
const sources = [
  'main',
  'renderer',
  'shared',
  'build/build.mjs',
  'package-lock.json',
  'tsconfig.base.json',
];

/** Tests are no part of a build; saving one makes nothing stale. */
const isTest = /\.(test|e2e)\.tsx?$/;

/**
 * Whether the file, or anything below the folder, was written after the given time. Folders count
 * too, since a deleted file shows only there.
 *
 * @param {string} place
 * @param {number} timeMs
 * @returns {boolean}
 */
const changedSince = (place, timeMs) => {
  const found = statSync(place, { throwIfNoEntry: false });
  if (found === undefined) return false;
  if (found.mtimeMs > timeMs) return true;
  return (
    found.isDirectory() &&
    readdirSync(place).some(
      (name) => !isTest.test(name) && changedSince(path.join(place, name), timeMs),
    )
  );
};

/** Whether `dist` is missing or older than its sources. A few milliseconds, so asked at every start. */
export const isStale = () => {
  const stamp = statSync(stampFile, { throwIfNoEntry: false });
  return (
    stamp === undefined ||
    sources.some((source) => changedSince(path.join(root, source), stamp.mtimeMs))
  );
};
