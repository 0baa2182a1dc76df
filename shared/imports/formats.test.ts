import { describe, expect, test } from 'vitest';
import type { DecimalSign } from '../kernel/written-amount.ts';
import { readDay, readAmount, readDecimal, readKind, type DayOrder } from './formats.ts';

describe('a day', () => {
  test.each<readonly [string, DayOrder | undefined, string | null]>([
    ['2026-11-23', undefined, '2026-11-23'],
    ['2026-11-23T00:00:00Z', undefined, '2026-11-23'],
    ['２０２６－１１－２３', undefined, '2026-11-23'],
    ['２０２６．１１．２３', 'ymd', '2026-11-23'],
    ['23.11.2026', undefined, null],
    ['2026/11/23', undefined, null],
    ['2026/1/5', 'ymd', '2026-01-05'],
    ['2026. 1. 5.', 'ymd', '2026-01-05'],
    ['2026년 1월 5일', 'ymd', '2026-01-05'],
    ['20260105', 'ymd', '2026-01-05'],
    ['23.11.2026', 'dmy', '2026-11-23'],
    ['3/4/2026', 'dmy', '2026-04-03'],
    ['3/4/2026', 'mdy', '2026-03-04'],
    ['3/4/2026 0:00:00', 'mdy', '2026-03-04'],
    ['23.11.2026', 'mdy', null],
    ['23.11.2026', 'ymd', null],
    ['2026-11-23', 'dmy', null],
    ['23.11.26', 'dmy', null],
    ['31.02.2026', 'dmy', null],
    ['20260105', 'dmy', null],
    ['', 'dmy', null],
  ])('%j in the order %s is %s', (text, order, day) => {
    expect(readDay(text, order)).toBe(day);
  });
});

describe('an amount', () => {
  test.each<readonly [string, DecimalSign | undefined, string | null]>([
    ['1234.50', undefined, '1234.50'],
    ['１２３４．５０', undefined, '1234.50'],
    ['￦１２３，０００', '.', '123000'],
    ['1,234.50', undefined, '1,234.50'],
    ['1,234.50', '.', '1234.50'],
    ['1.234,50', ',', '1234.50'],
    ['1 234 567,5', ',', '1234567.5'],
    ['1’234.50', '.', '1234.50'],
    ['1\u202F234,50', ',', '1234.50'],
    ['12,5', ',', '12.5'],
    ['-1,234', '.', '-1234'],
    ['\u22125', '.', '-5'],
    ['₩12,000', '.', '12000'],
    ['12,000원', '.', '12000'],
    ['USD 5.00', '.', '5.00'],
    ['5,00 €', ',', '5.00'],
    // None of these is an amount in the way that was said: nothing is guessed.
    ['1,23', '.', null],
    ['1.23', ',', null],
    ['12,34,567', '.', null],
    ['1,234 567', '.', null],
    ['1e9', '.', null],
    ['', '.', null],
    ['-', '.', null],
  ])('%j with the decimal sign %s is %j', (text, decimal, amount) => {
    expect(readDecimal(text, decimal)).toBe(amount);
  });

  test.each([
    ['12.50', 'USD', ','],
    ['12,5', 'BHD', '.'],
    ['€5', 'USD', '.'],
    ['1,000', 'USD', undefined],
  ] as const)('%j of %s with the sign %s is refused as it stands', (text, currency, decimal) => {
    expect(readAmount(text, currency, decimal)).toEqual({
      ok: false,
      error: { type: 'AmountInvalid', text, reason: 'notANumber' },
    });
  });

  test('that is refused is quoted as it stands', () => {
    expect(readAmount('$1.234,567', 'USD', ',')).toEqual({
      ok: false,
      error: { type: 'AmountInvalid', text: '$1.234,567', reason: 'tooManyDecimals' },
    });
  });

  test('of a thousand or of one is never guessed', () => {
    const minorOf = (...asked: Parameters<typeof readAmount>) => {
      const amount = readAmount(...asked);
      return amount.ok ? amount.value.minor : amount.error.reason;
    };
    expect(minorOf('1.500', 'USD', ',')).toBe(150_000);
    expect(minorOf('1.500', 'USD', '.')).toBe('ambiguous');
    expect(minorOf('5.000', 'KRW')).toBe('ambiguous');
    expect(minorOf('5.000', 'KRW', ',')).toBe(5000);
    expect(minorOf('12.500', 'BHD')).toBe(12_500);
  });

  test('in another currency than the one that is meant is none', () => {
    expect(readDecimal('€5', '.', 'USD')).toBeNull();
    expect(readDecimal('$5', '.', 'USD')).toBe('5');
  });
});

test('a kind is told by the words of the file, whatever their case', () => {
  const kinds = { charge: ['외상', 'Rechnung'], pay: ['입금'] };
  expect(
    ['외상', 'rechnung ', '입금', 'charge', 'gift'].map((text) => readKind(text, kinds)),
  ).toEqual(['charge', 'charge', 'pay', 'charge', 'gift']);
  expect(readKind('외상')).toBe('외상');
});
