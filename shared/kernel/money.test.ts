import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import {
  currencyExponent,
  formatDecimalAmount,
  MAX_MINOR,
  moneySchema,
  nonNegativeMoneySchema,
  parseDecimalAmount,
  positiveMoneySchema,
} from './money.ts';

describe('a decimal amount', () => {
  const readable: readonly (readonly [string, string, number])[] = [
    ['37.62', 'USD', 3762],
    ['37.6', 'USD', 3760],
    ['37', 'USD', 3700],
    ['037.620', 'USD', 3762],
    ['-5', 'USD', -500],
    ['-0', 'USD', 0],
    ['0.01', 'USD', 1],
    ['1.005', 'KWD', 1005],
    ['1500', 'KRW', 1500],
    ['1500.00', 'KRW', 1500],
    ['10000000000.00', 'USD', MAX_MINOR],
    ['0'.repeat(500), 'USD', 0],
  ];
  test.each(readable)('%s in %s is read', (text, currency, minor) =>
    expect(parseDecimalAmount(text, currency)).toStrictEqual({
      ok: true,
      value: { currency, minor },
    }),
  );

  const unreadable: readonly (readonly [string, string, string])[] = [
    ['1.005', 'USD', 'ambiguous'],
    ['1500.5', 'KRW', 'tooManyDecimals'],
    // Five thousand, as half of the world writes it.
    ['5.000', 'KRW', 'ambiguous'],
    ['-12.500', 'USD', 'ambiguous'],
    ['10000000000.01', 'USD', 'tooLarge'],
    ['9'.repeat(400), 'USD', 'tooLarge'],
    ...[
      '',
      ' 1',
      '1 ',
      '1e9',
      '1E2',
      '1,000',
      '1.',
      '.5',
      '+1',
      '--1',
      '0x10',
      '９９',
      '١٢',
      '1\n',
      'NaN',
      'Infinity',
      '$1',
      '1.2.3',
    ].map((text) => [text, 'USD', 'notANumber'] as const),
  ];
  test.each(unreadable)('%j in %s is not', (text, currency, reason) =>
    expect(parseDecimalAmount(text, currency)).toStrictEqual({
      ok: false,
      error: { type: 'AmountInvalid', text, reason },
    }),
  );

  test('is written as it is read', () =>
    fc.assert(
      fc.property(
        fc.integer({ min: -MAX_MINOR, max: MAX_MINOR }),
        fc.constantFrom('USD', 'KRW', 'KWD', 'CLF'),
        (minor, currency) => {
          const text = formatDecimalAmount({ currency, minor });
          expect(text.split('.')[1]?.length ?? 0).toBe(currencyExponent(currency));
          expect(parseDecimalAmount(text, currency)).toStrictEqual({
            ok: true,
            value: { currency, minor },
          });
        },
      ),
    ));
});

describe('money', () => {
  const of = (minor: unknown) => ({ currency: 'USD', minor });

  test('has bounds', () => {
    for (const schema of [moneySchema, positiveMoneySchema, nonNegativeMoneySchema]) {
      expect(schema.safeParse(of(MAX_MINOR)).success).toBe(true);
      for (const minor of [MAX_MINOR + 1, -MAX_MINOR - 1, 0.5, '1', null, NaN, Infinity, 1n])
        expect([minor, schema.safeParse(of(minor)).success]).toEqual([minor, false]);
    }
  });

  test('knows no minus zero', () => {
    for (const schema of [moneySchema, nonNegativeMoneySchema])
      expect(Object.is(schema.parse(of(-0)).minor, 0)).toBe(true);
    expect(positiveMoneySchema.safeParse(of(-0)).success).toBe(false);
  });

  test('may be below zero only where it is not a limit or an entry', () => {
    expect(moneySchema.safeParse(of(-1)).success).toBe(true);
    expect(nonNegativeMoneySchema.safeParse(of(-1)).success).toBe(false);
    expect(nonNegativeMoneySchema.safeParse(of(0)).success).toBe(true);
    expect(positiveMoneySchema.safeParse(of(0)).success).toBe(false);
  });

  test.each(['usd', 'US', 'USDX', 'AUSD', 'USD ', '', 840])(
    'is of a currency, not of %j',
    (code) => {
      expect(moneySchema.safeParse({ currency: code, minor: 1 }).success).toBe(false);
    },
  );

  test.each([
    [moneySchema, 0.5, 'AmountNotWhole'],
    [moneySchema, MAX_MINOR + 1, 'AmountTooLarge'],
    [moneySchema, -MAX_MINOR - 1, 'AmountTooLarge'],
    [positiveMoneySchema, 0, 'AmountNotPositive'],
    [nonNegativeMoneySchema, -1, 'AmountNegative'],
  ])('says what is wrong with it: %#', (schema, minor, problem) => {
    const { error } = schema.safeParse(of(minor));
    expect(error?.issues.map(({ message }) => message)).toEqual([problem]);
  });

  test('has nothing beside it', () => {
    expect(moneySchema.safeParse({ ...of(1), rate: 2 }).success).toBe(false);
    expect(
      moneySchema.safeParse(JSON.parse('{"currency":"USD","minor":1,"__proto__":{}}')).success,
    ).toBe(false);
  });
});
