import { getRouteApi, Link, useNavigate } from '@tanstack/react-router';
import type { ReactNode } from 'react';
import { RefusalError } from '../../api/RefusalError.ts';
import { useView } from '../../api/useView.ts';
import { formatMoney } from '../../text/amountText.ts';
import { localeOf } from '../../text/languages.ts';
import { RefusalMessage } from '../../text/RefusalMessage.tsx';
import { useText } from '../../text/useText.ts';
import { PageHead } from '../../ui/PageHead.tsx';
import type { PeopleView } from '../people/peopleSearch.ts';
import { Activity } from './Activity.tsx';
import { ExhaustedList } from './ExhaustedList.tsx';
import styles from './OverviewPage.module.css';

const route = getRouteApi('/overview');

interface SumLineProps {
  readonly label: string;
  readonly value: ReactNode;
  /** The list that the figure adds up. */
  readonly search: PeopleView;
  readonly strong?: boolean;
}

const SumLine = ({ label, value, search, strong = false }: SumLineProps) => (
  <li className={styles['sum']} data-strong={strong}>
    <Link to="/people" search={search} className={styles['link']}>
      <span className={styles['label']}>{label}</span>
      <span className={styles['leader']} aria-hidden="true" />
      <span className={styles['value']}>{value}</span>
    </Link>
  </li>
);

/** The figures of the whole daybook; each opens the list behind it. */
export const OverviewPage = () => {
  const { t, language } = useText();
  const { data, error } = useView('overview/totals', {});
  const totals = data?.rows[0];
  const navigate = useNavigate();
  const { span = '90', shape = 'chart' } = route.useSearch();
  const count = (number: number): string =>
    new Intl.NumberFormat(localeOf[language]).format(number);
  return (
    <div className={styles['page']}>
      <PageHead title={t('overview.title')} />
      {error instanceof RefusalError ? <RefusalMessage refusal={error.refusal} /> : null}
      <div className={styles['spread']}>
        {totals === undefined ? null : (
          <ul className={styles['sums']} aria-label={t('overview.title')}>
            <SumLine label={t('overview.people')} value={count(totals.listed)} search={{}} />
            <SumLine
              label={t('overview.archived')}
              value={count(totals.archived)}
              search={{ filter: 'archived' }}
            />
            <SumLine
              label={t('overview.erased')}
              value={count(totals.erased)}
              search={{ filter: 'erased' }}
            />
            <SumLine
              label={t('overview.exhausted')}
              value={count(totals.exhausted)}
              search={{ filter: 'exhausted' }}
            />
            <SumLine
              label={t('overview.overLimit')}
              value={count(totals.overLimit)}
              search={{ filter: 'over-limit' }}
            />
            <SumLine
              label={t('overview.inCredit')}
              value={count(totals.inCredit)}
              search={{ filter: 'in-credit', sort: 'balance' }}
            />
            <SumLine
              label={t('overview.paidAhead')}
              value={formatMoney(totals.paidAhead, language)}
              search={{ filter: 'in-credit', sort: 'balance' }}
            />
            <SumLine
              label={t('overview.owing')}
              value={count(totals.owing)}
              search={{ filter: 'owing', sort: '-balance' }}
            />
            <SumLine
              label={t('overview.owed')}
              value={formatMoney(totals.owed, language)}
              search={{ filter: 'owing', sort: '-balance' }}
              strong
            />
          </ul>
        )}
        <div className={styles['leaf']}>
          <Activity
            span={span}
            shape={shape}
            onChange={(change) =>
              void navigate({
                to: '/overview',
                search: { span, shape, ...change },
                replace: true,
              })
            }
          />
          <ExhaustedList />
        </div>
      </div>
    </div>
  );
};
