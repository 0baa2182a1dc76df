import { expect, test } from 'vitest';
import { defineTable, insertRow, integer, removeRow, text, updateRow } from './table.ts';

const lamps = defineTable({
  name: 'lamp',
  columns: { lamp_id: text, lux: integer },
  key: ['lamp_id'],
});

test('changes name their table and row', () => {
  expect(insertRow(lamps, { lamp_id: 'a', lux: 1 })).toEqual({
    do: 'insert',
    table: 'lamp',
    row: { lamp_id: 'a', lux: 1 },
  });
  expect(removeRow(lamps, ['a'])).toEqual({ do: 'remove', table: 'lamp', key: ['a'] });
  expect(updateRow(lamps, ['a'], ({ lux }) => ({ lux: lux + 1 }))).toMatchObject({
    do: 'update',
    table: 'lamp',
    key: ['a'],
  });
});
