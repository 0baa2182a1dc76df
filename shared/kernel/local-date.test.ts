import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import {
  isLocalDate,
  localDateAt,
  localDateSchema,
  yearsAfter,
  type LocalDate,
} from './local-date.ts';

describe('a day', () => {
  test.each(['2026-11-23', '2024-02-29', '2000-02-29', '0001-01-01', '9999-12-31', '2026-04-30'])(
    '%s exists',
    (text) => expect(localDateSchema.safeParse(text).success).toBe(true),
  );

  test.each([
    '2026-02-31',
    '2026-02-29',
    '1900-02-29',
    '2026-04-31',
    '2026-13-01',
    '2026-00-10',
    '2026-01-00',
    '2026-01-32',
    '0000-01-01',
    '2026-1-1',
    '26-01-01',
    '2026-01-01 ',
    '2026-01-01T00:00:00Z',
    '2026/01/01',
    '２０２６-０１-０１',
    '-2026-01-01',
    '',
  ])('%j does not', (text) => {
    expect(isLocalDate(text)).toBe(false);
    expect(localDateSchema.safeParse(text).error?.issues.map(({ message }) => message)).toEqual([
      'DateInvalid',
    ]);
  });

  test('exists exactly when the calendar of the platform has it', () =>
    fc.assert(
      fc.property(
        fc.integer({ min: 1, max: 9999 }),
        fc.nat({ max: 14 }),
        fc.nat({ max: 33 }),
        (year, month, day) => {
          const date = new Date(0);
          date.setUTCFullYear(year, month - 1, day);
          const exists =
            date.getUTCFullYear() === year &&
            date.getUTCMonth() === month - 1 &&
            date.getUTCDate() === day;
          const two = (part: number) => String(part).padStart(2, '0');
          expect(isLocalDate(`${String(year).padStart(4, '0')}-${two(month)}-${two(day)}`)).toBe(
            exists,
          );
        },
      ),
    ));
});

describe('an instant falls on a day', () => {
  const lateEvening = Date.UTC(2026, 10, 23, 23, 30);
  test.each([
    [0, '2026-11-23'],
    [30, '2026-11-24'],
    [29, '2026-11-23'],
    [540, '2026-11-24'],
    [-1440, '2026-11-22'],
  ])('%i minutes east of UTC', (offset, day) => expect(localDateAt(lateEvening, offset)).toBe(day));
});

test.each([
  ['2026-11-23', 1, '2027-11-23'],
  ['2024-02-29', 1, '2025-02-28'],
  ['2024-02-29', 4, '2028-02-29'],
])('%s is %i years before %s', (day, years, other) =>
  expect(yearsAfter(day as LocalDate, years)).toBe(other),
);
