import { existsSync, realpathSync } from 'node:fs';
import path from 'node:path';
import { whatIsMissing } from './whatIsMissing.ts';

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

/** Where a file really is among those of a daybook, whichever that is; null when it is not. */
export const placeInDaybook = (file: string): string | null => {
  const place = realPlace(file);
  if (place === null) return null;
  return whatIsMissing(path.dirname(place))?.type === 'NotADaybook' ? null : place;
};

/** Whether a file lies, or would lie, in the folder of a daybook, where nobody but the daybook writes. */
export const liesInDaybook = (file: string): boolean => placeInDaybook(file) !== null;
