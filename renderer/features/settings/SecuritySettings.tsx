import { Lock } from 'lucide-react';
import { useText } from '../../text/useText.ts';
import { Button } from '../../ui/Button.tsx';
import { Section } from '../../ui/Section.tsx';
import { Segments } from '../../ui/Segments.tsx';
import { keysOf } from '../../ui/shortcutKeys.ts';
import { lockTimes } from '../../window/preferences.ts';
import { usePreferences } from '../../window/PreferencesProvider.tsx';
import { usePutAway } from '../../window/putAway.ts';
import { ChangePassphraseForm } from './ChangePassphraseForm.tsx';
import { Setting } from './Setting.tsx';
import styles from './SettingsPage.module.css';

const times = lockTimes.map((time) => `${time}` as const);

/** When the daybook is locked, and by what it is opened. */
export const SecuritySettings = () => {
  const { t } = useText();
  const putAway = usePutAway();
  const {
    preferences: { lockAfter },
    change,
  } = usePreferences();
  return (
    <>
      <Section title={t('settings.lockTitle')} text={t('settings.lockText')}>
        <dl className={styles['list']}>
          <Setting label={t('settings.lockNow')}>
            <span className={styles['inline']}>
              <Button icon={<Lock aria-hidden="true" />} onPress={() => putAway('lock')}>
                {t('settings.lockNow')}
              </Button>
              <kbd>{keysOf('lock')}</kbd>
            </span>
          </Setting>
          <Setting
            label={t('settings.lockAfter')}
            hint={lockAfter === 0 ? t('settings.lockNever') : t('settings.lockAfterHint')}
          >
            <Segments
              label={t('settings.lockAfter')}
              options={times.map((value) => ({ value, label: t(`settings.lockTimes.${value}`) }))}
              value={`${lockAfter}`}
              onChange={(chosen) =>
                change({ lockAfter: lockTimes.find((time) => `${time}` === chosen) ?? lockAfter })
              }
            />
          </Setting>
        </dl>
      </Section>
      <Section title={t('settings.passphraseTitle')} text={t('settings.passphraseText')}>
        <ChangePassphraseForm />
      </Section>
    </>
  );
};
