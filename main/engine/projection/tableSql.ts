import { createHash } from 'node:crypto';
import type { Sums, Table } from '../../../shared/kernel/table.ts';

/** A table's place: in which attached database it stands, and what is put after its name while it is built or cleared. */
export interface TablePlace {
  readonly schema: 'main' | 'private';
  readonly suffix: '' | '__next' | '__old';
  /** Raised with each rebuild: SQLite renames no index along with its table, so each gets a new name. */
  readonly generation: number;
}

const identifier = (name: string): string => {
  if (!/^[a-z][a-z0-9_]*$/.test(name)) throw new Error(`${name} is no name for SQL`);
  return name;
};

/** A table's full name in SQL. */
export const tableName = (table: Pick<Table, 'name'>, place: TablePlace): string =>
  `${place.schema}."${identifier(table.name)}${place.suffix}"`;

/** A table and those of its sums: what comes, goes and is renamed together. */
export const withSums = (table: Table): readonly Pick<Table, 'name'>[] => [
  table,
  ...(table.sums ?? []),
];

/** The column that holds the id of the stream that a row is made from. */
export const streamColumn = (table: Table): string => {
  const [first] = table.key;
  if (first === undefined) throw new Error(`${table.name} has no key`);
  return first;
};

/** The statements that create a table and its indexes. */
export const createTableSql = (table: Table, place: TablePlace): readonly string[] => {
  const columns = Object.entries(table.columns).map(
    ([name, column]) => `${identifier(name)} ${column.type}${column.nullable ? '' : ' NOT NULL'}`,
  );
  const computed = Object.entries(table.computed ?? {}).map(
    ([name, expression]) =>
      `${identifier(name)} INTEGER GENERATED ALWAYS AS (${expression}) VIRTUAL`,
  );
  const key = `PRIMARY KEY (${table.key.map(identifier).join(', ')})`;
  return [
    `CREATE TABLE ${tableName(table, place)} (${[...columns, ...computed, key].join(', ')}) STRICT, WITHOUT ROWID`,
    ...createIndexSql(table, place),
    ...(table.sums ?? []).flatMap((sums) => createSumsSql(table, sums, place)),
  ];
};

/** The table of sums, and the triggers that keep it true. A value that no row has any more has no sums. */
const createSumsSql = (table: Table, { name, by, of }: Sums, place: TablePlace) => {
  const rows = `"${identifier(table.name)}${place.suffix}"`;
  const sums = `"${identifier(name)}${place.suffix}"`;
  const key = identifier(by);
  const columns = of.map(identifier);
  const trigger = (what: 'added' | 'changed' | 'removed') =>
    `CREATE TRIGGER ${place.schema}."${name}__${what}__${place.generation}"`;
  // Not `excluded`, which means the row that is there once the table has been renamed.
  const add = `
    INSERT INTO ${sums} VALUES (${[`NEW.${key}`, '1', ...columns.map((column) => `NEW.${column}`)].join(', ')})
    ON CONFLICT (${key}) DO UPDATE SET ${['rows = rows + 1', ...columns.map((column) => `${column} = ${column} + NEW.${column}`)].join(', ')};`;
  const subtract = `
    UPDATE ${sums} SET ${['rows = rows - 1', ...columns.map((column) => `${column} = ${column} - OLD.${column}`)].join(', ')}
    WHERE ${key} = OLD.${key};
    DELETE FROM ${sums} WHERE ${key} = OLD.${key} AND rows = 0;`;
  const differs = [key, ...columns]
    .map((column) => `OLD.${column} IS NOT NEW.${column}`)
    .join(' OR ');
  return [
    `CREATE TABLE ${tableName({ name }, place)} (${[
      `${key} TEXT NOT NULL`,
      ...['rows', ...columns].map((column) => `${column} INTEGER NOT NULL`),
      `PRIMARY KEY (${key})`,
    ].join(', ')}) STRICT, WITHOUT ROWID`,
    `${trigger('added')} AFTER INSERT ON ${rows} BEGIN${add} END`,
    `${trigger('removed')} AFTER DELETE ON ${rows} BEGIN${subtract} END`,
    `${trigger('changed')} AFTER UPDATE ON ${rows} WHEN ${differs} BEGIN${subtract}${add} END`,
  ];
};

const createIndexSql = (table: Table, place: TablePlace): readonly string[] => {
  const sparse = (table.sparseIndexes ?? []).map((column) => ({
    columns: [column],
    condition: ` WHERE ${identifier(column)} IS NOT NULL`,
  }));
  const full = (table.indexes ?? []).map((columns) => ({ columns, condition: '' }));
  return [...full, ...sparse].map(
    ({ columns, condition }, index) =>
      `CREATE INDEX ${place.schema}."${table.name}__${index}__${place.generation}" ` +
      `ON "${table.name}${place.suffix}" (${columns.map(identifier).join(', ')})${condition}`,
  );
};

/** Changes whenever rows of these tables would have another shape. */
export const shapeOf = (tables: readonly Table[]): string =>
  createHash('sha256')
    .update(
      tables
        .flatMap((table) => createTableSql(table, { schema: 'main', suffix: '', generation: 0 }))
        .join(';'),
    )
    .digest('hex')
    .slice(0, 32);
