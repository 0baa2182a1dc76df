import { getRouteApi, Outlet, useNavigate } from '@tanstack/react-router';
import { UserPlus } from 'lucide-react';
import { useCallback, useEffect, useMemo, useState } from 'react';
import { useApi } from '../../api/ApiContext.ts';
import { useDaybook } from '../../api/useHost.ts';
import { usePagedRows } from '../../api/usePagedRows.ts';
import { useView } from '../../api/useView.ts';
import { UnansweredMessage } from '../../text/UnansweredMessage.tsx';
import { useText } from '../../text/useText.ts';
import { Button } from '../../ui/Button.tsx';
import { PageHead } from '../../ui/PageHead.tsx';
import { RowGrid } from '../../ui/RowGrid.tsx';
import { useOpening } from '../../window/freshStarts.ts';
import { usePreferences } from '../../window/PreferencesProvider.tsx';
import { useColumnWidths } from '../../window/useColumnWidths.ts';
import { ExportButton } from '../exchange/ExportButton.tsx';
import { BulkBar } from './BulkBar.tsx';
import { BulkReport } from './BulkReport.tsx';
import { startBulkWork, useBulkState } from './bulkWork.ts';
import { columnsText, readColumns, usualColumns, type ChoosableColumn } from './chosenColumns.ts';
import { ColumnChoice } from './ColumnChoice.tsx';
import { EmptyPeople } from './EmptyPeople.tsx';
import { ExhaustedNote } from './ExhaustedNote.tsx';
import { placeIn, rememberList, rememberPlace, wordsOf } from './lastList.ts';
import { peopleColumns, type PersonRow } from './peopleColumns.tsx';
import { peopleExport } from './peopleExport.ts';
import { PeopleFilters } from './PeopleFilters.tsx';
import { addressOf, questionOf, type PeopleSearch, type PeopleView } from './peopleSearch.ts';
import { SavedViews } from './SavedViews.tsx';
import { chosenAmong, choosablePeople, exportedRows } from './selection.ts';
import { useSelection } from './useSelection.ts';
import styles from './PeoplePage.module.css';

const route = getRouteApi('/people');

const isNarrowed = ({ search, filter }: PeopleSearch): boolean =>
  search !== undefined || filter !== undefined;

/** Lists of accounts are counted in accounts, the others in people. */
const isOfAccounts = ({ filter }: PeopleView): boolean =>
  filter !== undefined && filter !== 'archived' && filter !== 'erased';

/** Who goes on typing is not kept waiting for a count that nobody will read. **Units:** milliseconds. */
const COUNT_PAUSE_MS = 150;

/** The list, as the address asks for it, how long it is, and where in it somebody is. */
const usePeople = (question: ReturnType<typeof questionOf>) => {
  const opening = useOpening();
  const { sort: _sort, ...whom } = question;
  const key = JSON.stringify(question);
  const [isCounted, setCounted] = useState<string | null>(null);
  const count = useView('person/count', whom, { isAsked: isCounted === key });
  const counted = count.data?.rows[0] ?? null;
  const rows = usePagedRows('person/list', question, counted?.rows ?? null);
  const isAwaited = rows.loading || rows.isPrevious;
  useEffect(() => {
    if (isAwaited) return undefined;
    const timer = setTimeout(() => setCounted(key), COUNT_PAUSE_MS);
    return () => clearTimeout(timer);
  }, [isAwaited, key]);
  const [place, setPlace] = useState({ key, index: placeIn(opening, key) });
  const active = place.key === key ? place.index : placeIn(opening, key);
  const setActive = (index: number): void => {
    rememberPlace(opening, key, index);
    setPlace({ key, index });
  };
  return {
    rows,
    counted,
    key,
    // The place in a longer list waits until its rows are there.
    active: rows.isPrevious ? active : Math.min(active, Math.max(rows.count - 1, 0)),
    setActive,
  };
};

/** The columns of a view, or those that somebody likes best on this machine. */
const useColumns = (view: PeopleView, onView: (columns: string) => void) => {
  const { preferences, change } = usePreferences();
  const text = view.columns ?? preferences.columns;
  const chosen = useMemo(() => (text === null ? null : readColumns(text)), [text]);
  return {
    chosen,
    choose: (columns: readonly ChoosableColumn[]): void => {
      const changed = columnsText(columns);
      // A view that has columns of its own stays what the address says.
      if (view.columns !== undefined) onView(changed);
      else change({ columns: changed });
    },
  };
};

/** Laid over the address, and not over what is shown: something else may have been chosen a moment ago. */
const addressWith =
  (change: PeopleSearch) =>
  (before: PeopleView): PeopleView =>
    addressOf({ ...before, ...change });

/** The bar of those who are chosen goes with them, and with it what was pressed. */
const focusList = (): void => document.querySelector<HTMLElement>('[role="grid"]')?.focus();

/** Everybody in the book: filtered and sorted as the address says, and searched as the field says. */
export const PeoplePage = () => {
  const { t, language } = useText();
  const { currency } = useDaybook();
  const opening = useOpening();
  const api = useApi();
  const navigate = useNavigate({ from: '/people' });
  const view = route.useSearch();
  const [words, setWords] = useState(() => wordsOf(opening, view));
  useEffect(() => rememberList(opening, view, words), [opening, view, words]);
  const question = useMemo(() => questionOf({ ...view, search: words }), [view, words]);
  const { rows, counted, key, active, setActive } = usePeople(question);
  const { sort = 'name' } = question;
  const ask = useCallback(
    (change: PeopleSearch) => {
      if (change.search !== undefined) setWords(change.search);
      else void navigate({ to: '/people', search: addressWith(change), replace: true });
    },
    [navigate],
  );
  const { chosen: chosenColumns, choose: chooseColumns } = useColumns(view, (text) =>
    ask({ columns: text }),
  );
  const choosable = counted && choosablePeople(counted, question);
  const { selection, count, grid, clear } = useSelection({
    question,
    rowAt: rows.rowAt,
    people: choosable,
  });
  const { widths, areChosen, forget } = useColumnWidths('people');
  const work = useBulkState();
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
        columns: chosenColumns,
      }),
    [t, language, currency, sort, ask, chosenColumns],
  );
  const open = (row: PersonRow): void => {
    void navigate({
      to: '/person/$personId',
      params: { personId: row.personId },
      search: row.accountId === null ? {} : { account: row.accountId },
    });
  };
  const isEmpty = rows.complete && rows.count === 0;
  const length = counted === null || isEmpty || rows.isPrevious ? null : counted;

  return (
    <>
      <PageHead
        title={t('people.title')}
        aside={
          length === null
            ? undefined
            : isOfAccounts(view)
              ? t('lists.accounts', { count: length.rows })
              : t('people.count', { count: length.people })
        }
        actions={
          <>
            <ExportButton order={peopleExport(question, t, currency)} isEmpty={isEmpty} />
            <ColumnChoice
              columns={chosenColumns ?? usualColumns}
              onChoose={chooseColumns}
              onUsualWidths={areChosen ? forget : null}
            />
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
      <PeopleFilters question={{ ...view, search: words }} onAsk={ask} />
      <SavedViews view={view} />
      {view.filter === 'exhausted' ? <ExhaustedNote className={styles['note']} /> : null}
      <BulkReport />
      <UnansweredMessage isOnPage refusal={rows.refusal} />
      {isEmpty ? (
        <EmptyPeople
          filter={question.filter}
          isSearched={question.search !== undefined}
          isNarrowed={isNarrowed(question)}
          onShowAll={showAll}
        />
      ) : (
        <>
          {count === 0 ? null : (
            <BulkBar
              count={count}
              people={choosable}
              filter={question.filter}
              order={peopleExport(
                chosenAmong(selection, question),
                t,
                currency,
                exportedRows(selection),
              )}
              isBusy={work?.phase === 'running' || work?.phase === 'halted'}
              onDo={(deed) => {
                startBulkWork({ api, deed, selection, question, total: count ?? 0 });
                clear();
                focusList();
              }}
              onAll={grid.onAll}
              onNone={() => {
                clear();
                focusList();
              }}
            />
          )}
          <RowGrid
            label={t('people.list')}
            question={key}
            isBusy={rows.loading || rows.isPrevious}
            columns={columns}
            count={rows.count}
            total={rows.complete ? rows.count : (counted?.rows ?? null)}
            rowAt={rows.rowAt}
            onShow={rows.show}
            active={active}
            onActive={setActive}
            onOpen={open}
            className={styles['columns'] ?? ''}
            isAtFoot
            selection={grid}
            widths={widths}
          />
        </>
      )}
      <Outlet />
    </>
  );
};
