import { expect, it } from 'vitest';
import { createTexts } from './createTexts.ts';
import { fieldSentence } from './fieldSentence.ts';
import { languages } from './languages.ts';

it.each(languages)('speaks of no digit of which there is none, in %s', (language) => {
  const say = createTexts(language).t;
  const tooMany = (currency: string) =>
    fieldSentence(say, 'tooManyDecimals', { currency, language });
  expect(tooMany('USD')).toContain('2');
  expect(tooMany('KRW')).not.toMatch(/[0-9]/u);
});
