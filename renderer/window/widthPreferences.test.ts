import { expect, it } from 'vitest';
import { chosenWidths, withoutWidths, withWidth } from './widthPreferences.ts';

const widths = { 'people.name': 300, 'people.phone': 90, 'log.what': 500 };

it('a list is given its own widths', () => {
  expect(chosenWidths(widths, 'people')).toEqual({ name: 300, phone: 90 });
  expect(chosenWidths(widths, 'peop')).toEqual({});
});

it('a width takes the place of the one before, and goes without a trace', () => {
  expect(withWidth(widths, 'log.what', 420)).toEqual({ ...widths, 'log.what': 420 });
  expect(withWidth(widths, 'log.what', null)).toEqual({ 'people.name': 300, 'people.phone': 90 });
});

it('the widths of one list go without those of another', () => {
  expect(withoutWidths(widths, 'people')).toEqual({ 'log.what': 500 });
});
