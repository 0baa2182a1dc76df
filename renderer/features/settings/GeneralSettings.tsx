import { useDaybook } from '../../api/useHost.ts';
import { formatMoney } from '../../text/amountText.ts';
import { languageNames, languages } from '../../text/languages.ts';
import { currencyNames, moneySigns } from '../../text/moneyLook.ts';
import { useText } from '../../text/useText.ts';
import { Segments } from '../../ui/Segments.tsx';
import { Section } from '../../ui/Section.tsx';
import { themes } from '../../window/preferences.ts';
import { usePreferences } from '../../window/PreferencesProvider.tsx';
import { Setting } from './Setting.tsx';
import styles from './SettingsPage.module.css';

const EXAMPLE_MINOR = 1_234_500;

/** How amounts are written, with an example in the daybook's own currency. */
const MoneySettings = () => {
  const { t, language } = useText();
  const { currency } = useDaybook();
  const {
    preferences: { money },
    change,
  } = usePreferences();
  const example = (minor: number): string => formatMoney({ currency, minor }, language);
  return (
    <>
      <Setting label={t('settings.currency')}>
        <Segments
          label={t('settings.currency')}
          options={currencyNames.map((value) => ({
            value,
            label: t(`settings.currencies.${value}`),
          }))}
          value={money.currency}
          onChange={(chosen) => change({ money: { ...money, currency: chosen } })}
        />
      </Setting>
      <Setting
        label={t('settings.negative')}
        hint={t('settings.example', {
          amount: example(EXAMPLE_MINOR),
          negative: example(-EXAMPLE_MINOR),
        })}
      >
        <Segments
          label={t('settings.negative')}
          options={moneySigns.map((value) => ({ value, label: t(`settings.negatives.${value}`) }))}
          value={money.negative}
          onChange={(chosen) => change({ money: { ...money, negative: chosen } })}
        />
      </Setting>
    </>
  );
};

/** How the window looks and listens. */
export const GeneralSettings = () => {
  const { t } = useText();
  const { preferences, change } = usePreferences();
  const choices = [
    { value: 'system', label: t('settings.languageSystem') },
    ...languages.map((value) => ({ value, label: languageNames[value] })),
  ] as const;
  return (
    <Section title={t('settings.general')} text={t('settings.machine')}>
      <dl className={styles['list']}>
        <Setting label={t('settings.language')}>
          <Segments
            label={t('settings.language')}
            options={choices}
            value={preferences.language ?? 'system'}
            onChange={(chosen) => change({ language: chosen === 'system' ? null : chosen })}
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
        <MoneySettings />
        <Setting label={t('settings.singleKeys')} hint={t('settings.singleKeysHint')}>
          <Segments
            label={t('settings.singleKeys')}
            options={[
              { value: 'on', label: t('settings.singleKeysOn') },
              { value: 'off', label: t('settings.singleKeysOff') },
            ]}
            value={preferences.singleKeys ? 'on' : 'off'}
            onChange={(chosen) => change({ singleKeys: chosen === 'on' })}
          />
        </Setting>
      </dl>
    </Section>
  );
};
