import { useState } from 'react';
import type { PersonPage, PersonPageAccount } from '../../../shared/views/person-page.ts';
import { useCommand } from '../../api/useCommand.ts';
import { RefusalMessage } from '../../text/RefusalMessage.tsx';
import { useText } from '../../text/useText.ts';
import { Button } from '../../ui/Button.tsx';
import { showToast } from '../../ui/toasts.ts';
import { ChangeLimitDialog } from './ChangeLimitDialog.tsx';
import styles from './AccountTab.module.css';

interface AccountActionsProps {
  readonly person: PersonPage;
  readonly account: PersonPageAccount;
  readonly onOpenAnother: () => void;
}

/** What is done to an account as a whole: limit, close, reopen. */
export const AccountActions = ({ person, account, onOpenAnother }: AccountActionsProps) => {
  const { t } = useText();
  const [changingLimit, setChangingLimit] = useState(false);
  const close = useCommand('credit-account/close');
  const reopen = useCommand('credit-account/reopen');
  const { accountId } = account;

  const run = async (command: typeof close | typeof reopen, text: string): Promise<void> => {
    const done = await command.run({ accountId });
    if (done.ok) showToast({ text });
  };

  return (
    <div className={styles['actions']}>
      {account.closed ? (
        <Button size="small" look="quiet" onPress={() => void run(reopen, t('account.reopened'))}>
          {t('account.reopen')}
        </Button>
      ) : (
        <>
          <Button size="small" look="quiet" onPress={() => setChangingLimit(true)}>
            {t('account.changeLimit')}
          </Button>
          <Button size="small" look="quiet" onPress={() => void run(close, t('account.closed'))}>
            {t('account.close')}
          </Button>
        </>
      )}
      {account.closed && !person.erased ? (
        <Button size="small" look="quiet" onPress={onOpenAnother}>
          {t('account.openAnother')}
        </Button>
      ) : null}
      <RefusalMessage refusal={close.refusal ?? reopen.refusal} />
      {changingLimit ? (
        <ChangeLimitDialog
          account={account}
          personId={person.personId}
          name={person.name}
          isErased={person.erased}
          onClose={() => setChangingLimit(false)}
        />
      ) : null}
    </div>
  );
};
