import { describe, expect, test } from 'vitest';
import { readWrittenAmount, type DecimalSign } from './written-amount.ts';

const read = (text: string, currency: string | null = 'USD', decimal: DecimalSign = '.') =>
  readWrittenAmount(text, { decimal, currency });

describe('an amount as people write it', () => {
  test.each([
    ['12.50', '12.50'],
    ['1,234.50', '1234.50'],
    ['1\u00A0234.50', '1234.50'],
    ['1\u202F234\u202F567', '1234567'],
    ['\u00A012.50\u00A0', '12.50'],
    ['\u202A12.50\u202C', '12.50'],
    ['\u2066$12.50\u2069', '12.50'],
    ['\u200E-12.50\u200F', '-12.50'],
    ['\u22123', '-3'],
    ['- 3', '-3'],
    ['(3.00)', '-3.00'],
    ['($3.00)', '-3.00'],
    ['$12.50', '12.50'],
    ['$ 12.50', '12.50'],
    ['US$12.50', '12.50'],
    ['USD\u00A01,234.50', '1234.50'],
    ['12.50 USD', '12.50'],
    ['$12.50 USD', '12.50'],
    ['-$12.50', '-12.50'],
    ['$\u221212.50', '-12.50'],
    ['.5', '0.5'],
    ['5.', '5'],
    ['$.5', '0.5'],
  ])('%j is %s', (text, amount) => {
    expect(read(text)).toBe(amount);
  });

  test.each([
    ['₩5,000', 'KRW', '5000'],
    ['5,000원', 'KRW', '5000'],
    ['5,000 원', 'KRW', '5000'],
    ['￦５，０００', 'KRW', '5000'],
    ['￥500', 'JPY', '500'],
    ['¥500', 'CNY', '500'],
    ['5.00 €', 'EUR', '5.00'],
    ['$5', 'CAD', '5'],
    ['CA$5', 'CAD', '5'],
    ['5 XTS', null, '5'],
    ['CN¥1,234.56', 'CNY', '1234.56'],
    ['JP¥123,456', 'JPY', '123456'],
    ['FCFA 123,456', 'XAF', '123456'],
    ['F\u202FCFA 500', 'XOF', '500'],
    ['kr 5', 'SEK', '5'],
    ['5 zł', 'PLN', '5'],
    ['5 Kč', 'CZK', '5'],
    ['12.50 US$', 'USD', '12.50'],
  ])('%j in %s is %s', (text, currency, amount) => {
    expect(read(text, currency)).toBe(amount);
  });

  test.each([
    '',
    '-',
    '.',
    ',',
    '()',
    '$',
    '--3',
    '-(3)',
    '(-3)',
    '-$-3',
    '3-',
    '1,5',
    '1,23',
    ',123',
    '0,500',
    '00,500',
    '1,2345',
    '12,34,567',
    '1,234 567',
    '1.234,50',
    '1 2',
    '1e9',
    '9²',
    '12.50.1',
    // Of another currency.
    '₩5,000',
    '5,000원',
    '€12.50',
    'CA$12.50',
    'EUR 12.50',
    '$12.50 CAD',
    '$$5',
  ])('%j is none in dollars: nothing is guessed', (text) => {
    expect(read(text)).toBeNull();
  });

  test('the comma parts the decimals where that was said, and the point does not', () => {
    expect(read('1.234,50', null, ',')).toBe('1234.50');
    expect(read('5,00 €', 'EUR', ',')).toBe('5.00');
    expect(read('1.23', null, ',')).toBeNull();
  });
});
