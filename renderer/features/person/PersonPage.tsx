import { getRouteApi, useNavigate } from '@tanstack/react-router';
import { useState } from 'react';
import { flushSync } from 'react-dom';
import { Tab, TabList, TabPanel, Tabs } from 'react-aria-components';
import type { PersonPage as Person } from '../../../shared/views/person-page.ts';
import { UnansweredMessage } from '../../text/UnansweredMessage.tsx';
import { useText } from '../../text/useText.ts';
import { AwaitedLines } from '../../ui/AwaitedLines.tsx';
import { BackLink } from '../../ui/BackLink.tsx';
import { useTitle } from '../../ui/useTitle.ts';
import { useShortcuts } from '../../ui/useShortcuts.ts';
import { useOpening } from '../../window/freshStarts.ts';
import { lastView } from '../people/lastList.ts';
import { AccountTab } from './AccountTab.tsx';
import type { EntryKind } from './EntryForm.tsx';
import { DetailsTab } from './DetailsTab.tsx';
import { HistoryTab } from './HistoryTab.tsx';
import { PersonHead } from './PersonHead.tsx';
import styles from './PersonPage.module.css';
import { usePerson } from './usePerson.ts';

const route = getRouteApi('/person/$personId');

const tabs = ['account', 'details', 'history'] as const;
type TabName = (typeof tabs)[number];

/** The account that the address names, else the first open one, else the first. */
const chosenAccount = (person: Person, accountId: string | undefined) =>
  person.accounts.find((account) => account.accountId === accountId) ??
  person.accounts.find(({ closed }) => !closed) ??
  person.accounts[0];

const PersonTabs = ({ person }: { readonly person: Person }) => {
  const { t } = useText();
  const { tab = 'account', account: asked, kind, entry, explain } = route.useSearch();
  const navigate = useNavigate();
  const account = chosenAccount(person, asked);
  const show = (next: TabName): void =>
    void navigate({
      to: '/person/$personId',
      params: { personId: person.personId },
      search: ({ account: shown }) => ({ ...(shown && { account: shown }), tab: next }),
      replace: true,
    });
  /** What is begun from another part of the page, until the address has followed. */
  const [begun, setBegun] = useState<EntryKind | null>(null);
  if (begun !== null && tab === 'account') setBegun(null);
  const shown = begun === null ? tab : 'account';
  const begin = (next: EntryKind) => (): void => {
    // At once, so that what is typed right after the key goes into the field.
    flushSync(() => setBegun(next));
    show('account');
  };
  // On the account itself the form has them.
  const isElsewhere = shown !== 'account' && account !== undefined;
  useShortcuts({
    ...(isElsewhere && !account.closed ? { c: begin('charge') } : {}),
    ...(isElsewhere ? { p: begin('payment') } : {}),
  });
  return (
    <>
      <PersonHead person={person} account={account} />
      <Tabs
        className={styles['tabs'] ?? ''}
        selectedKey={shown}
        onSelectionChange={(key) => {
          const next = tabs.find((name) => name === key);
          setBegun(null);
          if (next !== undefined) show(next);
        }}
      >
        <TabList aria-label={t('person.tabs')} className={styles['tabList'] ?? ''}>
          {tabs.map((name) => (
            <Tab key={name} id={name} className={styles['tab'] ?? ''}>
              {t(`person.${name}`)}
            </Tab>
          ))}
        </TabList>
        <TabPanel id="account" className={styles['panel'] ?? ''}>
          <AccountTab person={person} account={account} sought={{ entry, explain }} begun={begun} />
        </TabPanel>
        <TabPanel id="details" className={styles['panel'] ?? ''}>
          <DetailsTab person={person} />
        </TabPanel>
        <TabPanel id="history" className={styles['panel'] ?? ''}>
          <HistoryTab personId={person.personId} kind={kind} />
        </TabPanel>
      </Tabs>
    </>
  );
};

const AwaitedPerson = () => (
  <div className={styles['awaited']}>
    <AwaitedLines count={10} />
  </div>
);

/** One person: figures on top, then the account, the details, the history. */
export const PersonPage = () => {
  const { t } = useText();
  const opening = useOpening();
  const { personId } = route.useParams();
  const navigate = useNavigate();
  const { person, isMissing, refusal } = usePerson(personId);
  useTitle(t('people.title'));
  useShortcuts({ b: () => void navigate({ to: '/people', search: lastView(opening) }) });
  return (
    <div className={styles['page']}>
      <BackLink to="/people" search={lastView(opening)} className={styles['back'] ?? ''}>
        {t('person.back')}
      </BackLink>
      <UnansweredMessage isOnPage refusal={refusal} />
      {isMissing ? <p className={styles['missing']}>{t('person.missing')}</p> : null}
      {person === undefined ? (
        isMissing || refusal !== null ? null : (
          <AwaitedPerson />
        )
      ) : (
        <PersonTabs key={personId} person={person} />
      )}
    </div>
  );
};
