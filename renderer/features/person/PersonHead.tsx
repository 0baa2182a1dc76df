import { Link } from '@tanstack/react-router';
import type { Money } from '../../../shared/kernel/money.ts';
import type { PersonPage, PersonPageAccount } from '../../../shared/views/person-page.ts';
import { formatAmount } from '../../text/amountText.ts';
import { useText } from '../../text/useText.ts';
import { formatMoment } from '../../text/when.ts';
import { Figure } from '../../ui/Figure.tsx';
import { Stamp } from '../../ui/Stamp.tsx';
import { IncompleteFigures } from '../../window/IncompleteFigures.tsx';
import { PersonName } from '../people/PersonName.tsx';
import styles from './PersonPage.module.css';
import type { PersonSearch } from './personSearch.ts';

interface PersonHeadProps {
  readonly person: PersonPage;
  readonly account: PersonPageAccount | undefined;
}

interface HeadFigureProps {
  readonly label: string;
  /** What the link says, the figure included. */
  readonly name: string;
  readonly money: Money;
  readonly personId: string;
  /** Where it is shown how the figure comes about. */
  readonly search: PersonSearch;
  readonly strong?: boolean;
  readonly warns?: boolean;
}

const HeadFigure = ({
  label,
  name,
  money,
  personId,
  search,
  strong = false,
  warns = false,
}: HeadFigureProps) => (
  <div className={styles['headFigure']} data-strong={strong}>
    <dt>{label}</dt>
    <dd>
      <Link
        to="/person/$personId"
        params={{ personId }}
        search={search}
        aria-label={name}
        className={styles['figureLink']}
      >
        <Figure money={money} warns={warns} />
      </Link>
    </dd>
  </div>
);

const Figures = ({
  personId,
  account: { accountId, limit, available, balance },
}: {
  readonly personId: string;
  readonly account: PersonPageAccount;
}) => {
  const { t, language } = useText();
  const sum = (money: Money) => ({ sum: formatAmount(money, language) });
  const account = { account: accountId, tab: 'account' } as const;
  return (
    <dl className={styles['headFigures']}>
      <HeadFigure
        label={t('person.limit')}
        name={t('figures.limitFrom', sum(limit))}
        money={limit}
        personId={personId}
        search={{ account: accountId, tab: 'history', kind: 'limits' }}
      />
      <HeadFigure
        label={t('person.available')}
        name={t('figures.availableFrom', sum(available))}
        money={available}
        personId={personId}
        search={{ ...account, explain: 'available' }}
        warns
      />
      <HeadFigure
        label={t('person.balance')}
        name={t('figures.balanceFrom', sum(balance))}
        money={balance}
        personId={personId}
        search={{ ...account, explain: 'balance' }}
        strong
      />
    </dl>
  );
};

/** A stamp that leads to the sum that it stands for. */
const StampLink = ({
  personId,
  accountId,
  look,
  text,
}: {
  readonly personId: string;
  readonly accountId: string;
  readonly look: 'red' | 'blue';
  readonly text: string;
}) => {
  const { t } = useText();
  return (
    <Link
      to="/person/$personId"
      params={{ personId }}
      search={{ account: accountId, tab: 'account', explain: 'available' }}
      title={t('figures.whyExhausted')}
      className={styles['stampLink']}
    >
      <Stamp look={look}>{text}</Stamp>
    </Link>
  );
};

const Stamps = ({ person, account }: PersonHeadProps) => {
  const { t, language } = useText();
  const { personId, erased, erasedAt, archived } = person;
  const available = account !== undefined && !account.closed ? account.available.minor : null;
  const credit = { personId, accountId: account?.accountId ?? '' };
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
      {available === 0 ? <StampLink {...credit} look="blue" text={t('person.exhausted')} /> : null}
      {available !== null && available < 0 ? (
        <StampLink {...credit} look="red" text={t('person.overLimit')} />
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
        {account === undefined ? null : <IncompleteFigures />}
      </div>
      {account === undefined ? null : <Figures personId={person.personId} account={account} />}
    </header>
  );
};
