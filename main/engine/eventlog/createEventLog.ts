import { existsSync } from 'node:fs';
import { err, type Result } from '../../../shared/kernel/result.ts';
import { createDatabase, type DatabaseExists } from '../sqlite/createDatabase.ts';
import type { DaybookIdentity } from './EventLog.ts';
import { readHeads, writeNewHeads } from './heads-file.ts';
import { logFiles, logKind } from './log-files.ts';
import { logMigrations } from './migrations/log-migrations.ts';

/** There are heads of a log that is gone. A new log in its place would hide the loss. */
export interface LogMissing {
  readonly type: 'LogMissing';
  readonly path: string;
}

/** The identity cannot be written in the format: see schema.ts. */
export interface IdentityInvalid {
  readonly type: 'IdentityInvalid';
}

export interface LogToCreate {
  readonly directory: string;
  readonly daybook: DaybookIdentity;
  /** For tests that want many pages in a small file. **Units:** bytes. */
  readonly pageSize?: number;
}

const isVisible = (text: string): boolean => /^\P{Cc}+$/u.test(text) && text.isWellFormed();

const isValid = ({ id, name, currency, createdAt }: DaybookIdentity): boolean =>
  /^[0-9a-f-]{36}$/.test(id) &&
  isVisible(name) &&
  /^[A-Z]{3}$/.test(currency) &&
  Number.isSafeInteger(createdAt) &&
  createdAt >= 0;

/**
 * Creates the empty log of a daybook, `log.db` and `heads`, in a folder that exists. Interrupted, it can
 * be called again.
 *
 * **Errors:** `DatabaseExists`, `LogMissing`, `IdentityInvalid`. Throws `StorageError`s.
 */
export const createEventLog = ({
  directory,
  daybook,
  pageSize,
}: LogToCreate): Result<null, DatabaseExists | LogMissing | IdentityInvalid> => {
  if (!isValid(daybook)) return err({ type: 'IdentityInvalid' });
  const files = logFiles(directory);
  if (existsSync(files.log)) return err({ type: 'DatabaseExists', path: files.log });
  const heads = readHeads(files.heads);
  // Heads without devices are what an interrupted creation leaves.
  if (heads.type === 'damaged' || (heads.type === 'read' && heads.heads.devices.length > 0)) {
    return err({ type: 'LogMissing', path: files.log });
  }
  writeNewHeads(files.heads, daybook.id, []);
  const { id, name, currency, createdAt } = daybook;
  return createDatabase({
    path: files.log,
    kind: logKind,
    format: logKind.newestFormat,
    fill: (handle) => {
      for (const migration of logMigrations) migration.change(handle);
      handle
        .write('INSERT INTO daybook (only, id, name, currency, created_at) VALUES (1, ?, ?, ?, ?)')
        .run(id, name, currency, createdAt);
    },
    ...(pageSize === undefined ? {} : { pageSize }),
  });
};
