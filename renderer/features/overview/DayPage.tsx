import { getRouteApi, useNavigate } from '@tanstack/react-router';
import { useMemo, useState } from 'react';
import type { ViewRow } from '../../../shared/contract.ts';
import { useDaybook } from '../../api/useHost.ts';
import { usePagedRows } from '../../api/usePagedRows.ts';
import { useView } from '../../api/useView.ts';
import { UnansweredMessage } from '../../text/UnansweredMessage.tsx';
import { useText } from '../../text/useText.ts';
import { formatLongDay } from '../../text/when.ts';
import { Figure } from '../../ui/Figure.tsx';
import { BackLink } from '../../ui/BackLink.tsx';
import { InCurrency } from '../../ui/InCurrency.tsx';
import { PageHead } from '../../ui/PageHead.tsx';
import type { GridColumn } from '../../ui/GridColumn.ts';
import { RowGrid } from '../../ui/RowGrid.tsx';
import { Stamp } from '../../ui/Stamp.tsx';
import { PersonLink } from '../people/PersonLink.tsx';
import styles from './OverviewPage.module.css';

type Entry = ViewRow<'credit-account/entries-of-day'>;

const route = getRouteApi('/overview/$day');

const useColumns = (): readonly GridColumn<Entry>[] => {
  const { t } = useText();
  const { currency } = useDaybook();
  return useMemo(
    () => [
      {
        id: 'name',
        width: { least: '9rem', most: '1fr' },
        heading: t('overview.name'),
        cell: (entry) => <PersonLink person={entry} accountId={entry.accountId} isInGrid />,
      },
      {
        id: 'kind',
        width: { least: '9rem', most: '9rem' },
        heading: t('activity.kind'),
        cell: ({ kind, reversed }) => (
          <>
            {t(`activity.kinds.${kind}`)}{' '}
            {reversed ? <Stamp>{t('activity.reversed')}</Stamp> : null}
          </>
        ),
      },
      {
        id: 'memo',
        width: { least: '8rem', most: '1fr' },
        wideOnly: true,
        heading: t('activity.memo'),
        cell: ({ memo }) => memo,
      },
      {
        id: 'amount',
        width: { least: '9rem', most: '9rem' },
        figures: true,
        heading: <InCurrency currency={currency}>{t('activity.amount')}</InCurrency>,
        cell: ({ amount }) => <Figure money={amount} />,
      },
    ],
    [t, currency],
  );
};

/** Every entry of a day: what stands behind a figure of the activity. */
export const DayPage = () => {
  const { t, language } = useText();
  const navigate = useNavigate();
  const { day } = route.useParams();
  const counted = useView('overview/activity', { from: day, to: day }).data?.rows;
  const count = counted === undefined ? null : (counted[0]?.entries ?? 0);
  const rows = usePagedRows('credit-account/entries-of-day', { day }, count);
  const [active, setActive] = useState(0);
  const columns = useColumns();
  return (
    <>
      <BackLink to="/overview" className={styles['back'] ?? ''}>
        {t('overview.title')}
      </BackLink>
      <PageHead
        title={formatLongDay(day, language)}
        aside={count === null ? undefined : t('activity.count', { count })}
      />
      <UnansweredMessage isOnPage refusal={rows.refusal} />
      {rows.complete && rows.count === 0 ? (
        <p className={styles['nothing']}>{t('activity.noneOfDay')}</p>
      ) : (
        <RowGrid
          label={t('activity.list')}
          question={day}
          isBusy={rows.loading || rows.isPrevious}
          columns={columns}
          count={rows.count}
          total={rows.complete ? rows.count : count}
          rowAt={rows.rowAt}
          onShow={rows.show}
          active={Math.min(active, Math.max(rows.count - 1, 0))}
          onActive={setActive}
          onOpen={({ personId, accountId }) =>
            void navigate({
              to: '/person/$personId',
              params: { personId },
              search: { account: accountId },
            })
          }
          className=""
          isAtFoot
        />
      )}
    </>
  );
};
