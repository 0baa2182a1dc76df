import { Link, useNavigate } from '@tanstack/react-router';
import { X } from 'lucide-react';
import type { ReactNode } from 'react';
import type { PersonPageAccount } from '../../../shared/views/person-page.ts';
import { useView } from '../../api/useView.ts';
import type { Money } from '../../../shared/kernel/money.ts';
import { formatAmount } from '../../text/amountText.ts';
import { useText } from '../../text/useText.ts';
import { Button } from '../../ui/Button.tsx';
import styles from './Explanation.module.css';

interface ExplanationProps {
  readonly personId: string;
  readonly account: PersonPageAccount;
  readonly figure: 'balance' | 'available';
  /** The place in the account of the entry whose balance it is; undefined for the balance of now. */
  readonly upTo: number | undefined;
}

interface TermProps {
  readonly what: string;
  readonly money: Money;
  /** Below zero it is something to look after. */
  readonly warns?: boolean;
}

/** A figure with its name, as on the head of the page. */
const Term = ({ what, money, warns = false }: TermProps) => {
  const { language } = useText();
  return (
    <span className={styles[warns && money.minor < 0 ? 'warning' : 'term']}>
      {what} {formatAmount(money, language)}
    </span>
  );
};

/** An amount with what was done with it, in the order of the language. */
const Part = ({ what, money }: TermProps) => {
  const { t, language } = useText();
  return (
    <span className={styles['term']}>
      {t('figures.term', { what, sum: formatAmount(money, language) })}
    </span>
  );
};

const Available = ({ personId, account }: Pick<ExplanationProps, 'personId' | 'account'>) => {
  const { t } = useText();
  const { accountId, limit, balance, available } = account;
  const page = { to: '/person/$personId', params: { personId } } as const;
  return (
    <>
      <Term what={t('person.available')} money={available} warns /> =
      <Link {...page} search={{ account: accountId, tab: 'history', kind: 'limits' }}>
        <Term what={t('person.limit')} money={limit} />
      </Link>
      {'\u2212'}
      <Link {...page} search={{ account: accountId, tab: 'account', explain: 'balance' }}>
        <Term what={t('person.balance')} money={balance} />
      </Link>
    </>
  );
};

const Balance = ({ account, upTo }: Pick<ExplanationProps, 'account' | 'upTo'>) => {
  const { t } = useText();
  const { data } = useView('credit-account/period', {
    accountId: account.accountId,
    ...(upTo === undefined ? {} : { upTo }),
  });
  const sums = data?.rows[0];
  if (sums === undefined) return null;
  return (
    <>
      <Term what={t('person.balance')} money={sums.closing} /> =
      <Part what={t('figures.added')} money={sums.added} /> {'\u2212'}
      <span>
        <Part what={t('figures.taken')} money={sums.taken} />,
      </span>
      <span>{t('figures.entries', { count: sums.entries })}</span>
    </>
  );
};

/** How a figure comes about, above the entries that made it. */
export const Explanation = ({ personId, account, figure, upTo }: ExplanationProps) => {
  const { t } = useText();
  const navigate = useNavigate();
  const parts: Readonly<Record<typeof figure, ReactNode>> = {
    balance: <Balance account={account} upTo={upTo} />,
    available: <Available personId={personId} account={account} />,
  };
  return (
    <section className={styles['explanation']} aria-label={t('figures.explained')}>
      <p role="status">{parts[figure]}</p>
      <Button
        size="small"
        look="quiet"
        aria-label={t('figures.hide')}
        icon={<X aria-hidden="true" />}
        onPress={() =>
          void navigate({
            to: '/person/$personId',
            params: { personId },
            search: { account: account.accountId, tab: 'account' },
            replace: true,
          })
        }
      />
    </section>
  );
};
