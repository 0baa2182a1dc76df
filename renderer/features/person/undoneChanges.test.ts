import { expect, test } from 'vitest';
import { correctDetails, detailChangesSchema } from '../../../shared/records/person/details.ts';
import { isAsCorrected, undoneChanges } from './undoneChanges.ts';

const before = { name: 'Ada', phones: ['1', '2'], note: 'Mornings' };
const changes = detailChangesSchema.parse({ name: 'Ada L', phones: null, email: 'a@b.c' });
const after = correctDetails(before, changes);

test('undoing a correction brings back what stood there, and takes away what did not', () => {
  expect(correctDetails(after, undoneChanges(before, changes))).toEqual(before);
  expect(detailChangesSchema.safeParse(undoneChanges(before, changes)).success).toBe(true);
});

test('details are as corrected until one of the corrected fields is another one', () => {
  expect(isAsCorrected(after, changes)).toBe(true);
  expect(isAsCorrected({ ...after, note: 'Evenings' }, changes)).toBe(true);
  expect(isAsCorrected({ ...after, phones: ['3'] }, changes)).toBe(false);
  expect(isAsCorrected({ ...after, name: 'Ada M' }, changes)).toBe(false);
});
