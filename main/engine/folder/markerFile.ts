import { existsSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';

/** How a file ends by which a daybook is opened from outside of Daybook; the desktop knows programs by such endings. */
export const markerExtension = '.daybook';

export const markerFileIn = (folder: string): string => join(folder, `open${markerExtension}`);

const text = 'Open this file to open the daybook that lies in the same folder.\n';

/** Puts the marker into a folder that has none. One that cannot be written to goes without. */
export const writeMarkerFile = (folder: string): void => {
  try {
    if (!existsSync(markerFileIn(folder)))
      writeFileSync(markerFileIn(folder), text, { flag: 'wx' });
  } catch {
    // The daybook is no less whole: it is opened from the list.
  }
};
