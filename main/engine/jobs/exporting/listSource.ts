import {
  currencyExponent,
  formatDecimalAmount,
  type Money,
} from '../../../../shared/kernel/money.ts';
import type { ExportColumn, ExportOrder } from '../../../../shared/protocol/exporting.ts';
import { guardCell } from '../csv/formulaGuard.ts';
import { byteOrderMark, writeCsvRow } from '../csv/writeCsvRow.ts';
import type { ExportSource } from './ExportSource.ts';
import type { AskPages } from './pages.ts';

type ListOrder = Extract<ExportOrder, { readonly what: 'list' }>;

type Row = Readonly<Record<string, unknown>>;

const isMoney = (value: unknown): value is Money =>
  typeof value === 'object' &&
  value !== null &&
  'minor' in value &&
  'currency' in value &&
  typeof value.minor === 'number' &&
  typeof value.currency === 'string' &&
  currencyExponent(value.currency) >= 0;

/** Fields of this name hold milliseconds since 1970 UTC, see `docs/command-line.md`. */
const isInstant = (field: string): boolean => field.endsWith('At');

const nothing = (row: Row, { erased = '', missing = '' }: ExportColumn): string =>
  row['erased'] === true ? erased : missing;

/** A cell for people and spreadsheets: amounts as plain numbers, days and times as ISO 8601. */
const cellOf = (row: Row, column: ExportColumn, { yes, no }: ListOrder): string => {
  const value = row[column.field];
  if (value === null || value === undefined) return guardCell(nothing(row, column));
  if (typeof value === 'boolean') return guardCell(value ? yes : no);
  if (typeof value === 'number')
    return isInstant(column.field) ? new Date(value).toISOString() : String(value);
  if (typeof value === 'string') return guardCell(value);
  return isMoney(value) ? formatDecimalAmount(value) : guardCell(JSON.stringify(value));
};

const isWanted = ({ rows }: ListOrder): ((row: Row) => boolean) => {
  if (rows === undefined) return () => true;
  const values = new Set(rows.values);
  const isOnly = rows.keep === 'only';
  return (row) => values.has(String(row[rows.field])) === isOnly;
};

/** The rows of a view as CSV, a heading above. */
export const listSource = (order: ListOrder, ask: AskPages, total: number): ExportSource => {
  const { position, next, isStale } = ask(order.view, order.input);
  const wants = isWanted(order);
  let written = 0;
  let read = 0;
  let hasHead = false;
  return {
    position,
    isStale,
    next: () => {
      if (!hasHead) {
        hasHead = true;
        return byteOrderMark + writeCsvRow(order.columns.map(({ heading }) => guardCell(heading)));
      }
      const rows = next();
      if (rows === null) return null;
      read += rows.length;
      const wanted = (rows as readonly Row[]).filter(wants);
      written += wanted.length;
      return wanted
        .map((row) => writeCsvRow(order.columns.map((column) => cellOf(row, column, order))))
        .join('');
    },
    progress: () => ({ done: read, total: Math.max(total, read) }),
    written: () => written,
    leftOut: () => 0,
  };
};
