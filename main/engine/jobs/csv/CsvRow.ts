import type { Cells } from '../../../../shared/kernel/import.ts';
import type { RawRow, RowFault } from './RowDraft.ts';

/**
 * Why a row was not read. `column` is the name in the header, or the number of a column without a
 * name; `untilLine` is there when the row goes over more than one line.
 */
export type CsvRowRefusal = { readonly untilLine?: number } & (
  | { readonly type: 'CellTooLong'; readonly column: string; readonly limit: number }
  | { readonly type: 'RowTooLong'; readonly limit: number }
  | { readonly type: 'QuoteMisplaced'; readonly column: string }
  | { readonly type: 'QuoteNotClosed'; readonly column: string; readonly openedInLine: number }
  | { readonly type: 'NulCharacter'; readonly column: string }
  | {
      readonly type: 'CellsDoNotMatchHeader';
      readonly expected: number;
      readonly found: number;
    }
);

/**
 * A row under its header; `line` is its first one. `values` are its cells in their order, with those of
 * columns without a name; there are none where they could not be told apart.
 */
export type CsvRow = { readonly line: number; readonly values: readonly string[] } & (
  | { readonly kind: 'cells'; readonly cells: Cells }
  | { readonly kind: 'refused'; readonly error: CsvRowRefusal }
);

/** Gives the cells their names. Without a prototype, since a header may well say `__proto__`. */
const toCells = (names: readonly string[], values: readonly string[]): Cells => {
  const cells = Object.create(null) as Record<string, string>;
  names.forEach((name, index) => {
    if (name !== '') cells[name] = values[index] ?? '';
  });
  return cells;
};

const refusalOf = ({ fault, found }: RawRow, names: readonly string[]): CsvRowRefusal | null => {
  const nameOf = ({ column }: Extract<RowFault, { column: number }>): string =>
    names[column - 1] || String(column);
  switch (fault?.type) {
    case undefined: {
      const expected = names.length;
      return found === expected ? null : { type: 'CellsDoNotMatchHeader', expected, found };
    }
    case 'RowTooLong':
      return fault;
    case 'CellTooLong':
    case 'QuoteMisplaced':
    case 'NulCharacter':
    case 'QuoteNotClosed':
      return { ...fault, column: nameOf(fault) };
  }
};

/** Puts a row under its header. `names` holds an empty name for a column that has none. */
export const toCsvRow = (names: readonly string[], row: RawRow): CsvRow => {
  const { line, lastLine, cells } = row;
  const refusal = refusalOf(row, names);
  const values = cells;
  if (refusal === null) return { kind: 'cells', line, values, cells: toCells(names, cells) };
  return {
    kind: 'refused',
    line,
    values,
    error: lastLine > line ? { ...refusal, untilLine: lastLine } : refusal,
  };
};
