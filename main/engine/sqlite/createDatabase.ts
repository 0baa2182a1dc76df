import { closeSync, existsSync, fsyncSync, openSync, renameSync, rmSync } from 'node:fs';
import { dirname } from 'node:path';
import Sqlite from 'better-sqlite3';
import { err, ok, type Result } from '../../../shared/kernel/result.ts';
import { createHandle } from './createHandle.ts';
import type { DatabaseKind } from './database-kind.ts';
import type { WriteHandle } from './handle.ts';
import { toStorageError } from './storage-errors.ts';

export interface DatabaseToCreate {
  readonly path: string;
  readonly kind: Pick<DatabaseKind, 'applicationId'>;
  /** The format that `fill` makes. */
  readonly format: number;
  /** Makes the tables, and perhaps their first rows, in one transaction. */
  readonly fill: (handle: WriteHandle) => void;
  /** For tests that want many pages in a small file. **Units:** bytes. */
  readonly pageSize?: number;
}

/** There is a file of that name already; it has not been touched. */
export interface DatabaseExists {
  readonly type: 'DatabaseExists';
  readonly path: string;
}

/** Makes the name of a new file in a folder durable. Windows cannot open folders and does not need it. */
export const syncFolder = (folder: string): void => {
  if (process.platform === 'win32') return;
  const descriptor = openSync(folder, 'r');
  try {
    fsyncSync(descriptor);
  } finally {
    closeSync(descriptor);
  }
};

/**
 * Creates a database file under another name and gives it its own only when it is complete and on disk:
 * a file of ours is there whole, or it is not there.
 *
 * **Errors:** `DatabaseExists`. Throws `StorageError`s.
 */
export const createDatabase = (options: DatabaseToCreate): Result<null, DatabaseExists> => {
  const { path } = options;
  if (existsSync(path)) return err({ type: 'DatabaseExists', path });
  const unfinished = `${path}.new`;
  try {
    rmSync(unfinished, { force: true });
    const connection = new Sqlite(unfinished);
    try {
      if (options.pageSize !== undefined) connection.pragma(`page_size=${options.pageSize}`);
      // No journal on disk: an unfinished file is thrown away whole.
      connection.pragma('journal_mode=MEMORY');
      connection.pragma('synchronous=FULL');
      const handle = createHandle(() => connection);
      handle.transaction(() => {
        options.fill(handle);
      });
      connection.pragma(`application_id=${options.kind.applicationId}`);
      connection.pragma(`user_version=${options.format}`);
      connection.pragma('journal_mode=WAL');
    } finally {
      connection.close();
    }
    const file = openSync(unfinished, 'r+');
    fsyncSync(file);
    closeSync(file);
    renameSync(unfinished, path);
    syncFolder(dirname(path));
    return ok(null);
  } catch (error) {
    throw toStorageError(error);
  }
};
