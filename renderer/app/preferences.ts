import { z } from 'zod';
import { languages, type Language } from '../text/languages.ts';

export const themes = ['system', 'light', 'dark'] as const;
export type Theme = (typeof themes)[number];

/** How somebody wants the window; nothing about anybody. */
export interface Preferences {
  /** Null: as the system says. */
  readonly language: Language | null;
  readonly theme: Theme;
  /** Columns of the list of people; null before any were chosen. */
  readonly columns: string | null;
}

const preferencesSchema = z.object({
  language: z.enum(languages).nullable(),
  theme: z.enum(themes),
  columns: z.string().max(200).nullable().default(null),
});

const STORED_AS = 'daybook.preferences';
const atFirst: Preferences = { language: null, theme: 'system', columns: null };

/** What was chosen before on this machine. What cannot be read is as if nothing had been chosen. */
export const readPreferences = (storage: Pick<Storage, 'getItem'>): Preferences => {
  try {
    return preferencesSchema.parse(JSON.parse(storage.getItem(STORED_AS) ?? 'null'));
  } catch {
    return atFirst;
  }
};

export const writePreferences = (
  storage: Pick<Storage, 'setItem'>,
  preferences: Preferences,
): void => {
  storage.setItem(STORED_AS, JSON.stringify(preferences));
};
