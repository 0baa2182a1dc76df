import type { i18n } from 'i18next';
import { createContext, useContext, useEffect, useMemo, useState, type ReactNode } from 'react';
import { I18nProvider } from 'react-aria-components';
import { useApi } from '../api/ApiContext.ts';
import { chooseLanguage, localeOf } from '../text/languages.ts';
import { readPreferences, writePreferences, type Preferences } from './preferences.ts';

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

interface PreferencesProviderProps {
  readonly texts: i18n;
  readonly children: ReactNode;
}

/** Applies language and theme to the whole window and keeps them on this machine. */
export const PreferencesProvider = ({ texts, children }: PreferencesProviderProps) => {
  const { bridge } = useApi();
  const [preferences, setPreferences] = useState(() => readPreferences(localStorage));
  const language = preferences.language ?? chooseLanguage(navigator.languages);

  useEffect(() => {
    document.documentElement.lang = language;
    if (texts.language !== language) void texts.changeLanguage(language);
  }, [language, texts]);

  useEffect(() => bridge.speak?.(language), [bridge, language]);

  useEffect(() => {
    document.documentElement.dataset['theme'] = preferences.theme;
  }, [preferences.theme]);

  const value = useMemo(
    () => ({
      preferences,
      change: (change: Partial<Preferences>) => {
        const changed = { ...preferences, ...change };
        setPreferences(changed);
        writePreferences(localStorage, changed);
      },
    }),
    [preferences],
  );

  return (
    <PreferencesContext value={value}>
      <I18nProvider locale={localeOf[language]}>{children}</I18nProvider>
    </PreferencesContext>
  );
};
