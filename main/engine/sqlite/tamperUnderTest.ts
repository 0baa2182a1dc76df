import { openUnguarded, type UnguardedDatabase } from './openUnguarded.ts';

/** Does to a closed database file what its triggers forbid, and leaves the triggers as they were. */
export const tamperWith = (file: string, work: (database: UnguardedDatabase) => void): void => {
  const database = openUnguarded(file);
  const triggers = database
    .read<{ name: string; sql: string }>(
      `SELECT name, sql FROM sqlite_schema WHERE type = 'trigger'`,
    )
    .all();
  for (const { name } of triggers) database.execute(`DROP TRIGGER ${name}`);
  work(database);
  for (const { sql } of triggers) database.execute(sql);
  database.close();
};
