/** The languages that every text exists in. */
export const languages = ['en', 'ko'] as const;
export type Language = (typeof languages)[number];

export const isLanguage = (text: string): text is Language =>
  (languages as readonly string[]).includes(text);

/** The first of the wanted languages that there is, else English. */
export const chooseLanguage = (wanted: readonly string[]): Language =>
  wanted.map((tag) => tag.toLowerCase().split('-')[0] ?? '').find(isLanguage) ?? 'en';
