import { Link } from '@tanstack/react-router';
import { useDaybook } from '../../api/useHost.ts';
import { numberFormat } from '../../text/formats.ts';
import { useText } from '../../text/useText.ts';
import { formatDay } from '../../text/when.ts';
import { Figure } from '../../ui/Figure.tsx';
import { InCurrency } from '../../ui/InCurrency.tsx';
import inkLink from '../../ui/InkLink.module.css';
import { sumOf, type Day } from './daysOf.ts';
import styles from './OverviewPage.module.css';

interface ActivityTableProps {
  readonly label: string;
  /** Oldest first. */
  readonly rows: readonly Day[];
}

/** Days with entries, newest first, and what they add up to. Each day opens its entries. */
export const ActivityTable = ({ label, rows }: ActivityTableProps) => {
  const { t, language } = useText();
  const { currency } = useDaybook();
  const count = (number: number): string => numberFormat(language, {}).format(number);
  const sum = sumOf(rows);
  return (
    <table className={styles['table']} aria-label={label}>
      <thead>
        <tr>
          <th scope="col">{t('activity.day')}</th>
          <th scope="col">{t('activity.entries')}</th>
          <th scope="col">
            <InCurrency currency={currency}>{t('activity.charged')}</InCurrency>
          </th>
          <th scope="col">
            <InCurrency currency={currency}>{t('activity.paid')}</InCurrency>
          </th>
          <th scope="col">
            <InCurrency currency={currency}>{t('activity.balance')}</InCurrency>
          </th>
        </tr>
      </thead>
      <tbody>
        {rows.toReversed().map((row) => (
          <tr key={row.day}>
            <th scope="row">
              <Link to="/overview/$day" params={{ day: row.day }} className={inkLink['link']}>
                {formatDay(row.day, language)}
              </Link>
            </th>
            <td>{count(row.entries)}</td>
            <td>
              <Figure money={row.charged} />
            </td>
            <td>
              <Figure money={row.paid} />
            </td>
            <td>
              <Figure money={row.balance} />
            </td>
          </tr>
        ))}
      </tbody>
      <tfoot>
        <tr>
          <th scope="row">{t('activity.sum')}</th>
          <td>{count(sum.entries)}</td>
          <td>
            <Figure money={{ currency, minor: sum.charged }} />
          </td>
          <td>
            <Figure money={{ currency, minor: sum.paid }} />
          </td>
          <td aria-hidden="true" />
        </tr>
      </tfoot>
    </table>
  );
};
