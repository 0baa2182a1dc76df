import { useQueryClient } from '@tanstack/react-query';
import { useEffect, type ReactNode } from 'react';
import type { DaybookStatus, Lag, StorageReport } from '../../../shared/protocol/daybook-status.ts';
import { useApi } from '../../api/ApiContext.ts';
import { hostKey } from '../../api/createDaybookApi.ts';
import { RefusalError } from '../../api/RefusalError.ts';
import { useDaybook } from '../../api/useHost.ts';
import { formatBytes } from '../../text/formatBytes.ts';
import { numberFormat } from '../../text/formats.ts';
import { RefusalMessage } from '../../text/RefusalMessage.tsx';
import { useText } from '../../text/useText.ts';
import { formatMoment } from '../../text/when.ts';
import { AwaitedLines } from '../../ui/AwaitedLines.tsx';
import { Button } from '../../ui/Button.tsx';
import { Message } from '../../ui/Message.tsx';
import { Section } from '../../ui/Section.tsx';
import { useShow } from '../../window/useShow.ts';
import { FindingList } from './FindingList.tsx';
import { JobPanel } from './JobPanel.tsx';
import { Setting } from './Setting.tsx';
import styles from './SettingsPage.module.css';
import { useStorage } from './useStorage.ts';

const Part = ({ title, children }: { readonly title: string; readonly children: ReactNode }) => (
  <div className={styles['findings']}>
    <h3 className={styles['subtitle']}>{title}</h3>
    {children}
  </div>
);

/** What the user should know of the files; nothing where there is nothing. */
const Findings = ({ findings, notes, poison }: DaybookStatus) => {
  const { t } = useText();
  return (
    <>
      {findings.length === 0 ? null : (
        <Part title={t('settings.findings')}>
          <FindingList findings={findings} />
        </Part>
      )}
      {notes.length === 0 ? null : (
        <Part title={t('settings.notes')}>
          <FindingList findings={notes} />
        </Part>
      )}
      {poison.length === 0 ? null : (
        <Part title={t('settings.poison')}>
          <ul>
            {poison.map(({ consumer, position, error }) => (
              <li key={`${consumer} ${position} ${error}`}>
                {t('settings.at', { position })}{' '}
                <code>
                  {consumer}: {error}
                </code>
              </li>
            ))}
          </ul>
        </Part>
      )}
    </>
  );
};

const useLastVerified = (): string => {
  const { t, language } = useText();
  const { lastVerified } = useDaybook();
  if (lastVerified === null) return t('settings.neverVerified');
  const when = formatMoment(lastVerified.at, language);
  return lastVerified.sound
    ? t('settings.lastVerified', { when })
    : t('settings.lastUnsound', { when });
};

/** The program tells when rows change, not how many events there are then: here it is asked. */
const useFreshStatus = (): void => {
  const api = useApi();
  const queries = useQueryClient();
  useEffect(() => {
    const refresh = (): void => void queries.invalidateQueries({ queryKey: hostKey });
    refresh();
    return api.onRowsChanged(refresh);
  }, [api, queries]);
};

/** **Units:** bytes. */
const LITTLE_ROOM = 500_000_000;

const lagNames = ['person', 'credit-account', 'erasures', 'unknown-events'] as const;

/** How far what is made from the log is behind it. */
const LagSection = ({ lag }: { readonly lag: readonly Lag[] }) => {
  const { t } = useText();
  return (
    <Section title={t('settings.lagTitle')} text={t('settings.lagText')}>
      <dl className={styles['list']}>
        {lag.map(({ name, events }) => {
          const known = lagNames.find((one) => one === name);
          return (
            <Setting key={name} label={known === undefined ? name : t(`settings.lag.${known}`)}>
              {events === 0 ? t('settings.upToDate') : t('settings.behind', { count: events })}
            </Setting>
          );
        })}
      </dl>
    </Section>
  );
};

/** Where the files are and how much they hold. */
const Sizes = ({ size, freeBytes }: StorageReport) => {
  const { t, language } = useText();
  const bytes = (count: number): string => formatBytes(count, language);
  return (
    <>
      <Setting label={t('settings.sizeLog')}>{bytes(size.log)}</Setting>
      <Setting label={t('settings.sizeKeys')}>{bytes(size.keys)}</Setting>
      <Setting label={t('settings.sizeState')}>
        {bytes(size.state)} <span className={styles['aside']}>{t('settings.sizeStateHint')}</span>
      </Setting>
      <Setting label={t('settings.free')}>
        {freeBytes === null ? t('settings.freeUnknown') : bytes(freeBytes)}
      </Setting>
    </>
  );
};

/** Where the daybook is, whether it is sound, and what mends its lists. */
export const StorageSettings = () => {
  const { t, language } = useText();
  useFreshStatus();
  const daybook = useDaybook();
  const { data: storage, error, refetch } = useStorage();
  const lastVerified = useLastVerified();
  const show = useShow();
  return (
    <>
      <Section title={t('settings.storage')}>
        <Findings {...daybook} />
        <RefusalMessage
          refusal={error instanceof RefusalError ? error.refusal : null}
          actions={
            <Button size="small" onPress={() => void refetch()}>
              {t('failure.again')}
            </Button>
          }
        />
        <dl className={styles['list']}>
          {storage === undefined ? null : (
            <Setting label={t('settings.folder')}>
              <span className={styles['inline']}>
                {storage.folder}
                {show === null ? null : (
                  <Button size="small" onPress={() => show()}>
                    {t('settings.showFolder')}
                  </Button>
                )}
              </span>
            </Setting>
          )}
          <Setting label={t('settings.events')}>
            {numberFormat(language, {}).format(daybook.events)}
          </Setting>
          {daybook.clockAhead === null ? null : (
            <Setting label={t('settings.recordedUpTo')}>
              {formatMoment(daybook.clockAhead, language)}{' '}
              <span className={styles['aside']}>{t('settings.aheadOfClock')}</span>
            </Setting>
          )}
          <Setting label={t('settings.device')}>{daybook.device}</Setting>
          {storage === undefined ? null : <Sizes {...storage} />}
        </dl>
        {storage === undefined && error === null ? <AwaitedLines count={5} /> : null}
        {(storage?.freeBytes ?? LITTLE_ROOM) < LITTLE_ROOM ? (
          <Message>{t('settings.low')}</Message>
        ) : null}
      </Section>
      {storage === undefined ? null : <LagSection lag={storage.lag} />}
      <Section title={t('settings.backupTitle')} text={t('settings.backupText')}>
        <p className={styles['text']}>{t('settings.backupErased')}</p>
      </Section>
      <Section title={t('settings.checkTitle')}>
        <JobPanel
          kind="verify"
          action={t('settings.verify')}
          running={t('settings.verifying')}
          text={t('settings.verifyText')}
          aside={lastVerified}
        />
        <JobPanel
          kind="rebuild"
          action={t('settings.rebuild')}
          running={t('settings.rebuilding')}
          text={t('settings.rebuildText')}
        />
      </Section>
    </>
  );
};
