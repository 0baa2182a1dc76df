import { mkdirSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import { sweepDraft } from '../engine/startEngine.ts';

/*
 * While a file is written at a place of the user's own, its draft lies beside that place. A note of the
 * place, among the files in passing, lets the next run remove the draft of one that was killed.
 */

const ending = '.place';

/** Notes that `file` is being written. Gives what takes the note away. One that cannot be made stops nobody. */
export const noteDraft = (folder: string, id: string, file: string): (() => void) => {
  const note = path.join(folder, `${id}${ending}`);
  try {
    mkdirSync(folder, { recursive: true, mode: 0o700 });
    writeFileSync(note, file, { mode: 0o600 });
  } catch {
    // The disk is full, say: then the file itself will tell.
  }
  return () => {
    try {
      rmSync(note, { force: true });
    } catch {
      // The next run finds no draft there, and removes it.
    }
  };
};

const isOfSystem = (thrown: unknown): boolean =>
  thrown instanceof Error && 'syscall' in thrown && 'code' in thrown;

/**
 * Removes the drafts of which a run has left notes in `folder`, or in the folders in it. Gives the notes of
 * those that the system would not let go, or not read, which are to be tried again.
 */
export const sweepNotedDrafts = (
  folder: string,
  failed: (thrown: unknown) => void,
): readonly string[] => {
  const isWaiting = (note: string): boolean => {
    try {
      const file = readFileSync(note, 'utf8');
      // A note that was cut off names nothing, or another place at which there is no draft.
      if (path.isAbsolute(file)) sweepDraft(file);
      return false;
    } catch (thrown) {
      failed(thrown);
      // What names no place at all never will.
      return isOfSystem(thrown);
    }
  };
  return readdirSync(folder, { recursive: true, withFileTypes: true })
    .filter((entry) => entry.isFile() && entry.name.endsWith(ending))
    .map((entry) => path.join(entry.parentPath, entry.name))
    .filter(isWaiting);
};
