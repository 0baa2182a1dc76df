import { useInfiniteQuery } from '@tanstack/react-query';
import { useApi } from '../../api/ApiContext.ts';
import { viewKey, type DaybookApi } from '../../api/createDaybookApi.ts';
import { RefusalError } from '../../api/RefusalError.ts';
import type { HistoryRow } from './pastValues.ts';
import type { PersonSearch } from './personSearch.ts';

/** Where to go on from; null at the start. */
type PageStart = string | null;

const askPage = (api: DaybookApi, personId: string, kind: PersonSearch['kind'], after: PageStart) =>
  api.ask('person/history', {
    personId,
    ...(kind === undefined ? {} : { kind }),
    ...(after === null ? {} : { after }),
  });

/** The history of a person, newest first, as far back as somebody has asked. */
export const useHistoryPages = (personId: string, kind: PersonSearch['kind']) => {
  const api = useApi();
  return useInfiniteQuery({
    queryKey: [...viewKey, 'person/history', personId, kind ?? null],
    initialPageParam: null as PageStart,
    queryFn: async ({ pageParam, signal }) => {
      const rows: HistoryRow[] = [];
      let next: PageStart = pageParam;
      do {
        const answer: Awaited<ReturnType<typeof askPage>> = await askPage(
          api,
          personId,
          kind,
          next,
        );
        if (!answer.ok) throw new RefusalError(answer.error);
        rows.push(...answer.value.rows);
        ({ next } = answer.value);
        // Of one kind a page may have none; somebody who asks for more wants to see something.
      } while (next !== null && rows.length === 0 && !signal.aborted);
      return { rows, next };
    },
    getNextPageParam: ({ next }) => next,
  });
};
