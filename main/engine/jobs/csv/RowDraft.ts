/** What one row may hold, so that no file can fill the memory. **Units:** UTF-16 units. */
export const MAX_CELL = 65_536;
export const MAX_ROW = 1_048_576;
export const MAX_COLUMNS = 1_000;

/** What is wrong with a row. `column` counts from 1. */
export type RowFault =
  | { readonly type: 'CellTooLong'; readonly column: number; readonly limit: number }
  | { readonly type: 'RowTooLong'; readonly limit: number }
  /** A quote inside a cell that is not quoted, or text behind a closing quote. */
  | { readonly type: 'QuoteMisplaced'; readonly column: number }
  /** The file ended within a quoted cell that began in `openedInLine`. */
  | { readonly type: 'QuoteNotClosed'; readonly column: number; readonly openedInLine: number }
  | { readonly type: 'NulCharacter'; readonly column: number };

/** A row as the grammar finds it, before anybody knows the header. */
export interface RawRow {
  /** The first line of the row. The first line of the file is 1. */
  readonly line: number;
  readonly lastLine: number;
  /** Empty where there is a fault, and at most `MAX_COLUMNS`. */
  readonly cells: readonly string[];
  /** How many cells there were, kept or not. */
  readonly found: number;
  readonly fault: RowFault | null;
}

/** The row being read. */
export interface RowDraft {
  readonly append: (text: string, from: number, to: number) => void;
  readonly endCell: () => void;
  /** Gives the row, which ends in `lastLine`, and begins another one. */
  readonly endRow: (lastLine: number) => RawRow;
  readonly beginInLine: (line: number) => void;
  readonly isEmpty: () => boolean;
  /** Makes the row a faulty one; the first fault stays. */
  readonly misplacedQuote: () => void;
  readonly nulCharacter: () => void;
  /** Says more than any fault before it, and takes its place. */
  readonly unclosedQuote: (openedInLine: number) => void;
}

/** Takes what the grammar finds, and keeps no more of it than the limits allow. */
export const createRowDraft = (): RowDraft => {
  let line = 1;
  let cells: string[] = [];
  let cell = '';
  let found = 0;
  let length = 0;
  let fault: RowFault | null = null;

  const become = (what: RowFault): void => {
    fault = what;
    cells = [];
    cell = '';
  };

  return {
    append: (text, from, to) => {
      if (fault !== null) return;
      length += to - from;
      if (cell.length + to - from > MAX_CELL)
        become({ type: 'CellTooLong', column: found + 1, limit: MAX_CELL });
      else if (length > MAX_ROW) become({ type: 'RowTooLong', limit: MAX_ROW });
      else cell += text.slice(from, to);
    },
    endCell: () => {
      found += 1;
      if (fault === null && found <= MAX_COLUMNS) cells.push(cell);
      cell = '';
    },
    endRow: (lastLine) => {
      const row = { line, lastLine, cells, found, fault };
      cells = [];
      found = 0;
      length = 0;
      fault = null;
      return row;
    },
    beginInLine: (next) => {
      line = next;
    },
    isEmpty: () => found === 0,
    misplacedQuote: () => {
      if (fault === null) become({ type: 'QuoteMisplaced', column: found + 1 });
    },
    nulCharacter: () => {
      if (fault === null) become({ type: 'NulCharacter', column: found + 1 });
    },
    unclosedQuote: (openedInLine) =>
      become({ type: 'QuoteNotClosed', column: found + 1, openedInLine }),
  };
};
