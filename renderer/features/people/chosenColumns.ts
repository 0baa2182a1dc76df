/** The columns that may be left out, in their usual order. The name is always there, and first. */
export const choosableColumns = [
  'reference',
  'phone',
  'limit',
  'balance',
  'available',
  'last-entry',
] as const;
export type ChoosableColumn = (typeof choosableColumns)[number];

/** Before anybody has chosen. Some of them make way where the window is narrow. */
export const usualColumns: readonly ChoosableColumn[] = [
  'reference',
  'phone',
  'balance',
  'available',
  'last-entry',
];

const isChoosable = (text: string): text is ChoosableColumn =>
  (choosableColumns as readonly string[]).includes(text);

/** Columns as an address and the preferences write them, in the order in which they stand. **Shape:** `name.balance.last-entry`. */
export const columnsText = (columns: readonly ChoosableColumn[]): string =>
  ['name', ...columns].join('.');

/** What is no column of today's is left out. */
export const readColumns = (text: string): readonly ChoosableColumn[] =>
  [...new Set(text.split('.'))].filter(isChoosable);

/** Whether a text speaks of columns at all. */
export const namesColumns = (text: string): boolean =>
  text.split('.').includes('name') || readColumns(text).length > 0;

/** All columns in an order that has the chosen ones in theirs; each other stands behind its usual neighbour. */
export const allInOrder = (chosen: readonly ChoosableColumn[]): readonly ChoosableColumn[] =>
  choosableColumns.reduce<readonly ChoosableColumn[]>((order, column, at) => {
    if (order.includes(column)) return order;
    const neighbour = choosableColumns[at - 1];
    const place = neighbour === undefined ? 0 : order.indexOf(neighbour) + 1;
    return order.toSpliced(place, 0, column);
  }, chosen);

/** The same order with one column a place further to the front or the back, as far as it goes. */
export const moveColumn = (
  order: readonly ChoosableColumn[],
  column: ChoosableColumn,
  by: -1 | 1,
): readonly ChoosableColumn[] => {
  const at = order.indexOf(column);
  const to = at + by;
  if (at < 0 || to < 0 || to >= order.length) return order;
  return order.toSpliced(at, 1).toSpliced(to, 0, column);
};
