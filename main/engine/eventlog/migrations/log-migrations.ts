import { createEventLogTables } from './0001-event-log.ts';
import { withSchemaCheck, type LogMigration } from './LogMigration.ts';

/** Every format of `log.db` there has been, in order. Steps that were shipped are never changed. */
export const logMigrations: readonly LogMigration[] = [createEventLogTables].map(withSchemaCheck);
