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
  return () => rmSync(note, { force: true });
};

/** Removes the drafts of which a run has left notes in `folder`, or in the folders in it. */
export const sweepNotedDrafts = (folder: string): void => {
  for (const entry of readdirSync(folder, { recursive: true, withFileTypes: true })) {
    if (!entry.isFile() || !entry.name.endsWith(ending)) continue;
    const file = readFileSync(path.join(entry.parentPath, entry.name), 'utf8');
    // A note that was cut off names nothing, or another place at which there is no draft.
    if (!path.isAbsolute(file)) continue;
    try {
      sweepDraft(file);
    } catch {
      // Its disk is away, or is not to be written any more.
    }
  }
};
