import { useNavigate } from '@tanstack/react-router';
import { useCallback, useEffect, useState, type ReactNode } from 'react';
import type { ViewRow } from '../../../shared/contract.ts';
import { useApi } from '../../api/ApiContext.ts';
import { useView } from '../../api/useView.ts';
import { useStillShown } from '../../ui/useStillShown.ts';
import type { AccountProps } from './accountProps.ts';
import type { PersonSearch } from './personSearch.ts';

type Entry = ViewRow<'credit-account/statement'>;
type Place = ViewRow<'credit-account/entry-place'>;

interface FindEntryProps {
  readonly accountId: string;
  readonly entryId: string;
  readonly onFound: (place: Place) => void;
}

/** Asks where an entry stands, once it is sought. */
const FindEntry = ({ accountId, entryId, onFound }: FindEntryProps) => {
  const { data } = useView('credit-account/entry-place', { accountId, entryId });
  const found = data?.rows[0];
  // An entry never moves: what is asked again later does not lead away from where somebody has gone.
  const [place, setPlace] = useState<Place | null>(null);
  if (found !== undefined && place === null) setPlace(found);
  useEffect(() => {
    if (place !== null) onFound(place);
  }, [place, onFound]);
  return null;
};

interface EntryWays {
  /** Where the sought entry stands; null while nobody knows, and where none is sought. */
  readonly place: Place | null;
  /** What finds it. Stands within the statement. */
  readonly find: ReactNode;
  /** Shows the entries that make the balance after one. */
  readonly explain: (entry: Entry) => void;
  /** From an entry to its reversal, and back. */
  readonly toCounterpart: (entry: Entry) => void;
}

/** The ways that lead from one entry of a statement to others. Each is an address, so that one can go back. */
export const useEntryWays = (
  { account: { accountId }, personId }: AccountProps,
  { entry: sought }: Pick<PersonSearch, 'entry'>,
  goTo: (index: number) => void,
): EntryWays => {
  const api = useApi();
  const navigate = useNavigate();
  const isStillShown = useStillShown();
  const [place, setPlace] = useState<Place | null>(null);
  const onFound = useCallback(
    (found: Place) => {
      setPlace(found);
      goTo(found.index);
    },
    [goTo],
  );
  const current = place !== null && place.entryId === sought ? place : null;
  const go = (search: PersonSearch): void => {
    if (search.entry === sought && current !== null) goTo(current.index);
    void navigate({
      to: '/person/$personId',
      params: { personId },
      search: { account: accountId, tab: 'account', ...search },
    });
  };
  return {
    place: current,
    find:
      sought === undefined ? null : (
        <FindEntry key={sought} accountId={accountId} entryId={sought} onFound={onFound} />
      ),
    explain: ({ entryId }) => go({ entry: entryId, explain: 'balance' }),
    toCounterpart: ({ entryId }) => {
      void (async () => {
        const found = await api.ask('credit-account/entry-place', { accountId, entryId });
        const counterpart = found.ok ? found.value.rows[0]?.counterpart : undefined;
        if (typeof counterpart === 'string' && isStillShown()) go({ entry: counterpart });
      })();
    },
  };
};
