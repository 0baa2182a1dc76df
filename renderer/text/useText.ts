import { useSyncExternalStore } from 'react';
import { useTranslation } from 'react-i18next';
import { isLanguage, type Language } from './languages.ts';
import { moneyLook, onMoneyLook } from './moneyLook.ts';

/** The texts and the language of the window. Whoever asks is drawn anew when amounts are written otherwise. */
export const useText = () => {
  const { t, i18n } = useTranslation();
  useSyncExternalStore(onMoneyLook, moneyLook);
  const language: Language = isLanguage(i18n.language) ? i18n.language : 'en';
  return { t, language };
};

/** Gives the text of a key. */
export type Say = ReturnType<typeof useText>['t'];
