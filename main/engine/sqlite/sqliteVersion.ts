import type { ReadHandle } from './handle.ts';

/** The version of the SQLite that has the database open, which is not the one that Node brings along. */
export const sqliteVersion = (handle: ReadHandle): string =>
  handle.read<{ version: string }>('SELECT sqlite_version() AS version').get()?.version ?? '';
