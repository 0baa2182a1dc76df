import type { ViewRow } from '../../../shared/contract.ts';
import type { PersonPage, PersonPageAccount } from '../../../shared/views/person-page.ts';
import { useDaybook } from '../../api/useHost.ts';
import { useToday } from '../../forms/useToday.ts';
import { useText } from '../../text/useText.ts';
import { formatDay } from '../../text/when.ts';
import { Figure } from '../../ui/Figure.tsx';
import { Redaction } from '../../ui/Redaction.tsx';
import { IncompleteFigures } from '../../window/IncompleteFigures.tsx';
import { PersonName } from '../people/PersonName.tsx';
import { EntryText } from '../person/EntryText.tsx';
import { isDebit } from '../person/isDebit.ts';
import { periodText, type Period } from './period.ts';
import styles from './StatementSheet.module.css';
import type { LaidOut } from './useLaidOut.ts';

type Entry = ViewRow<'credit-account/period-entries'>;

interface StatementSheetProps {
  readonly person: PersonPage;
  readonly account: PersonPageAccount;
  readonly period: Period;
  readonly sums: LaidOut['sums'];
  readonly entries: readonly Entry[];
}

/** Whom the statement is for, as in the window of an envelope. */
const Addressee = ({ person }: Pick<StatementSheetProps, 'person'>) => {
  const { t } = useText();
  const { details, erased } = person;
  return (
    <address className={styles['addressee']}>
      <strong>
        <PersonName person={person} barLength={18} />
      </strong>
      {erased ? <Redaction length={24} /> : null}
      {details?.address === undefined ? null : <span>{details.address}</span>}
      {details?.reference === undefined ? null : (
        <span>
          {t('details.reference')} {details.reference}
        </span>
      )}
    </address>
  );
};

const Letterhead = ({
  person,
  account,
  period,
}: Pick<StatementSheetProps, 'person' | 'account' | 'period'>) => {
  const { t, language } = useText();
  const { name } = useDaybook();
  const today = useToday();
  const number = person.accounts.indexOf(account) + 1;
  const facts = [
    ['period', periodText(period, t, language)],
    ...(person.accounts.length > 1 ? ([['account', String(number)]] as const) : []),
    ['currency', account.balance.currency],
    ['printedOn', formatDay(today, language)],
  ] as const;
  return (
    <header className={styles['letterhead']}>
      <p className={styles['house']}>{name}</p>
      <h1 className={styles['title']}>{t('printed.title')}</h1>
      <Addressee person={person} />
      <dl className={styles['facts']}>
        {facts.map(([fact, text]) => (
          <div key={fact}>
            <dt>{t(`printed.${fact}`)}</dt>
            <dd>{text}</dd>
          </div>
        ))}
      </dl>
    </header>
  );
};

const Line = ({ entry, before }: { readonly entry: Entry; readonly before: number }) => {
  const { language } = useText();
  const debit = isDebit(entry, before);
  const amount = <Figure money={entry.amount} />;
  return (
    <tr>
      <td className={styles['day']}>{formatDay(entry.occurredOn, language)}</td>
      <td>
        <EntryText entry={entry} />
      </td>
      <td className={styles['figure']}>{debit ? amount : null}</td>
      <td className={styles['figure']}>{debit ? null : amount}</td>
      <td className={styles['figure']}>
        <Figure money={entry.balance} />
      </td>
    </tr>
  );
};

const Closing = ({ sums, period }: Pick<StatementSheetProps, 'sums' | 'period'>) => {
  const { t, language } = useText();
  return (
    <>
      <tr className={styles['totals']}>
        <td>{null}</td>
        <th scope="row">{t('printed.totals')}</th>
        <td className={styles['figure']}>
          <Figure money={sums.added} />
        </td>
        <td className={styles['figure']}>
          <Figure money={sums.taken} />
        </td>
        <td>{null}</td>
      </tr>
      <tr className={styles['closing']}>
        <td className={styles['day']}>
          {period.to === undefined ? null : formatDay(period.to, language)}
        </td>
        <th scope="row">
          {t('printed.closing')}
          {sums.closing.minor < 0 ? ` (${t('printed.inFavour')})` : ''}
        </th>
        <td>{null}</td>
        <td>{null}</td>
        <td className={styles['figure']}>
          <Figure money={sums.closing} />
        </td>
      </tr>
    </>
  );
};

/** A statement as it is on paper: black on white, all of its lines at once. */
export const StatementSheet = ({ person, account, period, sums, entries }: StatementSheetProps) => {
  const { t, language } = useText();
  return (
    <article className={styles['sheet']} aria-label={t('printed.title')}>
      <Letterhead person={person} account={account} period={period} />
      <IncompleteFigures />
      <table className={styles['table']}>
        <thead>
          <tr>
            <th scope="col">{t('account.date')}</th>
            <th scope="col">{t('account.entry')}</th>
            <th scope="col">{t('account.charge')}</th>
            <th scope="col">{t('account.payment')}</th>
            <th scope="col">{t('account.balance')}</th>
          </tr>
        </thead>
        <tbody>
          <tr className={styles['opening']}>
            <td className={styles['day']}>
              {period.from === undefined ? null : formatDay(period.from, language)}
            </td>
            <th scope="row">{t('printed.opening')}</th>
            <td>{null}</td>
            <td>{null}</td>
            <td className={styles['figure']}>
              <Figure money={sums.opening} />
            </td>
          </tr>
          {entries.map((entry, index) => (
            <Line
              key={entry.entryId}
              entry={entry}
              before={entries[index - 1]?.balance.minor ?? sums.opening.minor}
            />
          ))}
          {entries.length === 0 ? (
            <tr>
              <td>{null}</td>
              <td colSpan={4}>{t('printed.empty')}</td>
            </tr>
          ) : null}
        </tbody>
        {/* Of its own, so that it is kept together on a sheet; a foot would stand on each of them. */}
        <tbody className={styles['end']}>
          <Closing sums={sums} period={period} />
        </tbody>
      </table>
    </article>
  );
};
