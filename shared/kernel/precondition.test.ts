import { expect, test } from 'vitest';
import { anyVersion, checkPrecondition, streamIsAt, streamIsNew } from './precondition.ts';

test.each([
  [streamIsNew, 0],
  [streamIsAt(3), 3],
  [anyVersion, 0],
  [anyVersion, 9],
])('%j holds at %i', (expected, version) =>
  expect(checkPrecondition(expected, version)).toBeNull(),
);

test.each([
  [streamIsNew, 1],
  [streamIsAt(3), 2],
  [streamIsAt(3), 4],
  [streamIsAt(0), 1],
])('%j does not hold at %i, and says so', (expected, found) =>
  expect(checkPrecondition(expected, found)).toEqual({
    type: 'PreconditionFailed',
    expected,
    found,
  }),
);
