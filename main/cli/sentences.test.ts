import { describe, expect, test } from 'vitest';
import { inputInvalid } from '../../shared/kernel/input-invalid.ts';
import type { Refusal } from '../../shared/protocol/refusal.ts';
import { sentenceFor } from './sentences.ts';
import { z } from 'zod';

const about = (fields: Refusal & { readonly [field: string]: unknown }): string =>
  sentenceFor(fields);

describe('a file that cannot be used', () => {
  test.each(['ForeignDatabase', 'NotADatabase', 'FormatTooNew', 'DatabaseMissing'])(
    'is named, and only rows are said to be made again: %s',
    (type) => {
      const named = ['log.db', 'keys.db', 'state.db'].map((name) => {
        const sentence = about({ type, path: `/some/where/${name}` });
        return [sentence.includes(name), /made again/u.test(sentence)];
      });
      expect(named).toEqual([
        [true, false],
        [true, false],
        [true, true],
      ]);
    },
  );

  test('is named where the log is missing', () => {
    const sentence = about({ type: 'LogMissing', folder: '/some/where' });
    expect([sentence.includes('log.db'), sentence.includes('LogMissing')]).toEqual([true, false]);
  });
});

test('fields that do not fit are named, without the words of the schema', () => {
  const map = z.strictObject({ name: z.string(), phones: z.array(z.string()) });
  const found = map.safeParse({ phones: 'one', nome: 'x' });
  const sentence = about({ ...inputInvalid(found.error?.issues ?? []), type: 'MapInvalid' });
  expect(sentence).toContain('name is missing');
  expect(sentence).toContain('phones is not right');
  expect(sentence).toContain('"nome"');
  expect(sentence).not.toMatch(/expected|received|Unrecognized|undefined/u);
});

test('a view that is not there is named', () => {
  expect(about({ type: 'ViewUnknown', view: 'person/nope' })).toContain('person/nope');
});

test.each(['excel', 'openDocument', 'picture', 'archive', 'binary', 'of tomorrow'])(
  'a file that is no CSV is called by what it is, with what to do: %s',
  (format) => {
    const sentence = about({ type: 'FileIsNoCsv', format });
    expect(sentence).toMatch(/^This is (?:an?|no) .+CSV/u);
    expect(sentence).not.toMatch(/FileIsNoCsv|undefined/u);
  },
);
