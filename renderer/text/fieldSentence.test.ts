import { expect, it } from 'vitest';
import { amountFaults } from '../../shared/kernel/money.ts';
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

it.each(languages)('says of an amount what is wrong with it, in %s', (language) => {
  const say = createTexts(language).t;
  const causes = [
    ...amountFaults.filter((reason) => reason !== 'negative' && reason !== 'notPositive'),
    'amountAboveZero',
    'limitNotNegative',
  ];
  const sentences = causes.map((code) => fieldSentence(say, code, { currency: 'USD', language }));
  expect(new Set(sentences).size).toBe(causes.length);
  expect(sentences).not.toContain(say('field.other'));
});

it.each(languages)('says by an example of the field how a day is written, in %s', (language) => {
  const say = createTexts(language).t;
  const context = { currency: '', language, exampleDay: '1980-12-31' };
  const [noDay, unreadable] = ['DateInvalid', 'dateUnreadable'].map((code) =>
    fieldSentence(say, code, context),
  );
  expect(noDay).toContain('1980-12-31');
  expect(unreadable).toContain('1980-12-31');
  expect(unreadable).not.toBe(noDay);
});
