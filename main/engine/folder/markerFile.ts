import { existsSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';

/** A file by which a daybook is opened from outside of Daybook; the desktop knows programs by such endings. */
export const markerExtension = '.daybook';

const fileIn = (folder: string): string => join(folder, `open${markerExtension}`);

const text = 'Open this file to open the daybook that lies in the same folder.\n';

/** Puts the marker into a folder that has none. One that cannot be written to goes without. */
export const writeMarkerFile = (folder: string): void => {
  try {
    if (!existsSync(fileIn(folder))) writeFileSync(fileIn(folder), text, { flag: 'wx' });
  } catch {
    // The daybook is no less whole: it is opened from the list.
  }
};
