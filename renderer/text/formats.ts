import { localeOf, type Language } from './languages.ts';

/** Keeps what was made, since making a format takes longer than formatting a whole screen with it. */
const keep = <Options, Format>(make: (locale: string, options: Options) => Format) => {
  const kept = new Map<string, Format>();
  return (language: Language, options: Options, place = ''): Format => {
    const key = `${language} ${place} ${JSON.stringify(options)}`;
    const known = kept.get(key);
    if (known !== undefined) return known;
    const made = make(localeOf[language], options);
    kept.set(key, made);
    return made;
  };
};

const dates = keep<Intl.DateTimeFormatOptions, Intl.DateTimeFormat>(
  (locale, options) => new Intl.DateTimeFormat(locale, options),
);

/** How numbers are written in a language. */
export const numberFormat = keep<Intl.NumberFormatOptions, Intl.NumberFormat>(
  (locale, options) => new Intl.NumberFormat(locale, options),
);

/** How days are written in a language. What is formatted is read in UTC. */
export const dayFormat = (
  language: Language,
  options: Intl.DateTimeFormatOptions,
): Intl.DateTimeFormat => dates(language, { ...options, timeZone: 'UTC' });

/** Asking for its name takes longer than writing a moment, so it is kept while a list is drawn. **Units:** milliseconds. */
const ZONE_KEPT_MS = 1000;

let zone = '';
let zoneUntil = -Infinity;

/** By name, since zones that agree now need not agree at the moment that is written. */
const zoneHere = (): string => {
  const now = performance.now();
  if (now < zoneUntil) return zone;
  zone = new Intl.DateTimeFormat().resolvedOptions().timeZone;
  zoneUntil = now + ZONE_KEPT_MS;
  return zone;
};

/** How moments are written in a language, in the time zone of this machine, which may change. */
export const momentFormat = (
  language: Language,
  options: Intl.DateTimeFormatOptions,
): Intl.DateTimeFormat => dates(language, options, zoneHere());
