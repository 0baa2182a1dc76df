import { createInstance, type i18n } from 'i18next';
import { en } from './en.ts';
import { ko } from './ko.ts';
import { isolate } from './isolate.ts';
import type { Language } from './languages.ts';
import { chooseParticles, markParticles } from './particles.ts';
import { shortName } from './shortName.ts';

interface Texts {
  readonly [key: string]: string | Texts;
}

const prepare = (texts: Texts): Texts =>
  Object.fromEntries(
    Object.entries(texts).map(([key, text]) => [
      key,
      typeof text === 'string' ? markParticles(text) : prepare(text),
    ]),
  );

/** All texts of the window, in one language at a time. Both are on board: nothing is fetched. */
export const createTexts = (language: Language): i18n => {
  const texts = createInstance();
  void texts.use({ type: 'postProcessor', name: 'particles', process: chooseParticles }).init({
    lng: language,
    fallbackLng: false,
    initAsync: false,
    resources: { en: { translation: en }, ko: { translation: prepare(ko) } },
    // React escapes what it shows; what is left to do is to keep directions apart.
    interpolation: { escapeValue: true, escape: isolate },
    postProcess: ['particles'],
    // Making a format of a number takes longer than writing a screen full of them.
    cacheInBuiltFormats: true,
    returnNull: false,
  });
  texts.services.formatter?.add('short', (name: unknown) => shortName(String(name)));
  return texts;
};
