import { join } from 'node:path';
import { applicationIds, type DatabaseKind } from '../sqlite/database-kind.ts';

/** Marks `log.db` and the newest format of it. */
export const logKind: DatabaseKind = { applicationId: applicationIds.log, newestFormat: 1 };

/** The files of a log in the daybook's folder. */
export const logFiles = (directory: string): { readonly log: string; readonly heads: string } => ({
  log: join(directory, 'log.db'),
  heads: join(directory, 'heads'),
});
