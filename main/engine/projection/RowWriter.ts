import type { SqlValue } from '../../../shared/kernel/sql.ts';
import type { Column, RowChange, Table } from '../../../shared/kernel/table.ts';
import type { ReadStatement, WriteHandle, WriteStatement } from '../sqlite/handle.ts';
import { streamColumn, tableName, type TablePlace } from './tableSql.ts';

type Row = Readonly<Record<string, SqlValue>>;

/** A change that rows do not allow: an insert over a row that is there, an update of one that is not. */
export class RowChangeImpossible extends Error {
  override readonly name = 'RowChangeImpossible';
}

/**
 * Collects changes to rows and writes each row once, however often it changed. One event is taken
 * whole or not at all.
 */
export interface RowWriter {
  /** Takes the changes of one event. **Errors:** throws `RowChangeImpossible`, and then has taken none of them. */
  readonly apply: (changes: readonly RowChange[]) => void;
  /** Forgets what was collected for a stream and deletes its rows. */
  readonly clearStream: (streamId: string) => void;
  /**
   * Writes what was collected. The caller holds the transaction. A writer of fresh tables, which looks
   * nothing up, has to be told when the stream in hand goes on: its earlier rows are then looked up.
   */
  readonly flush: (streamGoesOn?: boolean) => void;
  /** Forgets what was collected, after a transaction that was rolled back. */
  readonly discard: () => void;
  /** The rows of one stream as they would be after `flush`, for comparing; tables in their order. */
  readonly collected: () => ReadonlyMap<string, readonly Row[]>;
}

interface Slot {
  row: Row | null;
  /** Whether the row is in the database as well. */
  readonly stored: boolean;
  dirty: boolean;
}

interface TableWriter {
  readonly table: Table;
  readonly slots: Map<string, Slot>;
  readonly select: ReadStatement<Row>;
  readonly insert: WriteStatement;
  /** Inserts `ROWS_AT_ONCE` rows. */
  readonly insertMany: WriteStatement;
  readonly update: WriteStatement | null;
  readonly remove: WriteStatement;
  readonly clear: WriteStatement;
  readonly columns: readonly string[];
  readonly described: readonly (readonly [string, Column])[];
  readonly others: readonly string[];
}

/** Rows that a statement takes at once: measured, more bring little. */
const ROWS_AT_ONCE = 8;

const tableWriter = (handle: WriteHandle, table: Table, place: TablePlace): TableWriter => {
  const name = tableName(table, place);
  const columns = Object.keys(table.columns);
  const others = columns.filter((column) => !table.key.includes(column));
  const where = table.key.map((column) => `${column} = ?`).join(' AND ');
  const insertOf = (rows: number): WriteStatement => {
    const row = `(${columns.map(() => '?').join(', ')})`;
    return handle.write(
      `INSERT INTO ${name} (${columns.join(', ')}) VALUES ${Array<string>(rows).fill(row).join(', ')}`,
    );
  };
  return {
    table,
    slots: new Map(),
    columns,
    described: Object.entries(table.columns),
    others,
    select: handle.read<Row>(`SELECT ${columns.join(', ')} FROM ${name} WHERE ${where}`),
    insert: insertOf(1),
    insertMany: insertOf(ROWS_AT_ONCE),
    update:
      others.length === 0
        ? null
        : handle.write(
            `UPDATE ${name} SET ${others.map((column) => `${column} = ?`).join(', ')} WHERE ${where}`,
          ),
    remove: handle.write(`DELETE FROM ${name} WHERE ${where}`),
    clear: handle.write(`DELETE FROM ${name} WHERE ${streamColumn(table)} = ?`),
  };
};

const valueOf = (row: Row, column: string): SqlValue => row[column] ?? null;

const slotKey = (key: readonly unknown[]): string =>
  key.length === 1 ? String(key[0]) : key.join('\u0000');

const assertChanged = (changed: number, rows: number, what: string, table: Table): void => {
  if (changed !== rows)
    throw new Error(`${what} in ${table.name} changed ${changed} rows, not ${rows}`);
};

const insertRows = (
  { table, columns, insert, insertMany }: TableWriter,
  rows: readonly Row[],
): void => {
  const valuesOf = (some: readonly Row[]): SqlValue[] => {
    const values: SqlValue[] = [];
    for (const row of some) for (const column of columns) values.push(valueOf(row, column));
    return values;
  };
  let next = 0;
  for (; next + ROWS_AT_ONCE <= rows.length; next += ROWS_AT_ONCE) {
    const changed = insertMany.run(...valuesOf(rows.slice(next, next + ROWS_AT_ONCE)));
    assertChanged(changed, ROWS_AT_ONCE, 'an insert', table);
  }
  for (const row of rows.slice(next))
    assertChanged(insert.run(...valuesOf([row])), 1, 'an insert', table);
};

const flushTable = (writer: TableWriter): void => {
  const { table, slots, others } = writer;
  const keyOf = (row: Row): SqlValue[] => table.key.map((column) => valueOf(row, column));
  const inserted: Row[] = [];
  for (const [key, { row, stored, dirty }] of slots) {
    if (!dirty) continue;
    if (row === null) {
      if (stored) assertChanged(writer.remove.run(...key.split('\u0000')), 1, 'a delete', table);
    } else if (!stored) {
      inserted.push(row);
    } else if (writer.update) {
      const values = others.map((column) => valueOf(row, column));
      assertChanged(writer.update.run(...values, ...keyOf(row)), 1, 'an update', table);
    }
  }
  insertRows(writer, inserted);
  slots.clear();
};

/**
 * Makes a writer for the rows of some tables. `fresh` promises that a stream's rows are not there yet
 * and that streams come one after the other, as in a rebuild; it then looks nothing up.
 */
export const createRowWriter = (
  handle: WriteHandle,
  tables: readonly Table[],
  place: TablePlace,
  fresh: boolean,
): RowWriter => {
  let lookUp = !fresh;
  const writers = new Map(tables.map((table) => [table.name, tableWriter(handle, table, place)]));

  const writerOf = (name: string): TableWriter => {
    const writer = writers.get(name);
    if (!writer) throw new RowChangeImpossible(`no table ${name} in this projection`);
    return writer;
  };

  const load = (writer: TableWriter, key: readonly unknown[]): Slot => {
    const name = slotKey(key);
    const known = writer.slots.get(name);
    if (known) return known;
    const row = lookUp ? (writer.select.get(...(key as readonly SqlValue[])) ?? null) : null;
    const slot = { row, stored: row !== null, dirty: false };
    writer.slots.set(name, slot);
    return slot;
  };

  /** STRICT tables would refuse it too, but only at the flush, where nobody knows which event it was. */
  const assertRow = (row: Row, { table, described }: TableWriter): Row => {
    for (const [name, { type, nullable }] of described) {
      const value = row[name];
      const fits =
        value === null
          ? nullable
          : type === 'TEXT'
            ? typeof value === 'string'
            : Number.isSafeInteger(value);
      if (!fits) throw new RowChangeImpossible(`${table.name}.${name} cannot be ${typeof value}`);
    }
    return row;
  };

  /** The row after one change; throws when the change does not fit the row. */
  const changed = (change: RowChange, before: Row | null, writer: TableWriter): Row | null => {
    if ((change.do === 'insert') !== (before === null))
      throw new RowChangeImpossible(
        `${change.do} in ${change.table}: the row is ${before === null ? 'not there' : 'there already'}`,
      );
    switch (change.do) {
      case 'insert':
        return assertRow(change.row as Row, writer);
      case 'update':
        return assertRow({ ...before, ...(change.change(before as never) as Row) }, writer);
      case 'remove':
        return null;
    }
  };

  const keyOfChange = (change: RowChange, table: Table): readonly unknown[] =>
    change.do === 'insert' ? table.key.map((column) => change.row[column]) : change.key;

  return {
    apply: (changes) => {
      const undo: (() => void)[] = [];
      try {
        for (const change of changes) {
          const writer = writerOf(change.table);
          const slot = load(writer, keyOfChange(change, writer.table));
          const { row, dirty } = slot;
          const after = changed(change, row, writer);
          undo.push(() => {
            slot.row = row;
            slot.dirty = dirty;
          });
          slot.row = after;
          slot.dirty = true;
        }
      } catch (cause) {
        for (const step of undo.toReversed()) step();
        throw cause;
      }
    },
    clearStream: (streamId) => {
      for (const writer of writers.values()) {
        flushTable(writer);
        writer.clear.run(streamId);
      }
    },
    flush: (streamGoesOn = false) => {
      writers.forEach(flushTable);
      lookUp = !fresh || streamGoesOn;
    },
    discard: () => writers.forEach(({ slots }) => slots.clear()),
    collected: () =>
      new Map(
        [...writers].map(([name, { slots }]) => [
          name,
          [...slots.values()].flatMap(({ row }) => (row === null ? [] : [row])),
        ]),
      ),
  };
};
