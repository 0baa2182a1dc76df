import { closeSync, existsSync, fsyncSync, openSync, readSync, rmSync, statSync } from 'node:fs';
import { err, ok, type Result } from '../../../shared/kernel/result.ts';
import {
  openConnection,
  openNamelessConnection,
  type Connection,
  type ConnectionSettings,
} from './connection.ts';
import { createHandle, guarded } from './createHandle.ts';
import {
  databaseHeaderLength,
  readDatabaseHeader,
  type DatabaseHeader,
} from './database-header.ts';
import { checkKind, type DatabaseKind, type DatabaseRefused } from './database-kind.ts';
import type { WriteHandle } from './handle.ts';
import { StorageBusy, toStorageError } from './storage-errors.ts';

export interface DatabaseOptions extends ConnectionSettings {
  readonly path: string;
  readonly kind: DatabaseKind;
  /** Hears of every damage that is met in the file once it is open. */
  readonly onDamage?: () => void;
}

/** A database that lasts no longer than it is open. */
export interface PassingDatabase extends WriteHandle {
  readonly close: () => void;
}

/** A database file of ours, open. Everything it throws about the disk is a `StorageError`. */
export interface Database extends PassingDatabase {
  readonly path: string;
  /** The format of the file, SQLite's `user_version`. */
  readonly format: () => number;
  /**
   * Moves everything from the WAL into the file and leaves the WAL empty, both durable.
   *
   * **Errors:** throws `StorageBusy` when a reader keeps the WAL in use.
   */
  readonly truncateWal: () => void;
  /** Closes and opens the file again, to see what is on disk. Statements held by callers stay usable. */
  readonly reopen: () => void;
}

/**
 * Files open in this thread, by what they are and not by a name. Closing any descriptor of a file takes
 * all POSIX locks of the process on it away; so a file that we hold is never looked at by other means.
 */
const openFiles = new Set<string>();

const identityOf = (path: string): string => {
  const { dev, ino } = statSync(path, { bigint: true });
  return `${dev}/${ino}`;
};

/** True for a file that a database of this thread is in: whoever opened and closed it would end our lock. */
export const isOpenDatabase = (path: string): boolean => openFiles.has(identityOf(path));

const readHeader = (path: string): DatabaseHeader | null => {
  const file = openSync(path, 'r');
  try {
    const bytes = Buffer.alloc(databaseHeaderLength);
    const count = readSync(file, bytes, 0, databaseHeaderLength, 0);
    return readDatabaseHeader(bytes.subarray(0, count));
  } finally {
    closeSync(file);
  }
};

const pragmaNumber = (connection: Connection, name: string): number =>
  Number(connection.pragma(name, { simple: true }));

const createDatabaseHandle = (
  options: DatabaseOptions,
  file: string,
  first: Connection,
): Database => {
  let connection = first;
  const handle = createHandle(() => connection, options.onDamage);
  const close = (): void => {
    openFiles.delete(file);
    guarded(() => connection.close());
  };
  return {
    ...handle,
    path: options.path,
    format: () => guarded(() => pragmaNumber(connection, 'user_version')),
    truncateWal: () => {
      const [answer] = guarded(() => connection.pragma('wal_checkpoint(TRUNCATE)')) as {
        busy: number;
      }[];
      if (answer?.busy !== 0) throw new StorageBusy('CHECKPOINT', 'the WAL is in use', null);
      // SQLite does not fsync the WAL that it has cut to nothing.
      guarded(() => {
        const wal = openSync(`${options.path}-wal`, 'r+');
        try {
          fsyncSync(wal);
        } finally {
          closeSync(wal);
        }
      });
    },
    reopen: () => {
      guarded(() => connection.close());
      connection = openConnection(options.path, options);
    },
    close,
  };
};

/**
 * Opens a database file of ours, alone. A file that is not ours, or newer than this program, is refused
 * before SQLite touches it.
 *
 * **Errors:** see `DatabaseRefused`. Throws `StorageDamaged`, `StorageReadOnly`, `StorageFull` and
 * `StorageFailed`.
 */
export const openDatabase = (options: DatabaseOptions): Result<Database, DatabaseRefused> => {
  const { path, kind } = options;
  if (!existsSync(path)) return err({ type: 'DatabaseMissing', path });
  const file = guarded(() => identityOf(path));
  if (openFiles.has(file)) return err({ type: 'InUse', path });
  const before = checkKind(
    path,
    kind,
    guarded(() => readHeader(path)),
  );
  if (!before.ok) return before;

  let connection: Connection | undefined;
  try {
    connection = openConnection(path, options);
    // The WAL may hold a newer header than the file.
    const after = checkKind(path, kind, {
      applicationId: pragmaNumber(connection, 'application_id'),
      userVersion: pragmaNumber(connection, 'user_version'),
    });
    if (!after.ok) {
      connection.close();
      return after;
    }
    openFiles.add(file);
    // We hold the file alone and keep the WAL index in memory; this one is of a reader that is gone.
    if (options.readOnly !== true) rmSync(`${path}-shm`, { force: true });
    return ok(createDatabaseHandle(options, file, connection));
  } catch (error) {
    connection?.close();
    const thrown = toStorageError(error);
    if (thrown instanceof StorageBusy) return err({ type: 'InUse', path });
    throw thrown;
  }
};

/** Opens an empty database that leaves nothing behind. */
export const openPassingDatabase = (
  settings: Parameters<typeof openNamelessConnection>[0],
): PassingDatabase => {
  const connection = guarded(() => openNamelessConnection(settings));
  return {
    ...createHandle(() => connection),
    close: () => guarded(() => void connection.close()),
  };
};
