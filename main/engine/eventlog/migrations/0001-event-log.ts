import { createEventLogSchema } from '../schema.ts';
import type { LogMigration } from './LogMigration.ts';

/** Format 1: the tables, indexes and triggers as schema.ts describes them. */
export const createEventLogTables: LogMigration = {
  to: 1,
  schemaHash: '240dbbb66da87f4846774555720478e7c346323f769fc0798b1f806e562722a8',
  change: (handle) => {
    handle.execute(createEventLogSchema);
  },
};
