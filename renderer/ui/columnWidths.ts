import type { CSSProperties } from 'react';
import type { GridColumn } from './GridColumn.ts';

/** **Units:** CSS pixels. */
export const NARROWEST = 64;
/** **Units:** CSS pixels. */
export const WIDEST = 960;

/** The widths that somebody has given columns of a list, by column. **Units:** CSS pixels. */
export type ColumnWidths = Readonly<Record<string, number>>;

/** Columns whose edges can be moved. */
export interface GridWidths {
  readonly chosen: ColumnWidths;
  /** What the edge of a column is called, before the name of the column, and how it is used. */
  readonly label: string;
  readonly hint: string;
  /** By column. **Units:** CSS pixels; null for the usual width. */
  readonly onChoose: (widths: Readonly<Record<string, number | null>>) => void;
}

/** The custom property that has the width of a column, once somebody has chosen it. */
export const widthProperty = (column: string): `--${string}` => `--width-${column}`;

/** A column that takes the room of a large display may be wider already than anybody can make it. */
export const boundWidth = (width: number, present = 0): number =>
  Math.round(Math.min(Math.max(WIDEST, present), Math.max(NARROWEST, width)));

const BOX = '1.5rem';

const tracks = <Row>(columns: readonly GridColumn<Row>[], hasBoxes: boolean): string =>
  [
    ...(hasBoxes ? [BOX] : []),
    ...columns.map(({ id, width = { least: '0px', most: '1fr' } }) => {
      const { least, most } = width;
      return `var(${widthProperty(id)}, minmax(${least}, ${most}))`;
    }),
  ].join(' ');

/** What the columns take at least. In a narrower list they scroll sideways rather than cover each other. */
const least = <Row>(columns: readonly GridColumn<Row>[], hasBoxes: boolean): string =>
  [
    ...(hasBoxes ? [BOX] : []),
    ...columns.map(({ id, width }) => `var(${widthProperty(id)}, ${width?.least ?? '0px'})`),
    `${columns.length + (hasBoxes ? 0 : -1)} * var(--column-gap, 0px)`,
    '2 * var(--row-edge, var(--space-6))',
  ].join(' + ');

/** Where columns that make way for others are left out, and where there is room for all. */
export const columnProperties = <Row>(
  columns: readonly GridColumn<Row>[],
  hasBoxes: boolean,
  chosen: ColumnWidths,
): CSSProperties => {
  const narrow = columns.filter(({ wideOnly = false }) => !wideOnly);
  const properties: Record<`--${string}`, string> = {
    '--columns-wide': tracks(columns, hasBoxes),
    '--columns-narrow': tracks(narrow, hasBoxes),
    '--least-wide': `calc(${least(columns, hasBoxes)})`,
    '--least-narrow': `calc(${least(narrow, hasBoxes)})`,
  };
  for (const [column, width] of Object.entries(chosen))
    properties[widthProperty(column)] = `${width}px`;
  return properties;
};
