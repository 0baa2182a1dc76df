import { existsSync, writeFileSync } from 'node:fs';
import path from 'node:path';

const markIn = (folder: string): string => path.join(folder, 'sample');

/** Tells a sample from a daybook that somebody only called so: what is removed must be one. */
export const isSample = (folder: string): boolean => existsSync(markIn(folder));

/** Marks a daybook as made up. */
export const markAsSample = (folder: string): void =>
  writeFileSync(markIn(folder), 'This daybook is a sample. Nothing in it is about anybody.\n');
