import { z } from 'zod';
import { languages, type Language } from '../text/languages.ts';
import { moneySigns, currencyNames, type MoneyLook } from '../text/moneyLook.ts';
import { readWidths } from './widthPreferences.ts';

export const themes = ['system', 'light', 'dark', 'contrast-light', 'contrast-dark'] as const;
export type Theme = (typeof themes)[number];

/** Minutes without input after which the daybook is locked. 0: never. */
export const lockTimes = [0, 5, 15, 60] as const;
export type LockTime = (typeof lockTimes)[number];

/** How somebody wants the window on this machine; nothing about anybody. */
export interface Preferences {
  /** Null: as the system says. */
  readonly language: Language | null;
  readonly theme: Theme;
  /** Columns of the list of people; null before any were chosen. */
  readonly columns: string | null;
  /** What somebody has made of the columns of lists, by list and column. **Units:** CSS pixels. */
  readonly widths: Readonly<Record<string, number>>;
  readonly money: MoneyLook;
  /** Shortcuts of a single character, which somebody who dictates may set off by speaking. */
  readonly singleKeys: boolean;
  readonly lockAfter: LockTime;
}

/** A quarter of an hour: longer than a customer takes, shorter than a break. See decision 0017. */
const LOCK_AFTER: LockTime = 15;

// Each by itself, so that one that cannot be read, of a newer version perhaps, costs none of the others.
const preferencesSchema = z.object({
  language: z.enum(languages).nullable().catch(null),
  theme: z.enum(themes).catch('system'),
  money: z
    .object({
      currency: z.enum(currencyNames).catch('symbol'),
      negative: z.enum(moneySigns).catch('minus'),
    })
    .catch({ currency: 'symbol', negative: 'minus' }),
  singleKeys: z.boolean().catch(true),
  lockAfter: z.literal(lockTimes).catch(LOCK_AFTER),
  columns: z.string().max(200).nullable().catch(null),
  widths: z.unknown().default(null).transform(readWidths),
});

export const STORED_AS = 'daybook.preferences';
const atFirst: Preferences = preferencesSchema.parse({});

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
