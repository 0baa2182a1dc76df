/** A column of a read model. Only what SQLite's STRICT tables know; dates are text, money is minor units. */
export interface Column<Value = unknown> {
  readonly type: 'TEXT' | 'INTEGER';
  readonly nullable: boolean;
  /** Never present at run time: carries the TypeScript type of the column. */
  readonly value?: Value;
}

export const text: Column<string> = { type: 'TEXT', nullable: false };
export const textOrNull: Column<string | null> = { type: 'TEXT', nullable: true };
export const integer: Column<number> = { type: 'INTEGER', nullable: false };
export const integerOrNull: Column<number | null> = { type: 'INTEGER', nullable: true };

export type Columns = Readonly<Record<string, Column>>;

export type RowOf<TableColumns extends Columns> = {
  readonly [Name in keyof TableColumns]: TableColumns[Name] extends Column<infer Value>
    ? Value
    : never;
};

/**
 * A table of a read model. Its rows are made from one stream each and can be made again at any time.
 *
 * **Shape:** the first column of `key` holds the stream's id, so that the rows of a stream can be found
 * and replaced together.
 */
export interface Table<TableColumns extends Columns = Columns> {
  readonly name: string;
  readonly columns: TableColumns;
  readonly key: readonly string[];
  /** Columns computed by SQLite from others, as SQL expressions. **Units:** integers. */
  readonly computed?: Readonly<Record<string, string>>;
  /**
   * Lists of columns, or of computed ones, to search by. In a private index the first one is there while
   * names come in; the others follow when all are there.
   */
  readonly indexes?: readonly (readonly string[])[];
  /**
   * Computed columns to search by that are null in most rows. Only the others stand in the index, so that a
   * change of an ordinary row leaves it alone.
   */
  readonly sparseIndexes?: readonly string[];
  /** What all rows together add up to, in tables that SQLite keeps true with every row. */
  readonly sums?: readonly Sums[];
}

/**
 * Sums over the rows of a table, a row for each value of a column. Rows are made from one stream each and
 * know nothing of each other; these go across all of them, and yet are no more than a function of the rows.
 *
 * **Source:** docs/decisions/0013-sums-by-day-are-kept-beside-the-rows.md
 */
export interface Sums {
  /** Of the table of sums. */
  readonly name: string;
  /** A text column of the table, and the key of the sums. */
  readonly by: string;
  /** Columns of integers, computed ones too, that are added up under the same names; `rows` counts. */
  readonly of: readonly string[];
}

/** Declares a table; this is where TypeScript checks that the key names its columns. */
export const defineTable = <const TableColumns extends Columns>(
  table: Table<TableColumns> & { readonly key: readonly (keyof TableColumns & string)[] },
): Table<TableColumns> => table;

/** What an event does to rows of its own stream. */
export type RowChange =
  | {
      readonly do: 'insert';
      readonly table: string;
      readonly row: Readonly<Record<string, unknown>>;
    }
  | {
      readonly do: 'update';
      readonly table: string;
      readonly key: readonly unknown[];
      readonly change: (row: never) => Readonly<Record<string, unknown>>;
    }
  | { readonly do: 'remove'; readonly table: string; readonly key: readonly unknown[] };

/** A row comes into being. Its key must be free. */
export const insertRow = <TableColumns extends Columns>(
  table: Table<TableColumns>,
  row: RowOf<TableColumns>,
): RowChange => ({ do: 'insert', table: table.name, row });

/** A row that must be there changes; `change` gets it whole and gives the columns that are new. */
export const updateRow = <TableColumns extends Columns>(
  table: Table<TableColumns>,
  key: readonly unknown[],
  change: (row: RowOf<TableColumns>) => Partial<RowOf<TableColumns>>,
): RowChange => ({ do: 'update', table: table.name, key, change });

/** A row that must be there goes. */
export const removeRow = (table: Table, key: readonly unknown[]): RowChange => ({
  do: 'remove',
  table: table.name,
  key,
});
