import { NARROWEST, type ColumnWidths } from '../ui/columnWidths.ts';

/** The widths of all lists, by list and column. **Units:** CSS pixels. */
export type Widths = ColumnWidths;

/** More than all lists have columns: what is beyond is none of ours, and would hold each list up. */
const MOST_WIDTHS = 100;

/** **Shape:** `list.column`. */
const nameShape = /^[a-zA-Z-]{1,30}\.[a-zA-Z-]{1,30}$/u;

/** Far beyond any display. **Units:** CSS pixels. */
const WIDEST_STORED = 10_000;

/** What is stored of widths, but for those that can be none. The latest stand last. */
export const readWidths = (stored: unknown): Widths =>
  typeof stored !== 'object' || stored === null
    ? {}
    : Object.fromEntries(
        Object.entries(stored)
          .filter(
            (each): each is [string, number] =>
              nameShape.test(each[0]) &&
              typeof each[1] === 'number' &&
              each[1] >= NARROWEST &&
              each[1] <= WIDEST_STORED,
          )
          .slice(-MOST_WIDTHS),
      );

const isOf = (list: string, name: string): boolean => name.startsWith(`${list}.`);

/** The widths of one list, by column. */
export const chosenWidths = (widths: Widths, list: string): ColumnWidths =>
  Object.fromEntries(
    Object.entries(widths)
      .filter(([name]) => isOf(list, name))
      .map(([name, width]) => [name.slice(list.length + 1), width]),
  );

/** With other widths of some columns; null takes one away. */
export const withWidths = (
  widths: Widths,
  list: string,
  changed: Readonly<Record<string, number | null>>,
): Widths => {
  const next: Record<string, number> = { ...widths };
  for (const [column, width] of Object.entries(changed)) {
    const name = `${list}.${column}`;
    // The latest stand last.
    delete next[name];
    if (width !== null) next[name] = width;
  }
  return next;
};

export const withoutWidths = (widths: Widths, list: string): Widths =>
  Object.fromEntries(Object.entries(widths).filter(([name]) => !isOf(list, name)));
