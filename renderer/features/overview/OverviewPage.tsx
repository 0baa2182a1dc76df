import { Link } from '@tanstack/react-router';
import type { ReactNode } from 'react';
import { RefusalError } from '../../api/RefusalError.ts';
import { useView } from '../../api/useView.ts';
import { formatMoney } from '../../text/amountText.ts';
import { localeOf } from '../../text/languages.ts';
import { RefusalMessage } from '../../text/RefusalMessage.tsx';
import { useText } from '../../text/useText.ts';
import { PageHead } from '../../ui/PageHead.tsx';
import type { PeopleSearch } from '../people/peopleSearch.ts';
import { ExhaustedList } from './ExhaustedList.tsx';
import styles from './OverviewPage.module.css';

interface SumLineProps {
  readonly label: string;
  readonly value: ReactNode;
  /** The list that the figure adds up. */
  readonly search: PeopleSearch;
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
  const count = (number: number): string =>
    new Intl.NumberFormat(localeOf[language]).format(number);
  return (
    <div className={styles['page']}>
      <PageHead title={t('overview.title')} />
      {error instanceof RefusalError ? <RefusalMessage refusal={error.refusal} /> : null}
      <div className={styles['spread']}>
        {totals === undefined ? null : (
          <ul className={styles['sums']} aria-label={t('overview.title')}>
            <SumLine label={t('overview.people')} value={count(totals.people)} search={{}} />
            <SumLine
              label={t('overview.accounts')}
              value={count(totals.accounts)}
              search={{ sort: '-balance' }}
            />
            <SumLine
              label={t('overview.entries')}
              value={count(totals.entries)}
              search={{ sort: '-last-entry' }}
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
              label={t('overview.owed')}
              value={formatMoney(totals.owed, language)}
              search={{ sort: '-balance' }}
              strong
            />
          </ul>
        )}
        <ExhaustedList />
      </div>
    </div>
  );
};
