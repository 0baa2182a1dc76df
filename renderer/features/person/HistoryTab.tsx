import { useNavigate } from '@tanstack/react-router';
import { useDaybook } from '../../api/useHost.ts';
import { RefusalError } from '../../api/RefusalError.ts';
import { UnansweredMessage } from '../../text/UnansweredMessage.tsx';
import { useText } from '../../text/useText.ts';
import { formatDay, formatMoment, todayAt } from '../../text/when.ts';
import { AwaitedLines } from '../../ui/AwaitedLines.tsx';
import { Button } from '../../ui/Button.tsx';
import { Segments } from '../../ui/Segments.tsx';
import { HistoryEvent, reversedBy } from './HistoryEvent.tsx';
import styles from './HistoryTab.module.css';
import type { HistoryRow } from './pastValues.ts';
import type { PersonSearch } from './personSearch.ts';
import { useValueHistory } from './useValueHistory.ts';
import { useHistoryPages } from './useHistoryPages.ts';

const kinds = ['all', 'details', 'limits', 'entries', 'status'] as const;

interface HistoryTabProps {
  readonly personId: string;
  readonly kind: PersonSearch['kind'];
}

interface HistoryLineProps {
  readonly personId: string;
  readonly values: readonly HistoryRow[] | undefined;
  readonly rows: readonly HistoryRow[];
  readonly row: HistoryRow;
  readonly isReversed: boolean;
}

const HistoryLine = ({ personId, rows, values, row, isReversed }: HistoryLineProps) => {
  const { t, language } = useText();
  const { device, member } = useDaybook();
  return (
    <tr>
      <td className={styles['when']}>
        {formatMoment(row.recordedAt, language)}
        {row.occurredOn === null || row.occurredOn === todayAt(new Date(row.recordedAt)) ? null : (
          <span className={styles['occurred']}>
            {t('history.occurred', { date: formatDay(row.occurredOn, language) })}
          </span>
        )}
      </td>
      <td>
        <HistoryEvent
          personId={personId}
          rows={rows}
          values={values ?? rows}
          row={row}
          isReversed={isReversed}
        />
      </td>
      <td className={styles['device']}>
        {row.device === device
          ? t('history.thisDevice')
          : t('history.otherDevice', { id: row.device.slice(0, 8) })}
        <span className={styles['occurred']}>
          {row.actor === member ? t('past.you') : t('past.member', { id: row.actor.slice(0, 8) })}
        </span>
      </td>
    </tr>
  );
};

/** Everything that was ever written about a person: when, what, where, and what stood there before. */
export const HistoryTab = ({ personId, kind }: HistoryTabProps) => {
  const { t } = useText();
  const { data, error, hasNextPage, fetchNextPage, isFetchingNextPage } = useHistoryPages(
    personId,
    kind,
  );
  const values = useValueHistory(personId);
  const navigate = useNavigate();
  const rows = data?.pages.flatMap((page) => page.rows) ?? [];
  // What takes an entry back was written after it, and so is loaded before it.
  const reversed = new Set(rows.map(reversedBy));
  return (
    <div className={styles['tab']}>
      {error instanceof RefusalError ? (
        <UnansweredMessage isOnPage refusal={error.refusal} />
      ) : null}
      <div className={styles['kinds']}>
        <Segments
          label={t('past.kinds')}
          value={kind ?? 'all'}
          options={kinds.map((value) => ({ value, label: t(`past.${value}`) }))}
          onChange={(next) =>
            void navigate({
              to: '/person/$personId',
              params: { personId },
              search: ({ account }) => ({
                ...(account && { account }),
                tab: 'history',
                ...(next === 'all' ? {} : { kind: next }),
              }),
              replace: true,
            })
          }
        />
      </div>
      <table className={styles['history']} aria-label={t('history.title')}>
        <thead>
          <tr>
            <th scope="col">{t('history.when')}</th>
            <th scope="col">{t('history.what')}</th>
            <th scope="col">{t('history.device')}</th>
          </tr>
        </thead>
        <tbody>
          {rows.map((row) => (
            <HistoryLine
              key={row.eventId}
              personId={personId}
              rows={rows}
              values={values}
              row={row}
              isReversed={reversed.has(row.eventId)}
            />
          ))}
        </tbody>
      </table>
      {data === undefined && error === null ? (
        <div className={styles['awaited']}>
          <AwaitedLines count={8} />
        </div>
      ) : null}
      {data !== undefined && rows.length === 0 ? (
        <p className={styles['nothing']}>{t('past.none')}</p>
      ) : null}
      {hasNextPage ? (
        <Button isPending={isFetchingNextPage} onPress={() => void fetchNextPage()}>
          {t('history.more')}
        </Button>
      ) : null}
    </div>
  );
};
