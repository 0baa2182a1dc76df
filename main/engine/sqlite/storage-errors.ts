import Database from 'better-sqlite3';

/**
 * The disk or the database file failed. Not a rule of the domain: whoever writes stops and leaves the
 * data as it was. `code` is SQLite's own, for the local log file.
 */
export class StorageError extends Error {
  readonly code: string;

  constructor(code: string, message: string, cause: unknown) {
    super(message, { cause });
    this.code = code;
    this.name = new.target.name;
  }
}

/** No room is left on the disk, or in what the disk allows us. */
export class StorageFull extends StorageError {}

/** The file or its folder may not be written. */
export class StorageReadOnly extends StorageError {}

/** The file is not a sound SQLite database any more. */
export class StorageDamaged extends StorageError {}

/** Reading or writing failed for a reason that the system did not tell. */
export class StorageFailed extends StorageError {}

/** Another connection, usually of another process, holds the file. */
export class StorageBusy extends StorageError {}

const byPrimaryCode: Readonly<Record<string, typeof StorageError>> = {
  SQLITE_FULL: StorageFull,
  SQLITE_READONLY: StorageReadOnly,
  SQLITE_CORRUPT: StorageDamaged,
  SQLITE_NOTADB: StorageDamaged,
  SQLITE_IOERR: StorageFailed,
  SQLITE_CANTOPEN: StorageFailed,
  SQLITE_PERM: StorageFailed,
  SQLITE_NOLFS: StorageFull,
  SQLITE_PROTOCOL: StorageFailed,
  SQLITE_BUSY: StorageBusy,
  SQLITE_LOCKED: StorageBusy,
};

/** Extended codes that mean another kind of failure than their primary code does. */
const byExtendedCode: Readonly<Record<string, typeof StorageError>> = {
  // The shared memory of the WAL could not be made as long as it must be.
  SQLITE_IOERR_SHMSIZE: StorageFull,
};

const bySystemCode: Readonly<Record<string, typeof StorageError>> = {
  ENOSPC: StorageFull,
  EDQUOT: StorageFull,
  EFBIG: StorageFull,
  EROFS: StorageReadOnly,
  EACCES: StorageReadOnly,
  EPERM: StorageReadOnly,
  EIO: StorageFailed,
  EISDIR: StorageFailed,
  ENOTDIR: StorageFailed,
  ELOOP: StorageFailed,
  EMFILE: StorageFailed,
  ENFILE: StorageFailed,
};

/** Most extended codes say more than the kind of failure needs: `SQLITE_IOERR_FSYNC` is a `SQLITE_IOERR`. */
const primaryCode = (code: string): string => code.split('_').slice(0, 2).join('_');

/** Names what a thrown value of SQLite or of the file system means. Anything else comes back as it is. */
export const toStorageError = (thrown: unknown): unknown => {
  if (thrown instanceof StorageError || !(thrown instanceof Error)) return thrown;
  const code = 'code' in thrown && typeof thrown.code === 'string' ? thrown.code : '';
  const Kind =
    thrown instanceof Database.SqliteError
      ? (byExtendedCode[code] ?? byPrimaryCode[primaryCode(code)])
      : bySystemCode[code];
  return Kind === undefined ? thrown : new Kind(code, thrown.message, thrown);
};
