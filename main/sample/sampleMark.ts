import { readFileSync, writeFileSync } from 'node:fs';
import path from 'node:path';

const markIn = (folder: string): string => path.join(folder, 'sample');

const mark = 'This daybook is a sample. Nothing in it is about anybody.\n';

/**
 * Tells a sample from a daybook that somebody only called so, or put something of that name into: what is
 * removed must be one.
 */
export const isSample = (folder: string): boolean => {
  try {
    return readFileSync(markIn(folder), 'utf8') === mark;
  } catch {
    return false;
  }
};

/** Marks a daybook as made up. */
export const markAsSample = (folder: string): void => writeFileSync(markIn(folder), mark);
