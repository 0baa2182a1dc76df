import { expect, it } from 'vitest';
import { chosenWidths, readWidths, withoutWidths, withWidths } from './widthPreferences.ts';

const widths = { 'people.name': 300, 'people.phone': 90, 'log.what': 500 };

it('a list is given its own widths', () => {
  expect(chosenWidths(widths, 'people')).toEqual({ name: 300, phone: 90 });
  expect(chosenWidths(widths, 'peop')).toEqual({});
});

it('a width takes the place of the one before, and goes without a trace', () => {
  expect(withWidths(widths, 'log', { what: 420 })).toEqual({ ...widths, 'log.what': 420 });
  expect(withWidths(widths, 'log', { what: null })).toEqual({
    'people.name': 300,
    'people.phone': 90,
  });
  expect(withWidths(widths, 'people', { name: 200, phone: null, limit: 100 })).toEqual({
    'log.what': 500,
    'people.name': 200,
    'people.limit': 100,
  });
});

it('the widths of one list go without those of another', () => {
  expect(withoutWidths(widths, 'people')).toEqual({ 'log.what': 500 });
});

it('one width that cannot be read costs none of the others', () => {
  const mixed = {
    ...widths,
    'people.limit': '90',
    'people.balance': -1,
    nonsense: 80,
    'a.b': null,
  };
  expect(readWidths(mixed)).toEqual(widths);
  expect(readWidths({ 'log.no': 1e9, 'log.day': 63, 'log.who': 64 })).toEqual({ 'log.who': 64 });
  expect([null, 'wide', 7, []].map(readWidths)).toEqual([{}, {}, {}, {}]);
});

it('of very many widths the latest are kept', () => {
  const many = Object.fromEntries(
    Array.from({ length: 600 }, (_, index) => [
      `${'x'.repeat(1 + Math.floor(index / 20))}.${'x'.repeat(1 + (index % 20))}`,
      100,
    ]),
  );
  const kept = readWidths({ ...many, ...widths });
  expect(Object.keys(kept)).toHaveLength(100);
  expect(kept).toMatchObject(widths);
});
