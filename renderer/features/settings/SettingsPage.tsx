import type { ReactNode } from 'react';
import { themes } from '../../app/preferences.ts';
import { usePreferences } from '../../app/PreferencesProvider.tsx';
import { languageNames, languages } from '../../text/languages.ts';
import { useText } from '../../text/useText.ts';
import { PageHead } from '../../ui/PageHead.tsx';
import { Segments } from '../../ui/Segments.tsx';
import styles from './SettingsPage.module.css';
import { StorageSettings } from './StorageSettings.tsx';

const VERSION = '0.1.0';
const LICENCE = 'MIT';

const Setting = ({ label, children }: { readonly label: string; readonly children: ReactNode }) => (
  <div className={styles['setting']}>
    <dt>{label}</dt>
    <dd>{children}</dd>
  </div>
);

const GeneralSettings = () => {
  const { t, language } = useText();
  const { preferences, change } = usePreferences();
  return (
    <section className={styles['section']}>
      <h2 className={styles['title']}>{t('settings.general')}</h2>
      <dl>
        <Setting label={t('settings.language')}>
          <Segments
            label={t('settings.language')}
            options={languages.map((value) => ({ value, label: languageNames[value] }))}
            value={language}
            onChange={(chosen) => change({ language: chosen })}
          />
        </Setting>
        <Setting label={t('settings.theme')}>
          <Segments
            label={t('settings.theme')}
            options={themes.map((value) => ({ value, label: t(`settings.themes.${value}`) }))}
            value={preferences.theme}
            onChange={(theme) => change({ theme })}
          />
        </Setting>
      </dl>
    </section>
  );
};

const About = () => {
  const { t } = useText();
  return (
    <section className={styles['section']}>
      <h2 className={styles['title']}>{t('settings.aboutTitle')}</h2>
      <p className={styles['text']}>{t('settings.about')}</p>
      <dl>
        <Setting label={t('settings.version')}>{VERSION}</Setting>
        <Setting label={t('settings.licence')}>{LICENCE}</Setting>
      </dl>
    </section>
  );
};

/** How the window looks, how the daybook is, and what this program is. */
export const SettingsPage = () => {
  const { t } = useText();
  return (
    <div className={styles['page']}>
      <PageHead title={t('settings.title')} />
      <GeneralSettings />
      <StorageSettings />
      <About />
    </div>
  );
};
