import { useTranslation } from 'react-i18next';
import { isLanguage, type Language } from './languages.ts';

/** The texts and the language of the window. */
export const useText = () => {
  const { t, i18n } = useTranslation();
  const language: Language = isLanguage(i18n.language) ? i18n.language : 'en';
  return { t, language };
};

/** Gives the text of a key. */
export type Say = ReturnType<typeof useText>['t'];
