import { useQueryClient } from '@tanstack/react-query';
import { useEffect, type ReactNode } from 'react';
import type { DaybookStatus } from '../../../shared/protocol.ts';
import { useApi } from '../../api/ApiContext.ts';
import { hostKey } from '../../api/createDaybookApi.ts';
import { useDaybook, useHost } from '../../api/useHost.ts';
import { localeOf } from '../../text/languages.ts';
import { useText } from '../../text/useText.ts';
import { formatMoment } from '../../text/when.ts';
import { FindingList } from './FindingList.tsx';
import { JobPanel } from './JobPanel.tsx';
import styles from './SettingsPage.module.css';

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

/** Where the daybook is, whether it is sound, and what mends its lists. */
export const StorageSettings = () => {
  const { t, language } = useText();
  useFreshStatus();
  const daybook = useDaybook();
  // The program names the open daybook, not its folder; of two with one name, neither is shown.
  const named = useHost()?.daybooks.filter(({ name }) => name === daybook.name) ?? [];
  const folder = named.length === 1 ? named[0]?.folder : undefined;
  const lastVerified = useLastVerified();
  const rows: readonly (readonly [string, string])[] = [
    ...(folder === undefined ? [] : [[t('settings.folder'), folder] as const]),
    [t('settings.events'), new Intl.NumberFormat(localeOf[language]).format(daybook.events)],
    [t('settings.device'), daybook.device],
  ];
  return (
    <section className={styles['section']}>
      <h2 className={styles['title']}>{t('settings.storage')}</h2>
      <dl>
        {rows.map(([label, value]) => (
          <div key={label} className={styles['setting']}>
            <dt>{label}</dt>
            <dd>{value}</dd>
          </div>
        ))}
      </dl>
      <Findings {...daybook} />
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
    </section>
  );
};
