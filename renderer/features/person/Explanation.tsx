import { Link, useNavigate } from '@tanstack/react-router';
import { X } from 'lucide-react';
import type { ReactNode } from 'react';
import type { PersonPageAccount } from '../../../shared/views/person-page.ts';
import { useView } from '../../api/useView.ts';
import { useText } from '../../text/useText.ts';
import { Button } from '../../ui/Button.tsx';
import { Figure } from '../../ui/Figure.tsx';
import styles from './Explanation.module.css';

interface ExplanationProps {
  readonly personId: string;
  readonly account: PersonPageAccount;
  readonly figure: 'balance' | 'available';
  /** The place in the account of the entry whose balance it is; undefined for the balance of now. */
  readonly upTo: number | undefined;
}

const Available = ({ personId, account }: Pick<ExplanationProps, 'personId' | 'account'>) => {
  const { t } = useText();
  const { accountId, limit, balance, available } = account;
  const page = { to: '/person/$personId', params: { personId } } as const;
  return (
    <>
      <Figure money={available} warns /> {t('person.available')} =
      <Link {...page} search={{ account: accountId, tab: 'history', kind: 'limits' }}>
        <Figure money={limit} /> {t('person.limit')}
      </Link>
      {'\u2212'}
      <Link {...page} search={{ account: accountId, tab: 'account', explain: 'balance' }}>
        <Figure money={balance} /> {t('person.balance')}
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
      <Figure money={sums.closing} /> {t('person.balance')} = <Figure money={sums.added} />{' '}
      {t('figures.added')} {'\u2212'} <Figure money={sums.taken} /> {t('figures.taken')},{' '}
      {t('figures.entries', { count: sums.entries })}
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
