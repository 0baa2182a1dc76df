import { useEffect, useState } from 'react';
import { MOST_ASKED_OF } from '../../../shared/views/person-owing.ts';
import { useApi } from '../../api/ApiContext.ts';
import type { Changed } from './createBulkWork.ts';

/** How many of these people owe something; null until that is known, and where it cannot be. */
export const useOwing = (people: readonly Changed[]): number | null => {
  const api = useApi();
  const [owing, setOwing] = useState<number | null>(null);
  useEffect(() => {
    const asking = new AbortController();
    const count = async (): Promise<void> => {
      let counted = 0;
      for (let first = 0; first < people.length; first += MOST_ASKED_OF) {
        const personIds = people
          .slice(first, first + MOST_ASKED_OF)
          .map(({ personId }) => personId);
        const answer = await api.ask('person/owing', { personIds });
        // A sentence that is not there says less than one that is wrong.
        if (!answer.ok || asking.signal.aborted) return;
        counted += answer.value.rows[0]?.people ?? 0;
      }
      setOwing(counted);
    };
    void count();
    return () => asking.abort();
  }, [api, people]);
  return owing;
};
