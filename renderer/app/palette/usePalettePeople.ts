import { keepPreviousData, useQueries, useQuery } from '@tanstack/react-query';
import { useState } from 'react';
import { useApi } from '../../api/ApiContext.ts';
import { viewKey } from '../../api/createDaybookApi.ts';
import { recentPeople } from './recentPeople.ts';

const MOST = 8;

interface Found {
  readonly personId: string;
  readonly name: string;
  readonly aside: string | null;
}

/** Whom the words find, and who was visited before. The words stay in memory. */
export const usePalettePeople = (
  words: string,
): {
  readonly found: readonly Found[];
  readonly recent: readonly Found[];
  readonly isSearching: boolean;
} => {
  const api = useApi();
  const [visited] = useState(recentPeople);
  const search = words.trim();
  const people = useQuery({
    queryKey: [...viewKey, 'palette', search],
    enabled: search !== '',
    placeholderData: keepPreviousData,
    queryFn: async () => {
      const answer = await api.ask('person/list', { search, limit: MOST });
      return answer.ok ? answer.value.rows : [];
    },
  });
  const pages = useQueries({
    queries: visited.map((personId) => ({
      queryKey: [...viewKey, 'palette-person', personId],
      queryFn: async () => {
        const page = await api.ask('person/page', { personId });
        return (page.ok ? page.value.rows[0] : undefined) ?? null;
      },
    })),
  });
  const named = new Map(
    (search === '' ? [] : (people.data ?? [])).flatMap(({ personId, name, reference, phone }) =>
      name === null ? [] : [[personId, { personId, name, aside: reference ?? phone }] as const],
    ),
  );
  return {
    // Somebody with two accounts has two rows.
    found: [...named.values()],
    recent: pages.flatMap(({ data }) =>
      data === undefined || data === null || data.name === null
        ? []
        : [{ personId: data.personId, name: data.name, aside: data.details?.reference ?? null }],
    ),
    isSearching: people.isFetching,
  };
};
