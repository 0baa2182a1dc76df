import type { Language } from '../../shared/languages.ts';

export { chooseLanguage, isLanguage, languages, type Language } from '../../shared/languages.ts';

/** What `Intl` and the browser call them. */
export const localeOf: Readonly<Record<Language, string>> = { en: 'en-US', ko: 'ko-KR' };

/** Each language by its own name. */
export const languageNames: Readonly<Record<Language, string>> = { en: 'English', ko: '한국어' };
