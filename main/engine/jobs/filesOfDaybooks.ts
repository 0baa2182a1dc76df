import { existsSync } from 'node:fs';
import path from 'node:path';
import { liesInDaybook, placeInDaybook } from '../folder/liesInDaybook.ts';
import { isOpenDatabase } from '../sqlite/openDatabase.ts';

/*
 * A thread knows the files that it has open itself. Those of another daybook may be open in another
 * thread of this process, and merely to open and close one would end the lock that keeps others from it.
 */

const isDatabaseOfThisThread = (file: string): boolean => existsSync(file) && isOpenDatabase(file);

/** What a daybook is made of, with what SQLite puts beside its files. */
const ownNames = /^(?:(?:log|keys|state)\.db(?:-wal|-shm|-journal)?|heads|lock)$/iu;

/** Whether a file may not be read as if it were anything else: it is one that a daybook is made of. */
export const isPartOfDaybook = (file: string): boolean => {
  if (isDatabaseOfThisThread(file)) return true;
  const place = placeInDaybook(file);
  return place !== null && ownNames.test(path.basename(place));
};

/** Whether a file may not be written: it belongs to a daybook, or would lie in the folder of one. */
export const isKeptFromWriting = (file: string): boolean =>
  isDatabaseOfThisThread(file) || liesInDaybook(file);
