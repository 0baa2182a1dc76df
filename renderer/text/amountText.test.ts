import fc from 'fast-check';
import { afterEach, describe, expect, it } from 'vitest';
import { MAX_MINOR } from '../../shared/kernel/money.ts';
import { formatAmount, formatMoney, parseAmountText } from './amountText.ts';
import { languages } from './languages.ts';
import { currencyNames, moneySigns, setMoneyLook } from './moneyLook.ts';

const read = (text: string, currency = 'USD') => parseAmountText(text, currency, 'en');
const usd = (minor: number) => ({ ok: true, value: { currency: 'USD', minor } });

afterEach(() => setMoneyLook({ currency: 'symbol', negative: 'minus' }));

describe('an amount typed by a person', () => {
  it.each([
    ['37.62', 3762],
    ['1,234.50', 123450],
    ['1,234,567', 123456700],
    ['1234567', 123456700],
    [' 12 ', 1200],
    ['.5', 50],
    ['5.', 500],
    ['0', 0],
    ['-3', -300],
    ['９９', 9900],
    ['１，２３４．５０', 123450],
    ['\u200b12.50\n', 1250],
    ['1 000', 100000],
    ['\u22123', -300],
    ['$12.50', 1250],
    ['\u2066USD\u00a012.50\u2069', 1250],
  ])('reads %s', (text, minor) => {
    expect(read(text)).toEqual(usd(minor));
  });

  it.each([
    '',
    ',',
    '.',
    '1,5',
    '1,2345',
    ',123',
    '1,,000',
    '12,34,567',
    '1.2.3',
    '1e9',
    '10²',
    'ten',
    '--1',
    '₩5,000',
  ])('asks about %j', (text) => {
    expect(read(text)).toEqual({
      ok: false,
      error: { type: 'AmountInvalid', text, reason: 'notANumber' },
    });
  });

  it('never rounds', () => {
    expect(read('1.0051')).toMatchObject({ ok: false, error: { reason: 'tooManyDecimals' } });
    expect(read('1.005')).toMatchObject({ ok: false, error: { reason: 'ambiguous' } });
    expect(read('1.000')).toMatchObject({ ok: false, error: { reason: 'ambiguous' } });
    expect(read('1.5', 'KRW')).toMatchObject({ ok: false, error: { reason: 'tooManyDecimals' } });
  });

  it('keeps within what can be added up', () => {
    expect(read('99,999,999,999,999')).toMatchObject({ ok: false, error: { reason: 'tooLarge' } });
  });

  it('comes back as it was shown, in every language, currency and look', () => {
    fc.assert(
      fc.property(
        fc.integer({ min: -MAX_MINOR, max: MAX_MINOR }),
        fc.constantFrom(...Intl.supportedValuesOf('currency')),
        fc.constantFrom(...languages),
        fc.record({
          currency: fc.constantFrom(...currencyNames),
          negative: fc.constantFrom(...moneySigns),
        }),
        (minor, currency, language, look) => {
          setMoneyLook(look);
          const money = { currency, minor };
          const back = { ok: true, value: money };
          expect(parseAmountText(formatAmount(money, language), currency, language)).toEqual(back);
          expect(parseAmountText(formatMoney(money, language), currency, language)).toEqual(back);
        },
      ),
    );
  });
});

describe('an amount shown', () => {
  it('has the digits its currency has', () => {
    expect(formatAmount({ currency: 'USD', minor: 123450 }, 'en')).toBe('1,234.50');
    expect(formatAmount({ currency: 'KRW', minor: 123450 }, 'ko')).toBe('123,450');
    expect(formatAmount({ currency: 'USD', minor: -5 }, 'en')).toBe('\u22120.05');
  });

  it('names its currency in a sentence', () => {
    expect(formatMoney({ currency: 'USD', minor: 3762 }, 'en')).toBe('$37.62');
    expect(formatMoney({ currency: 'KRW', minor: 15000 }, 'en')).toBe('₩15,000');
  });

  it('has the won behind it in Korean', () => {
    const owed = { currency: 'KRW', minor: -15000 };
    expect(formatMoney(owed, 'ko')).toBe('\u221215,000원');
    setMoneyLook({ currency: 'symbol', negative: 'brackets' });
    expect(formatMoney(owed, 'ko')).toBe('(15,000원)');
    setMoneyLook({ currency: 'code', negative: 'minus' });
    expect(formatMoney(owed, 'ko')).toBe('\u2212KRW\u00a015,000');
  });

  it('keeps the last digit of the largest amount', () => {
    expect(formatAmount({ currency: 'USD', minor: MAX_MINOR - 1 }, 'en')).toBe('9,999,999,999.99');
  });
});

describe('how amounts are written', () => {
  const owed = { currency: 'USD', minor: -123_450 };

  it('is chosen: by code or sign, with a minus or in brackets', () => {
    expect(formatMoney(owed, 'en')).toBe('\u2212$1,234.50');
    setMoneyLook({ currency: 'code', negative: 'minus' });
    expect(formatMoney(owed, 'en')).toBe('\u2212USD\u00a01,234.50');
    setMoneyLook({ currency: 'code', negative: 'brackets' });
    expect(formatMoney(owed, 'en')).toBe('(USD\u00a01,234.50)');
    expect(formatAmount(owed, 'ko')).toBe('(1,234.50)');
    expect(formatAmount({ ...owed, minor: 5 }, 'ko')).toBe('0.05');
  });
});
