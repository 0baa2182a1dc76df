/** The columns that may be left out, in the order in which they stand. The name is always there. */
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

const inOrder = (chosen: readonly string[]): readonly ChoosableColumn[] =>
  choosableColumns.filter((column) => chosen.includes(column));

/** Columns as an address and the preferences write them. **Shape:** `name.balance.last-entry`. */
export const columnsText = (columns: readonly string[]): string =>
  ['name', ...inOrder(columns)].join('.');

/** What is no column of today's is left out. */
export const readColumns = (text: string): readonly ChoosableColumn[] => inOrder(text.split('.'));

/** Whether a text speaks of columns at all. */
export const namesColumns = (text: string): boolean =>
  text.split('.').includes('name') || readColumns(text).length > 0;
