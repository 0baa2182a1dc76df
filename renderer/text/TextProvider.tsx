import type { i18n } from 'i18next';
import { useMemo, useSyncExternalStore, type ReactNode } from 'react';
import { isLanguage } from './languages.ts';
import { moneyLook, onMoneyLook } from './moneyLook.ts';
import { TextContext } from './useText.ts';

interface TextProviderProps {
  readonly texts: i18n;
  readonly children: ReactNode;
}

const onLanguage = (texts: i18n) => (listener: () => void) => {
  texts.on('languageChanged', listener);
  return () => texts.off('languageChanged', listener);
};

/** Gives texts and language to all of the window, and draws it anew when either, or the look of amounts, changes. */
export const TextProvider = ({ texts, children }: TextProviderProps) => {
  const subscribe = useMemo(() => onLanguage(texts), [texts]);
  const chosen = useSyncExternalStore(subscribe, () => texts.language);
  const look = useSyncExternalStore(onMoneyLook, moneyLook);
  const value = useMemo(() => {
    const language = isLanguage(chosen) ? chosen : 'en';
    return { t: texts.getFixedT(language), language, look };
  }, [texts, chosen, look]);
  return <TextContext value={value}>{children}</TextContext>;
};
