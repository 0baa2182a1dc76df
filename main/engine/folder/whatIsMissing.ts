import { existsSync } from 'node:fs';
import { join } from 'node:path';

export interface NotADaybook {
  readonly type: 'NotADaybook';
  readonly folder: string;
}

/** Files of a daybook are here, but not its log: it was lost or moved away, and none is made in its place. */
export interface LogMissing {
  readonly type: 'LogMissing';
  readonly folder: string;
}

/** Why there is nothing to open in a folder, told by its files alone, or null. */
export const whatIsMissing = (folder: string): NotADaybook | LogMissing | null => {
  const has = (name: string): boolean => existsSync(join(folder, name));
  if (has('log.db')) return null;
  return { type: has('keys.db') || has('heads') ? 'LogMissing' : 'NotADaybook', folder };
};
