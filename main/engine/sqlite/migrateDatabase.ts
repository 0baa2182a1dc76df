import type { WriteHandle } from './handle.ts';
import type { Database } from './openDatabase.ts';

/** One step from a format to the next. */
export interface Migration {
  /** The format that it makes, counted from 1 without gaps. */
  readonly to: number;
  /** Runs in one transaction with the change of the format's number. */
  readonly change: (handle: WriteHandle) => void;
}

/** Throws when a list of migrations does not lead from nothing to the newest format step by step. */
export const requireDense = (migrations: readonly Migration[]): void => {
  for (const [index, { to }] of migrations.entries()) {
    if (to !== index + 1) throw new Error(`migration ${index + 1} leads to format ${to}`);
  }
};

/**
 * Brings an open database to the newest format, each step in a transaction of its own: interrupted, it
 * stands at the last complete step. Gives the number of steps taken.
 */
export const migrateDatabase = (database: Database, migrations: readonly Migration[]): number => {
  requireDense(migrations);
  const due = migrations.slice(database.format());
  for (const migration of due) {
    database.transaction(() => {
      migration.change(database);
      // The format is part of the file's first page, so it changes with the transaction or not at all.
      database.execute(`PRAGMA user_version=${migration.to}`);
    });
  }
  return due.length;
};
