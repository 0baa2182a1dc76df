import type { Migration } from '../../sqlite/migrateDatabase.ts';
import { schemaHash } from '../schema-hash.ts';

/** A step of `log.db`, with the hash of the schema that it leaves. Events stay as they were written. */
export interface LogMigration extends Migration {
  readonly schemaHash: string;
}

/** Makes a step undo itself when it leaves another schema than it says, for instance one trigger less. */
export const withSchemaCheck = (migration: LogMigration): LogMigration => ({
  ...migration,
  change: (handle) => {
    migration.change(handle);
    const found = schemaHash(handle);
    if (found !== migration.schemaHash) {
      throw new Error(`migration to format ${migration.to} leaves schema ${found}`);
    }
  },
});
