import { existsSync, realpathSync } from 'node:fs';
import path from 'node:path';
import { whatIsMissing } from '../folder/whatIsMissing.ts';
import { isOpenDatabase } from '../sqlite/openDatabase.ts';

/*
 * A thread knows the files that it has open itself. Those of another daybook may be open in another
 * thread of this process, and merely to open and close one would end the lock that keeps others from it.
 */

/** Where a file really is, or would be, whatever links lead there; null where there is no such folder. */
const realPlace = (file: string): string | null => {
  try {
    return existsSync(file)
      ? realpathSync(file)
      : path.join(realpathSync(path.dirname(file)), path.basename(file));
  } catch {
    return null;
  }
};

const isInDaybook = (place: string): boolean =>
  whatIsMissing(path.dirname(place))?.type !== 'NotADaybook';

const isDatabaseOfThisThread = (file: string): boolean => existsSync(file) && isOpenDatabase(file);

/** What a daybook is made of, with what SQLite puts beside its files. */
const ownNames = /^(?:(?:log|keys|state)\.db(?:-wal|-shm|-journal)?|heads|lock)$/iu;

/** Whether a file may not be read as if it were anything else: it is one that a daybook is made of. */
export const isPartOfDaybook = (file: string): boolean => {
  const place = realPlace(file);
  return (
    isDatabaseOfThisThread(file) ||
    (place !== null && ownNames.test(path.basename(place)) && isInDaybook(place))
  );
};

/** Whether a file may not be written: it lies, or would lie, in the folder of a daybook, whichever that is. */
export const liesInDaybook = (file: string): boolean => {
  const place = realPlace(file);
  return isDatabaseOfThisThread(file) || (place !== null && isInDaybook(place));
};
