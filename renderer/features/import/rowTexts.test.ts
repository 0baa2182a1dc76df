import { expect, it } from 'vitest';
import type { DecimalSign } from '../../../shared/kernel/written-amount.ts';
import { columnsFrom } from './mapDraft.ts';
import { fieldText } from './rowTexts.ts';

/** What an amount becomes in a daybook of dollars. */
const amountOf = (written: string, decimal?: DecimalSign): string =>
  fieldText(
    'amount',
    columnsFrom(['Sum'], ' '),
    { Sum: written },
    {
      formats: decimal === undefined ? {} : { decimal },
      currency: 'USD',
    },
  );

it('an amount is shown as it will be written', () => {
  expect([amountOf('$1,234.50', '.'), amountOf('1.234,50 $', ',')]).toEqual(['1234.50', '1234.50']);
});

it('an amount that the program will refuse is shown as it stands in the file', () => {
  for (const foreign of ['€5', '5 EUR', '5,000원', '￥5'])
    expect(amountOf(foreign, '.')).toBe(foreign);
  expect(amountOf('$5')).toBe('$5');
});
