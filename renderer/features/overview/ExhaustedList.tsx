import { Link } from '@tanstack/react-router';
import { useDaybook } from '../../api/useHost.ts';
import { RefusalError } from '../../api/RefusalError.ts';
import { useView } from '../../api/useView.ts';
import { RefusalMessage } from '../../text/RefusalMessage.tsx';
import { useText } from '../../text/useText.ts';
import { Figure } from '../../ui/Figure.tsx';
import { PersonName } from '../people/PersonName.tsx';
import styles from './OverviewPage.module.css';

/** As many as one looks through here; the whole list is in People. */
const SHOWN = 50;

/** Accounts that have used their limit exactly. */
export const ExhaustedList = () => {
  const { t } = useText();
  const { currency } = useDaybook();
  const { data, error } = useView('credit-account/exhausted', { limit: SHOWN });
  if (error instanceof RefusalError) return <RefusalMessage refusal={error.refusal} />;
  if (data === undefined) return null;
  return (
    <section className={styles['exhausted']}>
      <h2 className={styles['title']}>{t('overview.exhaustedTitle')}</h2>
      <p className={styles['text']}>
        {data.rows.length === 0 ? t('overview.noneExhausted') : t('overview.exhaustedText')}
      </p>
      {data.rows.length === 0 ? null : (
        <table className={styles['table']} aria-label={t('overview.exhausted')}>
          <thead>
            <tr>
              <th scope="col">{t('overview.name')}</th>
              <th scope="col">
                {t('overview.limit')} <span className={styles['currency']}>{currency}</span>
              </th>
              <th scope="col">
                {t('overview.balance')} <span className={styles['currency']}>{currency}</span>
              </th>
            </tr>
          </thead>
          <tbody>
            {data.rows.map((row) => (
              <tr key={row.accountId}>
                <td>
                  <Link
                    to="/person/$personId"
                    params={{ personId: row.personId }}
                    search={{ account: row.accountId }}
                    className={styles['name']}
                  >
                    <PersonName person={row} />
                  </Link>
                </td>
                <td>
                  <Figure money={row.limit} />
                </td>
                <td>
                  <Figure money={row.balance} />
                </td>
              </tr>
            ))}
          </tbody>
        </table>
      )}
      {data.next === null ? null : (
        <Link to="/people" search={{ filter: 'exhausted' }}>
          {t('overview.all')}
        </Link>
      )}
    </section>
  );
};
