import type { SqlValue } from '../../../shared/kernel/sql.ts';

/** A prepared statement that only reads. */
export interface ReadStatement<Row> {
  readonly all: (...values: readonly SqlValue[]) => Row[];
  readonly get: (...values: readonly SqlValue[]) => Row | undefined;
}

/** A prepared statement that writes. Gives the number of rows it changed, for the caller to assert. */
export interface WriteStatement {
  readonly run: (...values: readonly SqlValue[]) => number;
}

/** A database one may read. Whoever holds only this cannot write: it is another type, not a promise. */
export interface ReadHandle {
  /**
   * Prepares once and caches by text. In a query with an order, compare with `= +?` and write `LIMIT +?`:
   * SQLite plans a query anew at each run, to look at the value, where a bare `?` could change the plan,
   * and that takes several times as long as to seek a row.
   */
  readonly read: <Row = Record<string, SqlValue>>(text: string) => ReadStatement<Row>;
}

/** A database one may write. */
export interface WriteHandle extends ReadHandle {
  /** Prepares once and caches by text. */
  readonly write: (text: string) => WriteStatement;
  /** Runs statements that cannot be prepared: schema and transaction control. */
  readonly execute: (text: string) => void;
  /** Runs `work` in one IMMEDIATE transaction; whatever it throws rolls everything back. */
  readonly transaction: <Value>(work: () => Value) => Value;
}
