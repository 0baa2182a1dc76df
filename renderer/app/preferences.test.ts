import { expect, it } from 'vitest';
import { readPreferences, writePreferences } from './preferences.ts';

const storing = (text: string | null) => ({ getItem: () => text });

it('reads back what was written', () => {
  let stored = '';
  writePreferences(
    { setItem: (_name, text) => (stored = text) },
    { language: 'ko', theme: 'dark', columns: 'name.phone' },
  );
  expect(readPreferences(storing(stored))).toEqual({
    language: 'ko',
    theme: 'dark',
    columns: 'name.phone',
  });
});

it.each([null, '', '{', '[]', '{"language":"tlh","theme":"dark"}'])(
  'takes %j for nothing chosen',
  (text) => {
    expect(readPreferences(storing(text))).toEqual({
      language: null,
      theme: 'system',
      columns: null,
    });
  },
);

it('reads what was written before there were columns', () => {
  expect(readPreferences(storing('{"language":"ko","theme":"dark"}'))).toEqual({
    language: 'ko',
    theme: 'dark',
    columns: null,
  });
});
