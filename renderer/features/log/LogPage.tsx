import { getRouteApi, useLocation, useNavigate, useRouter } from '@tanstack/react-router';
import { ArrowUp, RotateCcw } from 'lucide-react';
import { useCallback, useEffect, useMemo, useRef, useState } from 'react';
import { useDaybook } from '../../api/useHost.ts';
import { UnansweredMessage } from '../../text/UnansweredMessage.tsx';
import { useText } from '../../text/useText.ts';
import { Button } from '../../ui/Button.tsx';
import type { GridWidths } from '../../ui/columnWidths.ts';
import { PageHead } from '../../ui/PageHead.tsx';
import { ProgressLine } from '../../ui/ProgressLine.tsx';
import { RowGrid } from '../../ui/RowGrid.tsx';
import { useShortcuts } from '../../ui/useShortcuts.ts';
import { useColumnWidths } from '../../window/useColumnWidths.ts';
import type { LogLine } from './createHeldLines.ts';
import { EmptyLog } from './EmptyLog.tsx';
import { EventPanel } from './EventPanel.tsx';
import { logColumns } from './logColumns.tsx';
import { LogFilters } from './LogFilters.tsx';
import { filtersOf, tidyLogSearch, type LogSearch } from './logSearch.ts';
import { useLogRows, type LogList } from './useLogRows.ts';
import styles from './LogPage.module.css';

declare module '@tanstack/react-router' {
  interface HistoryState {
    /** The position in the log from which somebody followed a name: where they are when they come back. */
    leftAt?: number;
  }
}

const route = getRouteApi('/log');

/**
 * Where in the log somebody is: at a position, since lines move when new ones come in above. An address
 * that was changed from elsewhere moves the list there; one that follows the arrow keys does not.
 */
const usePlace = (rows: LogList, at: number | undefined, toAddress: (at: number) => void) => {
  const leftAt = useLocation({ select: ({ state }) => state.leftAt });
  const [place, setPlace] = useState<number | undefined>(at ?? leftAt);
  const [jump, setJump] = useState(0);
  /** The address as it is known to be, and behind it those on their way, of which some may never come. */
  const addresses = useRef([at]);
  useEffect(() => {
    const known = addresses.current.lastIndexOf(at);
    addresses.current = known === -1 ? [at] : addresses.current.slice(known);
    if (known !== -1 || at === undefined) return;
    setPlace(at);
    setJump((before) => before + 1);
  }, [at]);
  const open = (position: number): void => {
    addresses.current.push(position);
    setPlace(position);
    toAddress(position);
  };
  return {
    active: place === undefined ? 0 : (rows.indexOf(place) ?? 0),
    setActive: (index: number): void => {
      const position = rows.positionAt(index);
      if (position === undefined) return;
      if (at === undefined) setPlace(position);
      else open(position);
    },
    open,
    /** To the newest, in sight. */
    toTop: (): void => {
      setPlace(undefined);
      setJump((before) => before + 1);
    },
    question: `${rows.question} ${jump}`,
  };
};

const focusList = (): void =>
  document.querySelector<HTMLElement>('[role="grid"]')?.focus({ preventScroll: true });

interface LogBodyProps {
  readonly widths: GridWidths;
  readonly rows: LogList;
  readonly search: LogSearch;
  readonly onAsk: (change: LogSearch) => void;
  readonly onPerson: (line: LogLine) => void;
  readonly place: ReturnType<typeof usePlace>;
}

/** The list, and what has come in above it meanwhile. */
const LogBody = ({ rows, search, onAsk, onPerson, place, widths }: LogBodyProps) => {
  const { t, language } = useText();
  const { device } = useDaybook();
  const { order = 'newest' } = search;
  const columns = useMemo(
    () =>
      logColumns({
        say: t,
        language,
        device,
        order,
        onOrder: (chosen) => onAsk({ order: chosen === 'oldest' ? 'oldest' : undefined }),
      }),
    [t, language, device, order, onAsk],
  );
  return (
    <div className={styles['list']} data-open={search.at !== undefined}>
      {rows.newer > 0 ? (
        <div className={styles['newer']}>
          <Button
            look="primary"
            size="small"
            icon={<ArrowUp aria-hidden="true" />}
            onPress={() => {
              rows.showNewer();
              place.toTop();
              focusList();
            }}
          >
            {t('log.newer', { count: rows.newer })}
          </Button>
        </div>
      ) : null}
      <RowGrid
        label={t('log.list')}
        question={place.question}
        isBusy={rows.loading}
        columns={columns}
        count={rows.count}
        total={rows.complete ? rows.count : null}
        rowAt={rows.lineAt}
        onShow={rows.show}
        active={Math.min(place.active, Math.max(rows.count - 1, 0))}
        onActive={place.setActive}
        onOpen={({ position }) => place.open(position)}
        onLink={onPerson}
        className={styles['columns'] ?? ''}
        isAtFoot
        widths={widths}
      />
    </div>
  );
};

const countOf = (rows: LogList, isNarrowed: boolean, t: ReturnType<typeof useText>['t']) => {
  if (!rows.complete || rows.count === 0) return undefined;
  return isNarrowed ? t('log.found', { count: rows.count }) : t('log.count', { count: rows.count });
};

/** Everything that was ever written down, and one event of it whole beside the list. */
export const LogPage = () => {
  const { t } = useText();
  const navigate = useNavigate({ from: '/log' });
  const { history } = useRouter();
  const search = route.useSearch();
  const rows = useLogRows(search);
  const { widths, areChosen, forget } = useColumnWidths('log');
  const go = useCallback(
    (change: LogSearch): void => {
      void navigate({
        to: '/log',
        search: (before) => tidyLogSearch({ ...before, ...change }),
        replace: true,
      });
    },
    [navigate],
  );
  const place = usePlace(rows, search.at, (at) => go({ at }));
  const toPerson = (line: LogLine): void => {
    if (line.kind !== 'event' || line.event.person === null) return;
    const { position } = line;
    const { personId } = line.event.person;
    void navigate({
      to: '/log',
      search: (before) => (before.at === undefined ? before : { ...before, at: position }),
      state: { leftAt: position },
      replace: true,
    });
    // Or the history would keep only the last of two steps in one go.
    history.flush();
    void navigate({ to: '/person/$personId', params: { personId } });
  };
  const isNarrowed = Object.keys(filtersOf(search)).length > 0;
  const close = (): void => {
    go({ at: undefined });
    focusList();
  };
  useShortcuts(search.at === undefined ? {} : { escape: close });
  const isEmpty = rows.complete && rows.count === 0;
  return (
    <>
      <PageHead
        title={t('log.title')}
        aside={countOf(rows, isNarrowed, t)}
        actions={
          areChosen ? (
            <Button
              look="quiet"
              icon={<RotateCcw aria-hidden="true" />}
              onPress={() => {
                forget();
                // What was pressed goes with the widths.
                focusList();
              }}
            >
              {t('lists.usualWidths')}
            </Button>
          ) : null
        }
      />
      <LogFilters
        search={search}
        devices={rows.devices}
        types={rows.types}
        last={rows.last}
        onAsk={go}
        onGo={(at) => go({ at })}
      />
      {rows.looked === null ? null : (
        <div className={styles['looked']}>
          <ProgressLine
            label={t('log.looking')}
            done={rows.looked.done}
            total={rows.looked.total}
            aside={t('log.looked', rows.looked)}
          />
        </div>
      )}
      <UnansweredMessage isOnPage refusal={rows.refusal} />
      <div className={styles['place']}>
        {isEmpty ? (
          <EmptyLog
            isNarrowed={isNarrowed}
            onShowAll={() => {
              void navigate({ to: '/log', search: {}, replace: true });
            }}
          />
        ) : (
          <LogBody
            rows={rows}
            search={search}
            onAsk={go}
            onPerson={toPerson}
            place={place}
            widths={widths}
          />
        )}
        {search.at === undefined ? null : <EventPanel position={search.at} onClose={close} />}
      </div>
    </>
  );
};
