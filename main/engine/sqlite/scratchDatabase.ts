import { mkdtempSync, readFileSync, readdirSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { createDatabase } from './createDatabase.ts';
import { applicationIds, type DatabaseKind } from './database-kind.ts';
import { openDatabase, type Database, type DatabaseOptions } from './openDatabase.ts';

const folders: string[] = [];

/** For tests: an empty folder that `removeScratchFolders` removes. */
export const scratchFolder = (): string => {
  const folder = mkdtempSync(join(tmpdir(), 'daybook-sqlite-'));
  folders.push(folder);
  return folder;
};

/** For tests: call it after all of them. */
export const removeScratchFolders = (): void => {
  for (const folder of folders.splice(0)) rmSync(folder, { recursive: true, force: true });
};

export const scratchKind: DatabaseKind = { applicationId: applicationIds.state, newestFormat: 1 };

/** For tests: the path of a new database with one table, `note (id INTEGER PRIMARY KEY, text TEXT)`. */
export const createScratchDatabase = (folder = scratchFolder(), kind = scratchKind): string => {
  const path = join(folder, 'scratch.db');
  const created = createDatabase({
    path,
    kind,
    format: kind.newestFormat,
    fill: (handle) => {
      handle.execute('CREATE TABLE note (id INTEGER PRIMARY KEY, text TEXT NOT NULL) STRICT');
    },
  });
  if (!created.ok) throw new Error(created.error.type);
  return path;
};

/** For tests: opens what must open. */
export const openScratchDatabase = (
  path: string,
  options: Partial<DatabaseOptions> = {},
): Database => {
  const opened = openDatabase({ path, kind: scratchKind, durability: 'full', ...options });
  if (!opened.ok) throw new Error(opened.error.type);
  return opened.value;
};

/** For tests: every file of a folder with its bytes, to see that nothing has changed. */
export const filesOf = (folder: string): Record<string, string> =>
  Object.fromEntries(
    readdirSync(folder).map((name) => [name, readFileSync(join(folder, name)).toString('base64')]),
  );
