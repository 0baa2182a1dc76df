import type { DaybookId } from '../../../shared/kernel/ids.ts';
import type { ReadHandle } from '../sqlite/handle.ts';
import type { DaybookIdentity } from './EventLog.ts';

/** What daybook a log is of; null when the row is gone, or damage has given it other types. */
export const readDaybook = (handle: ReadHandle): DaybookIdentity | null => {
  const row = handle
    .read<{ id: string; name: string; currency: string; created_at: number }>(
      'SELECT id, name, currency, created_at FROM daybook',
    )
    .get();
  const isWhole =
    [row?.id, row?.name, row?.currency].every((value: unknown) => typeof value === 'string') &&
    Number.isSafeInteger(row?.created_at);
  return row === undefined || !isWhole
    ? null
    : {
        id: row.id as DaybookId,
        name: row.name,
        currency: row.currency,
        createdAt: row.created_at,
      };
};
