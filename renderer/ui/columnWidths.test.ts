import { expect, it } from 'vitest';
import { boundWidth, columnProperties } from './columnWidths.ts';
import type { GridColumn } from './GridColumn.ts';

const column = (id: string, wideOnly = false): GridColumn<string> => ({
  id,
  heading: id,
  cell: (row) => row,
  width: { least: '8rem', most: '1fr' },
  wideOnly,
});

it('a column has the width that was chosen, or the usual one', () => {
  expect(columnProperties([column('name'), column('phone', true)], true, { name: 300 })).toEqual({
    '--columns-wide':
      '1.5rem var(--width-name, minmax(8rem, 1fr)) var(--width-phone, minmax(8rem, 1fr))',
    '--columns-narrow': '1.5rem var(--width-name, minmax(8rem, 1fr))',
    '--least-wide':
      'calc(1.5rem + var(--width-name, 8rem) + var(--width-phone, 8rem) + 2 * var(--column-gap, 0px) + 2 * var(--row-edge, var(--space-6)))',
    '--least-narrow':
      'calc(1.5rem + var(--width-name, 8rem) + 1 * var(--column-gap, 0px) + 2 * var(--row-edge, var(--space-6)))',
    '--width-name': '300px',
  });
});

it('no width is so small that its edge is lost, or so large that nothing else is found', () => {
  expect([-5, 63.9, 100.4, 5000].map((width) => boundWidth(width))).toEqual([64, 64, 100, 960]);
  expect([900, 1150, 5000].map((width) => boundWidth(width, 1200))).toEqual([900, 1150, 1200]);
});
