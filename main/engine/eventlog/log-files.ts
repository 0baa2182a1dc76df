import { join } from 'node:path';
import { applicationIds, type DatabaseKind } from '../sqlite/database-kind.ts';
import { logMigrations } from './migrations/log-migrations.ts';

/** Marks `log.db` and the newest format of it. */
export const logKind: DatabaseKind = {
  applicationId: applicationIds.log,
  newestFormat: logMigrations.length,
};

/** The files of a log in the daybook's folder. */
export const logFiles = (directory: string): { readonly log: string; readonly heads: string } => ({
  log: join(directory, 'log.db'),
  heads: join(directory, 'heads'),
});
