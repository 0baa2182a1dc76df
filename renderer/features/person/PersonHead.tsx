import type { Money } from '../../../shared/kernel/money.ts';
import type { PersonPage, PersonPageAccount } from '../../../shared/views/person-page.ts';
import { useText } from '../../text/useText.ts';
import { formatMoment } from '../../text/when.ts';
import { Figure } from '../../ui/Figure.tsx';
import { Stamp } from '../../ui/Stamp.tsx';
import { PersonName } from '../people/PersonName.tsx';
import styles from './PersonPage.module.css';

interface PersonHeadProps {
  readonly person: PersonPage;
  readonly account: PersonPageAccount | undefined;
}

const HeadFigure = ({
  label,
  money,
  strong = false,
  warns = false,
}: {
  readonly label: string;
  readonly money: Money;
  readonly strong?: boolean;
  readonly warns?: boolean;
}) => (
  <div className={styles['headFigure']} data-strong={strong}>
    <dt>{label}</dt>
    <dd>
      <Figure money={money} warns={warns} />
    </dd>
  </div>
);

const Stamps = ({ person, account }: PersonHeadProps) => {
  const { t, language } = useText();
  const { erased, erasedAt, archived } = person;
  const available = account !== undefined && !account.closed ? account.available.minor : null;
  return (
    <>
      {erased ? (
        <Stamp look="red">
          {erasedAt === null
            ? t('person.erased')
            : t('person.erasedOn', { when: formatMoment(erasedAt, language) })}
        </Stamp>
      ) : null}
      {archived ? <Stamp>{t('person.archived')}</Stamp> : null}
      {account?.closed === true ? <Stamp>{t('person.closed')}</Stamp> : null}
      {account !== undefined && account.balance.minor < 0 ? (
        <Stamp>{t('person.inCredit')}</Stamp>
      ) : null}
      {available === 0 ? <Stamp look="blue">{t('person.exhausted')}</Stamp> : null}
      {available !== null && available < 0 ? (
        <Stamp look="red">{t('person.overLimit')}</Stamp>
      ) : null}
    </>
  );
};

/** Who it is, what is the matter, and the figures that matter. */
export const PersonHead = ({ person, account }: PersonHeadProps) => {
  const { t } = useText();
  const { details } = person;
  return (
    <header className={styles['head']}>
      <div className={styles['who']}>
        <h1 className={styles['name']}>
          <PersonName person={person} barLength={18} />
        </h1>
        <p className={styles['under']}>
          {details?.reference === undefined ? null : (
            <span className={styles['reference']}>
              {t('details.reference')} <strong>{details.reference}</strong>
            </span>
          )}
          <Stamps person={person} account={account} />
        </p>
      </div>
      {account === undefined ? null : (
        <dl className={styles['headFigures']}>
          <HeadFigure label={t('person.limit')} money={account.limit} />
          <HeadFigure label={t('person.available')} money={account.available} warns />
          <HeadFigure label={t('person.balance')} money={account.balance} strong />
        </dl>
      )}
    </header>
  );
};
