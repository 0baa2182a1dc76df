import { expect, it } from 'vitest';
import { readPreferences, writePreferences, type Preferences } from './preferences.ts';

const storing = (text: string | null) => ({ getItem: () => text });

const atFirst: Preferences = {
  language: null,
  theme: 'system',
  money: { currency: 'symbol', negative: 'minus' },
  singleKeys: true,
  lockAfter: 15,
  columns: null,
  widths: {},
};

it('reads back what was written', () => {
  let stored = '';
  const chosen: Preferences = {
    language: 'ko',
    theme: 'contrast-dark',
    money: { currency: 'code', negative: 'brackets' },
    singleKeys: false,
    lockAfter: 0,
    columns: 'name.phone',
    widths: { 'people.name': 300 },
  };
  writePreferences({ setItem: (_name, text) => (stored = text) }, chosen);
  expect(readPreferences(storing(stored))).toEqual(chosen);
});

it.each([null, '', '{', '[]', '7'])('takes %j for nothing chosen', (text) => {
  expect(readPreferences(storing(text))).toEqual(atFirst);
});

it('keeps what it can read beside what it cannot, and what was chosen before there was more', () => {
  const mixed =
    '{"language":"tlh","theme":"dark","lockAfter":7,"money":{"currency":"code"},"widths":{"log.what":true,"log.who":90}}';
  expect(readPreferences(storing(mixed))).toEqual({
    ...atFirst,
    theme: 'dark',
    money: { currency: 'code', negative: 'minus' },
    widths: { 'log.who': 90 },
  });
});
