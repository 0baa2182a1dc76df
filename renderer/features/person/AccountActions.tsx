import { useNavigate } from '@tanstack/react-router';
import { useState } from 'react';
import type { PersonPage, PersonPageAccount } from '../../../shared/views/person-page.ts';
import { useCommand } from '../../api/useCommand.ts';
import { RefusalMessage } from '../../text/RefusalMessage.tsx';
import { useText } from '../../text/useText.ts';
import { Button } from '../../ui/Button.tsx';
import { accountForm } from './accountForm.ts';
import { PeriodDialog } from '../statement/PeriodDialog.tsx';
import { ChangeLimitDialog } from './ChangeLimitDialog.tsx';
import { CloseAccountDialog } from './CloseAccountDialog.tsx';
import styles from './AccountTab.module.css';
import { useUndoToast } from './useUndoToast.ts';

interface AccountActionsProps {
  readonly person: PersonPage;
  readonly account: PersonPageAccount;
  readonly onOpenAnother: () => void;
}

/** Closes and reopens, either of which the other takes back. */
const useStatus = (person: PersonPage, { accountId }: PersonPageAccount) => {
  const { t } = useText();
  const closing = useCommand('credit-account/close');
  const reopening = useCommand('credit-account/reopen');
  const form = accountForm({ personId: person.personId, isErased: person.erased }, 'status');
  const { show, counter } = useUndoToast(form);
  return {
    refusal: closing.refusal ?? reopening.refusal,
    close: async (): Promise<void> => {
      const closed = await closing.run({ accountId });
      if (closed.ok)
        show(t('account.closed'), () =>
          counter('credit-account/reopen', { accountId }, t('undoing.closed')),
        );
    },
    reopen: async (): Promise<void> => {
      const reopened = await reopening.run({ accountId });
      if (reopened.ok)
        show(t('account.reopened'), () =>
          counter('credit-account/close', { accountId }, t('undoing.reopened')),
        );
    },
  };
};

/** What is done to an account as a whole: limit, close, reopen. */
export const AccountActions = ({ person, account, onOpenAnother }: AccountActionsProps) => {
  const { t } = useText();
  const [asking, setAsking] = useState<'limit' | 'close' | 'period' | null>(null);
  const { refusal, close, reopen } = useStatus(person, account);
  const navigate = useNavigate();
  const leave = (): void => setAsking(null);
  return (
    <div className={styles['actions']}>
      <Button size="small" look="quiet" onPress={() => setAsking('period')}>
        {t('printed.open')}
      </Button>
      {account.closed ? (
        <Button size="small" look="quiet" onToggle={() => void reopen()}>
          {t('account.reopen')}
        </Button>
      ) : (
        <>
          <Button size="small" look="quiet" onPress={() => setAsking('limit')}>
            {t('account.changeLimit')}
          </Button>
          <Button
            size="small"
            look="quiet"
            onToggle={() => {
              if (account.balance.minor === 0) void close();
              else setAsking('close');
            }}
          >
            {t('account.close')}
          </Button>
        </>
      )}
      {account.closed && !person.erased ? (
        <Button size="small" look="quiet" onPress={onOpenAnother}>
          {t('account.openAnother')}
        </Button>
      ) : null}
      <RefusalMessage refusal={refusal} />
      {asking === 'limit' ? (
        <ChangeLimitDialog
          account={account}
          personId={person.personId}
          name={person.name}
          isErased={person.erased}
          onClose={leave}
        />
      ) : null}
      {asking === 'period' ? (
        <PeriodDialog
          accountId={account.accountId}
          period={{}}
          onLeave={leave}
          onChoose={(period) =>
            void navigate({
              to: '/person/$personId/statement',
              params: { personId: person.personId },
              search: { account: account.accountId, ...period },
            })
          }
        />
      ) : null}
      {asking === 'close' ? (
        <CloseAccountDialog
          balance={account.balance}
          onLeave={leave}
          onClose={() => {
            leave();
            void close();
          }}
        />
      ) : null}
    </div>
  );
};
