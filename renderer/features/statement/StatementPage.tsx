import { getRouteApi, useNavigate } from '@tanstack/react-router';
import { FileDown, Printer } from 'lucide-react';
import { useState } from 'react';
import type { PersonPage, PersonPageAccount } from '../../../shared/views/person-page.ts';
import { useApi } from '../../api/ApiContext.ts';
import { RefusalError } from '../../api/RefusalError.ts';
import { useDaybook } from '../../api/useHost.ts';
import { useToday } from '../../forms/useToday.ts';
import { numberFormat } from '../../text/formats.ts';
import { UnansweredMessage } from '../../text/UnansweredMessage.tsx';
import { refusalSentence } from '../../text/refusalSentence.ts';
import { useText } from '../../text/useText.ts';
import { AwaitedLines } from '../../ui/AwaitedLines.tsx';
import { BackLink } from '../../ui/BackLink.tsx';
import { Button } from '../../ui/Button.tsx';
import { Message } from '../../ui/Message.tsx';
import { showToast } from '../../ui/toasts.ts';
import { useShortcuts } from '../../ui/useShortcuts.ts';
import { useTitle } from '../../ui/useTitle.ts';
import { nameState } from '../people/nameState.ts';
import { usePerson } from '../person/usePerson.ts';
import { MOST_ENTRIES, periodSchema, type Period } from './period.ts';
import { PeriodDialog } from './PeriodDialog.tsx';
import styles from './StatementPage.module.css';
import { StatementSheet } from './StatementSheet.tsx';
import { useLaidOut } from './useLaidOut.ts';

const route = getRouteApi('/person/$personId/statement');

interface PaperProps {
  readonly person: PersonPage;
  readonly account: PersonPageAccount;
  readonly period: Period;
}

/** Prints, or saves as PDF: on the desktop the program does that, in a browser its print dialog. */
const PrintButtons = ({ isReady }: { readonly isReady: boolean }) => {
  const { t, language } = useText();
  const { savePdf } = useApi().bridge;
  const today = useToday();
  const save = async (): Promise<void> => {
    const saved = await savePdf?.(t('printed.fileName', { date: today }));
    if (saved === undefined) return;
    if (!saved.ok) showToast({ text: refusalSentence(saved.error, t, language) });
    else if (saved.value.saved) showToast({ text: t('printed.saved') });
  };
  const print = (): void => window.print();
  return (
    <>
      <Button
        {...(savePdf === undefined ? { onPress: print } : { onPress: () => void save() })}
        icon={<FileDown aria-hidden="true" />}
        isDisabled={!isReady}
      >
        {savePdf === undefined ? t('printed.savePdfByPrinting') : t('printed.savePdf')}
      </Button>
      <Button
        look="primary"
        icon={<Printer aria-hidden="true" />}
        isDisabled={!isReady}
        onPress={print}
      >
        {t('printed.print')}
      </Button>
    </>
  );
};

const Paper = ({ person, account, period }: PaperProps) => {
  const { t, language } = useText();
  const navigate = useNavigate();
  const { privateIndex } = useDaybook();
  const { data, error, isFetching } = useLaidOut(account.accountId, period);
  const [choosing, setChoosing] = useState(false);
  const { personId } = person;
  const back = { to: '/person/$personId', params: { personId } } as const;
  const search = { account: account.accountId };
  useShortcuts({ b: () => void navigate({ ...back, search }) });
  const hasName = nameState(person, privateIndex) !== 'loading';
  const isReady = data !== undefined && data.entries !== null && !isFetching && hasName;
  return (
    <>
      <div className={styles['bar']}>
        <BackLink {...back} search={search} className={styles['back'] ?? ''}>
          {t('printed.back')}
        </BackLink>
        <Button onPress={() => setChoosing(true)}>{t('printed.another')}</Button>
        <PrintButtons isReady={isReady} />
      </div>
      <div className={styles['desk']} role="region" aria-label={t('printed.title')} tabIndex={0}>
        {error instanceof RefusalError ? <UnansweredMessage refusal={error.refusal} /> : null}
        {data === undefined && error === null ? <p role="status">{t('printed.loading')}</p> : null}
        {data?.entries === null ? (
          <Message>
            {t('printed.tooMany', {
              most: numberFormat(language, {}).format(MOST_ENTRIES),
            })}
          </Message>
        ) : null}
        {data === undefined || data.entries === null ? null : (
          <StatementSheet
            person={person}
            account={account}
            period={period}
            sums={data.sums}
            entries={data.entries}
          />
        )}
      </div>
      {choosing ? (
        <PeriodDialog
          accountId={account.accountId}
          period={period}
          onLeave={() => setChoosing(false)}
          onChoose={(chosen) => {
            setChoosing(false);
            void navigate({
              to: '/person/$personId/statement',
              params: { personId },
              search: { ...search, ...chosen },
              replace: true,
            });
          }}
        />
      ) : null}
    </>
  );
};

/** A statement of a period, laid out as it will be on paper. */
export const StatementPage = () => {
  const { t } = useText();
  const { personId } = route.useParams();
  const { account: accountId, ...days } = route.useSearch();
  const { person, isMissing, refusal } = usePerson(personId);
  const account = person?.accounts.find((candidate) => candidate.accountId === accountId);
  useTitle(t('printed.title'));
  return (
    <div className={styles['page']}>
      {account === undefined ? (
        <div className={styles['bar']}>
          <BackLink to="/person/$personId" params={{ personId }} search={{ account: accountId }}>
            {t('printed.back')}
          </BackLink>
        </div>
      ) : null}
      <UnansweredMessage isOnPage refusal={refusal} />
      {isMissing ? <p className={styles['missing']}>{t('person.missing')}</p> : null}
      {person !== undefined && account === undefined ? (
        <p className={styles['missing']}>{t('printed.noAccount')}</p>
      ) : null}
      {person === undefined && !isMissing && refusal === null ? (
        <div className={styles['missing']}>
          <AwaitedLines count={8} />
        </div>
      ) : null}
      {person === undefined || account === undefined ? null : (
        <Paper person={person} account={account} period={periodSchema.parse(days)} />
      )}
    </div>
  );
};
