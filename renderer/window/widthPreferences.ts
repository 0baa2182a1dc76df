import type { ColumnWidths } from '../ui/columnWidths.ts';
import type { Preferences } from './preferences.ts';

type Widths = Preferences['widths'];

const isOf = (list: string, name: string): boolean => name.startsWith(`${list}.`);

/** The widths of one list, by column. */
export const chosenWidths = (widths: Widths, list: string): ColumnWidths =>
  Object.fromEntries(
    Object.entries(widths)
      .filter(([name]) => isOf(list, name))
      .map(([name, width]) => [name.slice(list.length + 1), width]),
  );

/** With another width of one column; null takes it away. **Shape:** `name` is `list.column`. */
export const withWidth = (widths: Widths, name: string, width: number | null): Widths => ({
  ...Object.fromEntries(Object.entries(widths).filter(([other]) => other !== name)),
  ...(width === null ? {} : { [name]: width }),
});

export const withoutWidths = (widths: Widths, list: string): Widths =>
  Object.fromEntries(Object.entries(widths).filter(([name]) => !isOf(list, name)));
