import { getRouteApi, Link, useNavigate } from '@tanstack/react-router';
import type { ReactNode } from 'react';
import type { Money } from '../../../shared/kernel/money.ts';
import { RefusalError } from '../../api/RefusalError.ts';
import { useView } from '../../api/useView.ts';
import { formatMoney } from '../../text/amountText.ts';
import { numberFormat } from '../../text/formats.ts';
import { UnansweredMessage } from '../../text/UnansweredMessage.tsx';
import { useText } from '../../text/useText.ts';
import { AwaitedMark } from '../../ui/AwaitedMark.tsx';
import { PageHead } from '../../ui/PageHead.tsx';
import { IncompleteFigures } from '../../window/IncompleteFigures.tsx';
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
  const navigate = useNavigate({ from: '/overview' });
  const { span = '90', shape = 'chart' } = route.useSearch();
  const count = (number: number | undefined): ReactNode =>
    number === undefined ? <AwaitedMark /> : numberFormat(language, {}).format(number);
  const money = (sum: Money | undefined): ReactNode =>
    sum === undefined ? <AwaitedMark /> : formatMoney(sum, language);
  return (
    <div className={styles['page']}>
      <PageHead title={t('overview.title')} />
      <div className={styles['spread']}>
        <div className={styles['sums']}>
          {error instanceof RefusalError ? <UnansweredMessage refusal={error.refusal} /> : null}
          {totals === undefined && error !== null ? null : (
            <>
              <IncompleteFigures />
              <ul aria-label={t('overview.title')} aria-busy={totals === undefined}>
                <SumLine label={t('overview.people')} value={count(totals?.listed)} search={{}} />
                <SumLine
                  label={t('overview.archived')}
                  value={count(totals?.archived)}
                  search={{ filter: 'archived' }}
                />
                <SumLine
                  label={t('overview.erased')}
                  value={count(totals?.erased)}
                  search={{ filter: 'erased' }}
                />
                <SumLine
                  label={t('overview.exhausted')}
                  value={count(totals?.exhausted)}
                  search={{ filter: 'exhausted' }}
                />
                <SumLine
                  label={t('overview.overLimit')}
                  value={count(totals?.overLimit)}
                  search={{ filter: 'over-limit' }}
                />
                <SumLine
                  label={t('overview.inCredit')}
                  value={count(totals?.inCredit)}
                  search={{ filter: 'in-credit', sort: 'balance' }}
                />
                <SumLine
                  label={t('overview.paidAhead')}
                  value={money(totals?.paidAhead)}
                  search={{ filter: 'in-credit', sort: 'balance' }}
                />
                <SumLine
                  label={t('overview.owing')}
                  value={count(totals?.owing)}
                  search={{ filter: 'owing', sort: '-balance' }}
                />
                <SumLine
                  label={t('overview.owed')}
                  value={money(totals?.owed)}
                  search={{ filter: 'owing', sort: '-balance' }}
                  strong
                />
              </ul>
            </>
          )}
        </div>
        <div className={styles['leaf']}>
          <Activity
            span={span}
            shape={shape}
            onChange={(change) =>
              void navigate({
                to: '/overview',
                // Not what is shown: something else may have been chosen a moment ago.
                search: (before) => ({ span, shape, ...before, ...change }),
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
