import { useEffect } from 'react';
import { useApi } from '../api/ApiContext.ts';
import { dropDraftsAbout, peopleWithDrafts } from '../forms/drafts.ts';

/** Drops the drafts about anybody who is erased, in this window or in another. */
export const useDraftsOfErased = (): void => {
  const api = useApi();
  useEffect(
    () =>
      api.onRowsChanged(({ erased }) => {
        if (!erased) return;
        for (const personId of peopleWithDrafts()) {
          void (async () => {
            const page = await api.ask('person/page', { personId });
            if (page.ok && page.value.rows[0]?.erased === true) dropDraftsAbout(personId);
          })();
        }
      }),
    [api],
  );
};
