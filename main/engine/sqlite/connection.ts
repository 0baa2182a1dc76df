import { accessSync, constants } from 'node:fs';
import Database from 'better-sqlite3';
import type { SqlValue } from '../../../shared/kernel/sql.ts';
import { StorageFailed, toStorageError } from './storage-errors.ts';

export interface ConnectionSettings {
  /** `full`: a commit is on disk when it returns. `normal`: the last ones may go in a power cut. */
  readonly durability: 'full' | 'normal';
  /** Overwrite deleted content with zeros. */
  readonly secureDelete?: boolean;
  readonly readOnly?: boolean;
  /** Add an in-memory database named `private`. */
  readonly attachPrivate?: boolean;
  /** **Units:** KiB of page cache; SQLite's own default otherwise. */
  readonly cacheKiB?: number;
}

export type Connection = Database.Database;
export type Statement = Database.Statement<SqlValue[]>;

/** Before this version a WAL reset could lose commits. **Source:** sqlite.org/changes.html */
const oldestSqlite = [3, 51, 3] as const;

let sqliteIsRecent = false;

/** Asks an empty database, so that no file is touched by a library that must not touch it. */
const requireSqlite = (): void => {
  if (sqliteIsRecent) return;
  const connection = new Database(':memory:');
  const version = connection.prepare('SELECT sqlite_version()').pluck().get() as string;
  connection.close();
  const [major = 0, minor = 0, patch = 0] = version.split('.').map(Number);
  const [oldMajor, oldMinor, oldPatch] = oldestSqlite;
  sqliteIsRecent =
    major > oldMajor ||
    (major === oldMajor && (minor > oldMinor || (minor === oldMinor && patch >= oldPatch)));
  if (!sqliteIsRecent) throw new Error(`SQLite ${version} is older than ${oldestSqlite.join('.')}`);
};

/** Sets a pragma and reads it back: SQLite ignores what it does not know or cannot do. */
const set = (connection: Connection, name: string, value: string, expected: unknown): void => {
  connection.pragma(`${name}=${value}`);
  const found = connection.pragma(name, { simple: true });
  if (found !== expected) {
    const text = `pragma ${name} is ${String(found)}, not ${String(expected)}`;
    throw new StorageFailed('PRAGMA', text, null);
  }
};

/** Settings that guard what we read, whether or not we may write. */
const setGuards = (connection: Connection): void => {
  set(connection, 'trusted_schema', 'OFF', 0);
  set(connection, 'cell_size_check', 'ON', 1);
  // A large sort must not spill what it sorts into a file.
  set(connection, 'temp_store', 'MEMORY', 2);
  // Without it INSERT OR REPLACE deletes rows behind the back of delete triggers.
  set(connection, 'recursive_triggers', 'ON', 1);
};

/** Sets what a connection has in memory. */
const setMemory = (
  connection: Connection,
  { cacheKiB, attachPrivate }: Pick<ConnectionSettings, 'cacheKiB' | 'attachPrivate'>,
): void => {
  if (cacheKiB !== undefined) set(connection, 'cache_size', `-${cacheKiB}`, -cacheKiB);
  if (attachPrivate !== true) return;
  connection.exec("ATTACH ':memory:' AS private");
  // What is taken out of it must be gone, not only out of sight.
  set(connection, 'private.secure_delete', 'ON', 1);
};

/** Opens a database that has no name: what does not fit into its cache is in a file that goes with it. */
export const openNamelessConnection = (
  settings: Pick<ConnectionSettings, 'cacheKiB' | 'attachPrivate'>,
): Connection => {
  requireSqlite();
  const connection = new Database('');
  setGuards(connection);
  setMemory(connection, settings);
  return connection;
};

/**
 * Opens a file that exists and sets everything that we rely on. A writing connection holds the file
 * alone until it is closed or its process ends: that is the lock of a daybook.
 *
 * **Errors:** throws `StorageBusy` when another connection holds the file, and other `StorageError`s.
 */
export const openConnection = (path: string, settings: ConnectionSettings): Connection => {
  requireSqlite();
  let connection: Connection | undefined;
  try {
    // Where it may not, SQLite would open the file for reading and fail later, for want of a lock.
    if (settings.readOnly !== true) accessSync(path, constants.W_OK);
    connection = new Database(path, {
      fileMustExist: true,
      readonly: settings.readOnly ?? false,
      timeout: 100,
    });
    if (settings.readOnly !== true) {
      // Before the first access, so that the lock is taken by it and the WAL index stays in memory.
      set(connection, 'locking_mode', 'EXCLUSIVE', 'exclusive');
      set(connection, 'journal_mode', 'WAL', 'wal');
      // A checkpoint syncs two files and holds up one commit. SQLite's own 1000 pages make that one in 150.
      set(connection, 'wal_autocheckpoint', '4000', 4000);
      const full = settings.durability === 'full';
      set(connection, 'synchronous', full ? 'FULL' : 'NORMAL', full ? 2 : 1);
      const secure = settings.secureDelete === true;
      set(connection, 'secure_delete', secure ? 'ON' : 'OFF', secure ? 1 : 0);
    }
    setGuards(connection);
    setMemory(connection, settings);
    return connection;
  } catch (error) {
    connection?.close();
    throw toStorageError(error);
  }
};
