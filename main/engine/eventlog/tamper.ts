import { openUnguarded, type UnguardedDatabase } from '../sqlite/openUnguarded.ts';
import { logFiles } from './log-files.ts';

/**
 * For tests: does to the tables of a closed log what its triggers forbid, and leaves the triggers as they
 * were: damage that the schema does not show.
 */
export const tamper = (directory: string, work: (database: UnguardedDatabase) => void): void => {
  const database = openUnguarded(logFiles(directory).log);
  const triggers = database
    .read<{ name: string; sql: string }>(
      "SELECT name, sql FROM sqlite_schema WHERE type = 'trigger'",
    )
    .all();
  for (const { name } of triggers) database.execute(`DROP TRIGGER ${name}`);
  work(database);
  for (const { sql } of triggers) database.execute(sql);
  database.close();
};
