import { useNavigate } from '@tanstack/react-router';
import { useEffect, useRef, useState } from 'react';
import type { PersonPage, PersonPageAccount } from '../../../shared/views/person-page.ts';
import { useText } from '../../text/useText.ts';
import { Button } from '../../ui/Button.tsx';
import { Segments } from '../../ui/Segments.tsx';
import { AccountActions } from './AccountActions.tsx';
import type { PersonSearch } from './personSearch.ts';
import { EntryForm, type EntryKind } from './EntryForm.tsx';
import { OpenAccountDialog } from './OpenAccountDialog.tsx';
import { Statement } from './Statement.tsx';
import styles from './AccountTab.module.css';

interface AccountTabProps {
  readonly person: PersonPage;
  readonly account: PersonPageAccount | undefined;
  readonly sought: Pick<PersonSearch, 'entry' | 'explain'>;
  /** What was asked for from another part of the page: it is begun at once. */
  readonly begun: EntryKind | null;
}

const AccountChoice = ({ person, account }: { person: PersonPage; account: PersonPageAccount }) => {
  const { t } = useText();
  const navigate = useNavigate();
  if (person.accounts.length < 2) return null;
  return (
    <div className={styles['choice']}>
      <Segments
        label={t('person.accounts')}
        value={account.accountId}
        options={person.accounts.map(({ accountId, closed }, index) => ({
          value: accountId,
          label: `${t('person.accountNumber', { number: index + 1 })}${closed ? ` \u00b7 ${t('person.closed')}` : ''}`,
        }))}
        onChange={(accountId) =>
          void navigate({
            to: '/person/$personId',
            params: { personId: person.personId },
            search: { tab: 'account', account: accountId },
            replace: true,
          })
        }
      />
    </div>
  );
};

/** Gives the focus to the first field beside an account that was just opened, once it is there. */
const useFocusOnOpened = (account: PersonPageAccount | undefined) => {
  const margin = useRef<HTMLElement>(null);
  const awaited = useRef<string | undefined>(undefined);
  useEffect(() => {
    if (account === undefined || account.accountId !== awaited.current) return;
    awaited.current = undefined;
    margin.current?.querySelector('input')?.focus();
  });
  const focusOn = (openedId: string | undefined): void => {
    awaited.current = openedId;
  };
  return { margin, focusOn };
};

/** The account of a person: what is written in it, and beside it what can be written next. */
export const AccountTab = ({ person, account, sought, begun }: AccountTabProps) => {
  const { t } = useText();
  const [opening, setOpening] = useState(false);
  const { margin, focusOn } = useFocusOnOpened(account);
  const dialog = opening ? (
    <OpenAccountDialog
      personId={person.personId}
      onClose={(openedId) => {
        focusOn(openedId);
        setOpening(false);
      }}
    />
  ) : null;

  if (account === undefined)
    return (
      <div className={styles['none']}>
        <p className={styles['noneTitle']}>
          {person.erased ? t('account.noneErased') : t('account.none')}
        </p>
        {person.erased ? null : (
          <Button look="primary" onPress={() => setOpening(true)}>
            {t('account.open')}
          </Button>
        )}
        {dialog}
      </div>
    );

  const { personId, name, erased: isErased } = person;
  const parts = { account, personId, name, isErased };
  return (
    <div className={styles['spread']}>
      <div className={styles['ledger']}>
        <AccountChoice person={person} account={account} />
        <Statement key={account.accountId} {...parts} sought={sought} />
      </div>
      <aside ref={margin} className={styles['margin']} aria-label={t('account.write')}>
        <EntryForm key={`${account.accountId} ${person.erased}`} {...parts} begun={begun} />
        <AccountActions person={person} account={account} onOpenAnother={() => setOpening(true)} />
      </aside>
      {dialog}
    </div>
  );
};
