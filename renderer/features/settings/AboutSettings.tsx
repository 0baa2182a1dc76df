import { useQuery } from '@tanstack/react-query';
import { useRef, useState } from 'react';
import type { HostFacts } from '../../../shared/protocol/host-state.ts';
import { daybookVersion } from '../../../shared/version.ts';
import { useApi } from '../../api/ApiContext.ts';
import { RefusalError } from '../../api/RefusalError.ts';
import { RefusalMessage } from '../../text/RefusalMessage.tsx';
import { useText } from '../../text/useText.ts';
import { Button } from '../../ui/Button.tsx';
import { copyText } from '../../ui/copyText.ts';
import { Section } from '../../ui/Section.tsx';
import { Licences } from './Licences.tsx';
import { Setting } from './Setting.tsx';
import styles from './SettingsPage.module.css';
import { useStorage } from './useStorage.ts';

const LICENCE = 'MIT';

/** The browser's own, as it names itself: `Chromium 153`. */
const browserName = (): string =>
  /(?:Firefox|Edg|OPR|Chrome|Version)\/[\d.]+/.exec(navigator.userAgent)?.[0].replace('/', ' ') ??
  '';

const partsOf = ({ electron, chromium, node, system }: HostFacts, sqlite?: string): string =>
  [
    electron === null ? null : `Electron ${electron}`,
    chromium === null ? browserName() : `Chromium ${chromium}`,
    `Node ${node}`,
    sqlite === undefined ? null : `SQLite ${sqlite}`,
    system,
  ]
    .filter((part) => part !== null && part !== '')
    .join(' · ');

/** What the program would tell of itself in a report of a fault, to be seen before it is given away. */
const Diagnostics = () => {
  const { t } = useText();
  const { bridge } = useApi();
  const [told, setTold] = useState<Awaited<
    ReturnType<typeof bridge.call<'host/diagnostics'>>
  > | null>(null);
  const [copied, setCopied] = useState<boolean | null>(null);
  const shown = useRef<HTMLTextAreaElement>(null);
  const copy = async (text: string): Promise<void> =>
    setCopied(await copyText(text, shown.current));
  return (
    <Section title={t('settings.diagnosticsTitle')} text={t('settings.diagnosticsText')}>
      <div className={styles['block']}>
        {told?.ok === true ? (
          <>
            <textarea
              ref={shown}
              className={styles['paper']}
              readOnly
              rows={16}
              aria-label={t('settings.diagnosticsTitle')}
              value={told.value.text}
            />
            <span className={styles['inline']}>
              <Button onPress={() => void copy(told.value.text)}>
                {t('settings.diagnosticsCopy')}
              </Button>
              <span role="status">
                {copied === null
                  ? null
                  : copied
                    ? t('settings.diagnosticsCopied')
                    : t('settings.diagnosticsNotCopied')}
              </span>
            </span>
          </>
        ) : (
          <>
            <RefusalMessage refusal={told === null ? null : told.error} />
            <span>
              <Button
                onPress={() =>
                  void (async () => setTold(await bridge.call('host/diagnostics', {})))()
                }
              >
                {t('settings.diagnosticsShow')}
              </Button>
            </span>
          </>
        )}
      </div>
    </Section>
  );
};

/** What this program is, and whose work is in it. */
export const AboutSettings = () => {
  const { t } = useText();
  const { bridge } = useApi();
  const storage = useStorage();
  const { data: facts } = useQuery({
    queryKey: ['about'],
    queryFn: async () => {
      const reply = await bridge.call('host/about', {});
      if (!reply.ok) throw new RefusalError(reply.error);
      return reply.value;
    },
  });
  return (
    <>
      <Section title={t('settings.aboutTitle')} text={t('settings.about')}>
        <dl className={styles['list']}>
          <Setting label={t('settings.version')}>{daybookVersion}</Setting>
          <Setting label={t('settings.licence')}>{LICENCE}</Setting>
          {facts === undefined ? null : (
            <>
              <Setting label={t('settings.window')}>{t(`settings.windows.${facts.kind}`)}</Setting>
              <Setting label={t('settings.runsOn')}>{partsOf(facts, storage.data?.sqlite)}</Setting>
            </>
          )}
        </dl>
      </Section>
      <Licences />
      <Diagnostics />
    </>
  );
};
