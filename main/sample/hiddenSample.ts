import { randomUUID } from 'node:crypto';
import { readdirSync } from 'node:fs';
import path from 'node:path';

/*
 * A sample that is being made, or that is going, stands out of sight beside the others. Its name bears the
 * number of the process that works on it, so that the next run knows it for left behind when that is over.
 */

const prefix = '.sample-';

/** A name of its own: two windows of one process may each make one. */
export const hiddenSampleIn = (home: string): string =>
  path.join(home, `${prefix}${process.pid}-${randomUUID()}`);

export interface HiddenSample {
  readonly folder: string;
  /** The number of the process that has made it. */
  readonly pid: number;
}

/** Those that are in `home`; none where that is not there yet. */
export const hiddenSamplesIn = (home: string): readonly HiddenSample[] => {
  try {
    return readdirSync(home)
      .filter((name) => name.startsWith(prefix))
      .map((name) => ({
        folder: path.join(home, name),
        pid: Number(name.slice(prefix.length).split('-')[0]),
      }));
  } catch {
    return [];
  }
};
