import { describe, expect, it } from 'vitest';
import type { LocalDate } from '../../shared/kernel/local-date.ts';
import {
  dayAfter,
  formatDay,
  formatRemaining,
  isWrittenAsDay,
  parseDayText,
  todayAt,
} from './when.ts';

const today = '2026-11-23' as LocalDate;

describe('a day typed by a person', () => {
  it.each([
    ['2026-11-23', '2026-11-23'],
    ['2026.11.23', '2026-11-23'],
    ['2026. 11. 23.', '2026-11-23'],
    ['2026/1/5', '2026-01-05'],
    ['20261123', '2026-11-23'],
    ['11-23', '2026-11-23'],
    ['1/5', '2026-01-05'],
    ['0105', '2026-01-05'],
    [' 2026-11-23 ', '2026-11-23'],
    ['２０２６－１１－２３', '2026-11-23'],
    ['２０２６-11-23', '2026-11-23'],
    ['\r\n2026-11-23\r\n', '2026-11-23'],
  ])('reads %s', (text, expected) => {
    expect(parseDayText(text, today)).toBe(expected);
  });

  it.each([
    '',
    '2026-02-31',
    '31',
    '23/11/2026',
    '２⁰２６-11-23',
    'today',
    '0000-01-01',
    '2026-13-01',
    '11-',
  ])('does not guess at %j', (text) => {
    expect(parseDayText(text, today)).toBeNull();
  });
});

it('tells a day that there is not from one that is written in another way', () => {
  expect(['2026-02-31', '13/25', '20260231'].filter(isWrittenAsDay)).toHaveLength(3);
  expect(['03/12/1980', 'today', '31', ''].filter(isWrittenAsDay)).toEqual([]);
});

it('steps over the ends of months and years', () => {
  expect(dayAfter('2026-12-31' as LocalDate, 1)).toBe('2027-01-01');
  expect(dayAfter('2028-03-01' as LocalDate, -1)).toBe('2028-02-29');
});

it('takes today from the wall, not from Greenwich', () => {
  const midnight = new Date(2026, 10, 23, 0, 5);
  expect(todayAt(midnight)).toBe(today);
});

it('shows days in the order of the language', () => {
  expect(formatDay('2026-03-05', 'en')).toBe('Mar 5, 2026');
  expect(formatDay('2026-03-05', 'ko')).toBe('2026. 03. 05.');
});

it('rounds what remains up', () => {
  expect(formatRemaining(400, 'en')).toBe('1 second');
  expect(formatRemaining(61_000, 'en')).toBe('61 seconds');
  expect(formatRemaining(91_000, 'ko')).toBe('2분');
});
