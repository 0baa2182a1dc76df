import { hash } from 'node:crypto';
import type { ReadHandle } from '../sqlite/handle.ts';

/** Tells a database's tables, indexes and triggers from any others, by the text that made them. */
export const schemaHash = (handle: ReadHandle): string => {
  const rows = handle
    .read<{ type: string; name: string; tbl_name: string; sql: string | null }>(
      'SELECT type, name, tbl_name, sql FROM sqlite_schema ORDER BY name, type',
    )
    .all();
  return hash('sha256', JSON.stringify(rows), 'hex');
};
