import { describe, expect, it } from 'vitest';
import { allInOrder, columnsText, moveColumn, namesColumns, readColumns } from './chosenColumns.ts';

describe('the columns of the list', () => {
  it('are read in the order in which they are written, each once, and strange words left out', () => {
    expect(readColumns('name.balance.phone.balance.hat')).toEqual(['balance', 'phone']);
    expect(readColumns('name')).toEqual([]);
    expect(columnsText(readColumns('balance.phone'))).toBe('name.balance.phone');
  });

  it('are spoken of by a text that has the name or one of them', () => {
    expect(['name', 'phone', '7', '', 'hat.name'].map(namesColumns)).toEqual([
      true,
      true,
      false,
      false,
      true,
    ]);
  });

  it('are offered in their order, the others behind their usual neighbours', () => {
    expect(allInOrder(['phone', 'balance'])).toEqual([
      'reference',
      'phone',
      'limit',
      'balance',
      'available',
      'last-entry',
    ]);
    expect(allInOrder(['last-entry', 'phone'])).toEqual([
      'reference',
      'last-entry',
      'phone',
      'limit',
      'balance',
      'available',
    ]);
  });

  it('change places one step at a time, as far as it goes', () => {
    const order = ['phone', 'limit', 'balance'] as const;
    expect(moveColumn(order, 'balance', -1)).toEqual(['phone', 'balance', 'limit']);
    expect(moveColumn(order, 'phone', 1)).toEqual(['limit', 'phone', 'balance']);
    expect(moveColumn(order, 'phone', -1)).toEqual(order);
    expect(moveColumn(order, 'balance', 1)).toEqual(order);
  });
});
