import { useInfiniteQuery } from '@tanstack/react-query';
import { useApi } from '../../api/ApiContext.ts';
import { viewKey } from '../../api/createDaybookApi.ts';
import { RefusalError } from '../../api/RefusalError.ts';
import type { PersonSearch } from './personSearch.ts';

/** Where to go on from; null at the start. */
type PageStart = string | null;

/** The history of a person, newest first, as far back as somebody has asked. */
export const useHistoryPages = (personId: string, kind: PersonSearch['kind']) => {
  const api = useApi();
  return useInfiniteQuery({
    queryKey: [...viewKey, 'person/history', personId, kind ?? null],
    initialPageParam: null as PageStart,
    queryFn: async ({ pageParam }) => {
      const answer = await api.ask('person/history', {
        personId,
        ...(kind === undefined ? {} : { kind }),
        ...(pageParam === null ? {} : { after: pageParam }),
      });
      if (!answer.ok) throw new RefusalError(answer.error);
      return answer.value;
    },
    getNextPageParam: ({ next }) => next,
  });
};
