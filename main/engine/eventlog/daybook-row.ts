import type { DaybookId } from '../../../shared/kernel/ids.ts';
import type { ReadHandle } from '../sqlite/handle.ts';
import type { DaybookIdentity } from './EventLog.ts';

/** What daybook a log is of; null when the row is gone. */
export const readDaybook = (handle: ReadHandle): DaybookIdentity | null => {
  const row = handle
    .read<{ id: string; name: string; currency: string; created_at: number }>(
      'SELECT id, name, currency, created_at FROM daybook',
    )
    .get();
  return row === undefined
    ? null
    : {
        id: row.id as DaybookId,
        name: row.name,
        currency: row.currency,
        createdAt: row.created_at,
      };
};
