import { expect, test } from 'vitest';
import { personalPart } from './personal-part.ts';

test('fields that are there are kept, the others leave no trace', () =>
  expect(personalPart({ memo: 'x', reason: undefined, note: null })).toStrictEqual({
    personal: { memo: 'x', note: null },
  }));

test('no field gives no personal part, so nothing has to be sealed', () => {
  expect(personalPart({ memo: undefined })).toStrictEqual({});
  expect(personalPart({})).toStrictEqual({});
});
