import { useDaybook } from '../../api/useHost.ts';
import { RefusalError } from '../../api/RefusalError.ts';
import { RefusalMessage } from '../../text/RefusalMessage.tsx';
import { useText } from '../../text/useText.ts';
import { formatDay, formatMoment, todayAt } from '../../text/when.ts';
import { Button } from '../../ui/Button.tsx';
import { HistoryEvent } from './HistoryEvent.tsx';
import styles from './HistoryTab.module.css';
import type { HistoryRow } from './pastValues.ts';
import { useHistoryPages } from './useHistoryPages.ts';

interface HistoryLineProps {
  readonly rows: readonly HistoryRow[];
  readonly row: HistoryRow;
  readonly index: number;
}

const HistoryLine = ({ rows, row, index }: HistoryLineProps) => {
  const { t, language } = useText();
  const { device } = useDaybook();
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
        <HistoryEvent rows={rows} index={index} row={row} />
      </td>
      <td className={styles['device']}>
        {row.device === device
          ? t('history.thisDevice')
          : t('history.otherDevice', { id: row.device.slice(0, 8) })}
      </td>
    </tr>
  );
};

/** Everything that was ever written about a person: when, what, where, and what stood there before. */
export const HistoryTab = ({ personId }: { readonly personId: string }) => {
  const { t } = useText();
  const { data, error, hasNextPage, fetchNextPage, isFetchingNextPage } = useHistoryPages(personId);
  const rows = data?.pages.flatMap((page) => page.rows) ?? [];
  return (
    <div className={styles['tab']}>
      {error instanceof RefusalError ? <RefusalMessage refusal={error.refusal} /> : null}
      <table className={styles['history']} aria-label={t('history.title')}>
        <thead>
          <tr>
            <th scope="col">{t('history.when')}</th>
            <th scope="col">{t('history.what')}</th>
            <th scope="col">{t('history.device')}</th>
          </tr>
        </thead>
        <tbody>
          {rows.map((row, index) => (
            <HistoryLine key={row.eventId} rows={rows} row={row} index={index} />
          ))}
        </tbody>
      </table>
      {hasNextPage ? (
        <Button isPending={isFetchingNextPage} onPress={() => void fetchNextPage()}>
          {t('history.more')}
        </Button>
      ) : null}
    </div>
  );
};
