import type { Query, QueryClient, QueryKey } from '@tanstack/react-query';
import type { RowsChange } from './createRowChanges.ts';

/**
 * Asks again what is on the screen whenever rows have changed. An answer under way is awaited and shown
 * before its question is asked once more: were it given up, a stream of changes that is faster than the
 * answers would keep them away for ever. Only after an erasure it is given up, as it may name the erased.
 */
export const createViewRefresh = (queries: QueryClient, views: QueryKey) => {
  const awaited = new WeakSet<Query>();
  const askAgain = (query: Query): Promise<void> =>
    queries.invalidateQueries({ queryKey: query.queryKey, exact: true });

  const refresh = async (query: Query): Promise<void> => {
    if (query.state.fetchStatus === 'idle') return askAgain(query);
    if (awaited.has(query)) return;
    awaited.add(query);
    await query.promise?.catch(() => undefined);
    awaited.delete(query);
    await askAgain(query);
  };

  /** A refusal leaves the answer before it in sight, which may name the erased too. */
  const replace = async (query: Query): Promise<void> => {
    await queries.cancelQueries({ queryKey: query.queryKey, exact: true });
    await askAgain(query);
    if (query.state.status === 'error') query.setState({ data: undefined });
  };

  return ({ erased }: RowsChange): void => {
    // Answers that nobody looks at are out of date too, and may name somebody who has just been erased.
    queries.removeQueries({ queryKey: views, type: 'inactive' });
    const inSight = queries.getQueryCache().findAll({ queryKey: views });
    // None waits for another: what is refused goes at once, however slow the others are.
    for (const query of inSight) void (erased ? replace(query) : refresh(query));
  };
};
