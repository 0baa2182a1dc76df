import { useQuery } from '@tanstack/react-query';
import { useApi } from '../../api/ApiContext.ts';
import { viewKey, type DaybookApi } from '../../api/createDaybookApi.ts';
import { RefusalError } from '../../api/RefusalError.ts';
import type { HistoryRow } from './pastValues.ts';

const askPage = (api: DaybookApi, personId: string, after: string | null) =>
  api.ask('person/history', {
    personId,
    kind: 'values',
    limit: 1_000,
    ...(after === null ? {} : { after }),
  });

/**
 * All events of a person that say what something is from then on, newest first: an old value may stand in
 * an event far behind those that are shown. There are few of them, as entries are none.
 */
export const useValueHistory = (personId: string): readonly HistoryRow[] | undefined => {
  const api = useApi();
  const { data } = useQuery({
    queryKey: [...viewKey, 'person/history', 'values', personId],
    queryFn: async () => {
      const rows: HistoryRow[] = [];
      let after: string | null = null;
      do {
        const answer: Awaited<ReturnType<typeof askPage>> = await askPage(api, personId, after);
        if (!answer.ok) throw new RefusalError(answer.error);
        rows.push(...answer.value.rows);
        after = answer.value.next;
      } while (after !== null);
      return rows;
    },
  });
  return data;
};
