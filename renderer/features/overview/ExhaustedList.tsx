import { Link } from '@tanstack/react-router';
import { useDaybook } from '../../api/useHost.ts';
import { RefusalError } from '../../api/RefusalError.ts';
import { useView } from '../../api/useView.ts';
import { UnansweredMessage } from '../../text/UnansweredMessage.tsx';
import { useText } from '../../text/useText.ts';
import { AwaitedLines } from '../../ui/AwaitedLines.tsx';
import { Figure } from '../../ui/Figure.tsx';
import { InCurrency } from '../../ui/InCurrency.tsx';
import { ExhaustedNote } from '../people/ExhaustedNote.tsx';
import { PersonLink } from '../people/PersonLink.tsx';
import styles from './OverviewPage.module.css';

/** As many as one looks through here; the whole list is in People. */
const SHOWN = 50;

/** Accounts with exactly nothing left. */
export const ExhaustedList = () => {
  const { t } = useText();
  const { currency } = useDaybook();
  const { data, error } = useView('credit-account/exhausted', { limit: SHOWN });
  const refusal =
    error instanceof RefusalError ? <UnansweredMessage refusal={error.refusal} /> : null;
  if (data === undefined)
    return (
      <section className={styles['exhausted']}>
        <h2 className={styles['title']}>{t('overview.exhaustedTitle')}</h2>
        {refusal}
        {error === null ? <AwaitedLines count={5} /> : null}
      </section>
    );
  return (
    <section className={styles['exhausted']}>
      <h2 className={styles['title']}>{t('overview.exhaustedTitle')}</h2>
      {refusal}
      <ExhaustedNote isNone={data.rows.length === 0} className={styles['text']} />
      {data.rows.length === 0 ? null : (
        <table className={styles['table']} aria-label={t('overview.exhausted')}>
          <thead>
            <tr>
              <th scope="col">{t('overview.name')}</th>
              <th scope="col">
                <InCurrency currency={currency}>{t('overview.limit')}</InCurrency>
              </th>
              <th scope="col">
                <InCurrency currency={currency}>{t('overview.balance')}</InCurrency>
              </th>
            </tr>
          </thead>
          <tbody>
            {data.rows.map((row) => (
              <tr key={row.accountId}>
                <td>
                  <PersonLink person={row} accountId={row.accountId} />
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
