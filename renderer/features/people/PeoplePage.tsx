import { getRouteApi, Outlet, useNavigate } from '@tanstack/react-router';
import { UserPlus } from 'lucide-react';
import { useCallback, useEffect, useMemo, useState } from 'react';
import type { ViewInput } from '../../../shared/contract.ts';
import { useDaybook } from '../../api/useHost.ts';
import { usePagedRows } from '../../api/usePagedRows.ts';
import { useView } from '../../api/useView.ts';
import { RefusalMessage } from '../../text/RefusalMessage.tsx';
import { useText } from '../../text/useText.ts';
import { Button } from '../../ui/Button.tsx';
import { PageHead } from '../../ui/PageHead.tsx';
import { RowGrid } from '../../ui/RowGrid.tsx';
import { ExportButton } from '../exchange/ExportButton.tsx';
import { EmptyPeople } from './EmptyPeople.tsx';
import { placeIn, rememberList, rememberPlace, wordsOf } from './lastList.ts';
import { peopleColumns, type PersonRow } from './peopleColumns.tsx';
import { peopleExport } from './peopleExport.ts';
import { PeopleFilters } from './PeopleFilters.tsx';
import { addressOf, tidySearch, type PeopleSearch } from './peopleSearch.ts';
import styles from './PeoplePage.module.css';

const route = getRouteApi('/people');

const isNarrowed = ({ search, filter }: PeopleSearch): boolean =>
  search !== undefined || filter !== undefined;

/** The list, as the address asks for it, and where in it somebody is. */
const usePeople = (question: PeopleSearch) => {
  const { data: totals } = useView('overview/totals', {});
  const input: ViewInput<'person/list'> = question;
  // Archived people count among all people but are not in the list, so this is no promise of a count.
  const likely = isNarrowed(question) ? null : (totals?.rows[0]?.people ?? null);
  const rows = usePagedRows('person/list', input, likely);
  const key = JSON.stringify(input);
  const [place, setPlace] = useState({ key, index: placeIn(key) });
  const active = place.key === key ? place.index : placeIn(key);
  const setActive = (index: number): void => {
    rememberPlace(key, index);
    setPlace({ key, index });
  };
  return { rows, key, active: Math.min(active, Math.max(rows.count - 1, 0)), setActive };
};

/** Everybody in the book: filtered and sorted as the address says, and searched as the field says. */
export const PeoplePage = () => {
  const { t, language } = useText();
  const { currency } = useDaybook();
  const navigate = useNavigate();
  const view = route.useSearch();
  const [words, setWords] = useState(() => wordsOf(view));
  useEffect(() => rememberList(view, words), [view, words]);
  const question = useMemo(() => tidySearch({ ...view, search: words }), [view, words]);
  const { rows, key, active, setActive } = usePeople(question);
  const { sort = 'name' } = question;
  const ask = useCallback(
    (change: PeopleSearch) => {
      if (change.search !== undefined) setWords(change.search);
      else
        void navigate({ to: '/people', search: addressOf({ ...view, ...change }), replace: true });
    },
    [navigate, view],
  );
  const showAll = (): void => {
    setWords('');
    void navigate({ to: '/people', search: addressOf({ sort }), replace: true });
    // What was pressed is gone with the empty list.
    document.querySelector<HTMLElement>('input[type="search"]')?.focus();
  };
  const columns = useMemo(
    () =>
      peopleColumns({
        say: t,
        language,
        currency,
        sort,
        onSort: (chosen) => ask({ sort: chosen }),
      }),
    [t, language, currency, sort, ask],
  );
  const open = (row: PersonRow): void => {
    // Nobody should get to somebody they were no longer looking for.
    if (rows.isPrevious) return;
    void navigate({
      to: '/person/$personId',
      params: { personId: row.personId },
      search: row.accountId === null ? {} : { account: row.accountId },
    });
  };
  const isEmpty = rows.complete && rows.count === 0;

  return (
    <>
      <PageHead
        title={t('people.title')}
        aside={
          rows.complete && rows.count > 0 ? t('people.count', { count: rows.count }) : undefined
        }
        actions={
          <>
            <ExportButton order={peopleExport(question, t, currency)} />
            <Button
              look="primary"
              icon={<UserPlus aria-hidden="true" />}
              onPress={() => void navigate({ to: '/people/new', search: view })}
            >
              {t('people.new')}
            </Button>
          </>
        }
      />
      <PeopleFilters question={question} onAsk={ask} />
      <RefusalMessage refusal={rows.refusal} />
      {isEmpty ? (
        <EmptyPeople isNarrowed={isNarrowed(question)} onShowAll={showAll} />
      ) : (
        <div className={styles['place']}>
          <RowGrid
            label={t('people.list')}
            question={key}
            isBusy={rows.loading || rows.isPrevious}
            columns={columns}
            count={rows.count}
            total={rows.complete ? rows.count : null}
            rowAt={rows.rowAt}
            onShow={rows.show}
            active={active}
            onActive={setActive}
            onOpen={open}
            className={styles['columns'] ?? ''}
          />
        </div>
      )}
      <Outlet />
    </>
  );
};
