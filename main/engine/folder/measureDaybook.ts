import { statSync } from 'node:fs';
import { join } from 'node:path';

/** How much the files of a daybook hold, write-ahead logs included. **Units:** bytes. */
export interface DaybookSize {
  readonly log: number;
  readonly keys: number;
  readonly state: number;
}

/** A file that is not there, or not to be seen, counts nothing. */
const bytesOf = (file: string): number => {
  try {
    return statSync(file).size;
  } catch {
    return 0;
  }
};

/** Measures the files of a daybook without opening one of them. */
export const measureDaybook = (folder: string): DaybookSize => {
  const measure = (name: string): number =>
    bytesOf(join(folder, name)) + bytesOf(join(folder, `${name}-wal`));
  return { log: measure('log.db'), keys: measure('keys.db'), state: measure('state.db') };
};
