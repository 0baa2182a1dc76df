import type { LocalDate } from '../kernel/local-date.ts';
import type { Money } from '../kernel/money.ts';
import type { SqlRow } from '../kernel/view.ts';

/** Reads columns of a row by what the SQL of the same view says they are. Anything else is a bug. */
const wrong = (column: string, expected: string): never => {
  throw new Error(`column ${column} is not ${expected}`);
};

export const textIn = (row: SqlRow, column: string): string => {
  const value = row[column];
  return typeof value === 'string' ? value : wrong(column, 'text');
};

export const textOrNullIn = (row: SqlRow, column: string): string | null =>
  row[column] === null ? null : textIn(row, column);

export const numberIn = (row: SqlRow, column: string): number => {
  const value = row[column];
  return typeof value === 'number' ? value : wrong(column, 'a number');
};

export const numberOrNullIn = (row: SqlRow, column: string): number | null =>
  row[column] === null ? null : numberIn(row, column);

export const flagIn = (row: SqlRow, column: string): boolean => numberIn(row, column) !== 0;

export const dateOrNullIn = (row: SqlRow, column: string): LocalDate | null =>
  textOrNullIn(row, column) as LocalDate | null;

/** **Units:** the column holds minor units of the daybook's currency. */
export const moneyIn = (row: SqlRow, column: string, currency: string): Money => ({
  currency,
  minor: numberIn(row, column),
});

export const moneyOrNullIn = (row: SqlRow, column: string, currency: string): Money | null =>
  row[column] === null ? null : moneyIn(row, column, currency);
