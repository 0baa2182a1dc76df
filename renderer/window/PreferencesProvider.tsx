import type { i18n } from 'i18next';
import { createContext, useContext, useEffect, useMemo, useState, type ReactNode } from 'react';
import { I18nProvider } from 'react-aria-components';
import { useApi } from '../api/ApiContext.ts';
import { chooseLanguage, localeOf } from '../text/languages.ts';
import { setMoneyLook } from '../text/moneyLook.ts';
import { setSingleKeys } from '../ui/singleKeys.ts';
import { applyLook, onContrastChange } from './applyLook.ts';
import { readPreferences, STORED_AS, writePreferences, type Preferences } from './preferences.ts';

interface PreferencesAndChange {
  readonly preferences: Preferences;
  readonly change: (change: Partial<Preferences>) => void;
}

const PreferencesContext = createContext<PreferencesAndChange | null>(null);

export const usePreferences = (): PreferencesAndChange => {
  const value = useContext(PreferencesContext);
  if (value === null) throw new Error('there are no preferences above this component');
  return value;
};

/** What is chosen in another window of this machine holds here too. */
const usePreferencesOfThisMachine = () => {
  const [preferences, setPreferences] = useState(() => readPreferences(localStorage));
  useEffect(() => {
    const onStorage = ({ key }: StorageEvent): void => {
      if (key === null || key === STORED_AS) setPreferences(readPreferences(localStorage));
    };
    window.addEventListener('storage', onStorage);
    return () => window.removeEventListener('storage', onStorage);
  }, []);
  return [preferences, setPreferences] as const;
};

interface PreferencesProviderProps {
  readonly texts: i18n;
  readonly children: ReactNode;
}

/** Applies what was chosen to the whole window and keeps it on this machine. */
export const PreferencesProvider = ({ texts, children }: PreferencesProviderProps) => {
  const { bridge } = useApi();
  const [preferences, setPreferences] = usePreferencesOfThisMachine();
  const language = preferences.language ?? chooseLanguage(navigator.languages);
  const { theme, money, singleKeys } = preferences;

  useEffect(() => {
    document.documentElement.lang = language;
    if (texts.language !== language) void texts.changeLanguage(language);
  }, [language, texts]);

  useEffect(() => bridge.speak?.(language), [bridge, language]);

  useEffect(() => {
    applyLook({ theme });
    return onContrastChange(() => applyLook({ theme }));
  }, [theme]);

  useEffect(() => setMoneyLook(money), [money]);
  useEffect(() => setSingleKeys(singleKeys), [singleKeys]);

  const value = useMemo(
    () => ({
      preferences,
      change: (change: Partial<Preferences>) => {
        const changed = { ...preferences, ...change };
        setPreferences(changed);
        writePreferences(localStorage, changed);
      },
    }),
    [preferences, setPreferences],
  );

  return (
    <PreferencesContext value={value}>
      <I18nProvider locale={localeOf[language]}>{children}</I18nProvider>
    </PreferencesContext>
  );
};
