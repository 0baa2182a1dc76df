import { randomUUID } from 'node:crypto';
import { existsSync, mkdtempSync, readdirSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { afterEach, beforeEach } from 'vitest';
import type { RemoverDependencies } from './createRemover.ts';
import { createHandedFiles, type HandedFiles } from './HandedFiles.ts';
import { openHandedFolder } from './openHandedFolder.ts';
import type { ArrivingFile } from './writeArriving.ts';

/* Files that windows hand over, for tests. */

export const noSuchFile = { ok: false, error: { type: 'NoSuchFile' } };

export async function* piecesOf(...pieces: readonly string[]): AsyncGenerator<Uint8Array> {
  for (const piece of pieces) yield await Promise.resolve(Buffer.from(piece));
}

/** A file on its way in. */
export const arriving = (text: string, bytes = text.length, name = 'people.csv'): ArrivingFile => ({
  name,
  bytes,
  chunks: piecesOf(text.slice(0, 1), text.slice(1)),
  stop: () => {},
});

/** Begins each test of a file with a registry that is empty, of files of up to 1000 bytes. */
export const useHandedFiles = (removing: RemoverDependencies = {}) => {
  let home = '';
  let folder = '';
  let files: HandedFiles;

  beforeEach(() => {
    home = mkdtempSync(path.join(tmpdir(), 'daybook-handed-'));
    folder = openHandedFolder(home, () => {});
    files = createHandedFiles({ folder, newId: randomUUID, maxBytes: 1000, ...removing });
  });
  afterEach(() => rmSync(home, { recursive: true }));

  return {
    home: () => home,
    folder: () => folder,
    files: () => files,
    /** What lies in the folder. */
    kept: (): readonly string[] => (existsSync(folder) ? readdirSync(folder) : []),
    receive: async (owner: string, text: string) => {
      const received = await files.receive(owner, arriving(text));
      if (!received.ok) throw new Error(received.error.type);
      return received.value;
    },
    read: (owner: string, id: string) =>
      files.use(owner, id, 'read', (file) => Promise.resolve(readFileSync(file, 'utf8'))),
  };
};
