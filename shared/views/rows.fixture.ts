import type { AnyEvent, ClearEvent, OpenedEvent } from '../kernel/event.ts';
import type { DeviceId, EventId, MemberId } from '../kernel/ids.ts';
import type { LocalDate } from '../kernel/local-date.ts';
import type { AnyRecord } from '../kernel/record.ts';
import type { PersonalPart, SqlRow, View, ViewContext } from '../kernel/view.ts';
import type { RowChange, Table } from '../kernel/table.ts';
import { records } from '../records/registry.ts';
import { views } from './registry.ts';

/** What is used of Node's SQLite; shared code knows no Node. */
export interface Database {
  readonly exec: (text: string) => void;
  readonly prepare: (text: string) => {
    readonly all: (...values: string[]) => Record<string, unknown>[];
    readonly get: (...values: string[]) => Record<string, unknown> | undefined;
    readonly run: (...values: (string | number | null)[]) => unknown;
  };
}

const context: ViewContext = { currency: 'USD', today: '2026-11-30' as LocalDate };

const createTable = (schema: string, table: Table): string => {
  const { name, columns, key, computed, indexes = [], sparseIndexes = [], sums = [] } = table;
  return [
    `CREATE TABLE ${schema}.${name} (${[
      ...Object.entries(columns).map(
        ([column, { type, nullable }]) => `${column} ${type}${nullable ? '' : ' NOT NULL'}`,
      ),
      ...Object.entries(computed ?? {}).map(([column, sql]) => `${column} INTEGER AS (${sql})`),
      `PRIMARY KEY (${key.join(', ')})`,
    ].join(', ')}) STRICT, WITHOUT ROWID`,
    ...indexes.map(
      (columns, index) =>
        `CREATE INDEX ${schema}.${name}_${index} ON ${name} (${columns.join(', ')})`,
    ),
    ...sparseIndexes.map(
      (column) =>
        `CREATE INDEX ${schema}.${name}_${column} ON ${name} (${column}) WHERE ${column} IS NOT NULL`,
    ),
    // What the engine keeps, by its meaning.
    ...sums.map(
      ({ name: ofSums, by, of }) =>
        `CREATE VIEW ${schema}.${ofSums} AS SELECT ${by}, count(*) AS rows, ${of
          .map((column) => `sum(${column}) AS ${column}`)
          .join(', ')} FROM ${name} GROUP BY ${by}`,
    ),
  ].join(';');
};

/** The id with that number. */
export const idAt = (number: number): string =>
  `01939a5e-0000-7000-8000-${number.toString(16).padStart(12, '0')}`;

/**
 * Rows of the real records in a real SQLite, and the real views asked of them. The engine's own way of
 * writing rows, paging and opening what is sealed is tried in the engine.
 */
export const createRows = (db: Database) => {
  db.exec("ATTACH ':memory:' AS private");
  for (const { projection, privateIndex } of records) {
    for (const table of projection.tables) db.exec(createTable('main', table));
    for (const table of privateIndex?.tables ?? []) db.exec(createTable('private', table));
  }
  const ordinals = new Map<string, number>();
  const personalOf = new Map<string, object>();
  let events = 0;

  const apply = (schema: string, tables: readonly Table[], changes: readonly RowChange[]): void => {
    for (const change of changes) {
      const table = tables.find(({ name }) => name === change.table);
      if (!table) throw new Error(`no table ${change.table}`);
      const name = `${schema}.${table.name}`;
      const where = table.key.map((column) => `${column} = ?`).join(' AND ');
      const key = (change.do === 'insert' ? [] : change.key) as string[];
      const before = db.prepare(`SELECT * FROM ${name} WHERE ${where}`).get(...key);
      const row =
        change.do === 'insert'
          ? change.row
          : { ...before, ...(change.do === 'update' ? change.change(before as never) : {}) };
      if (change.do !== 'insert') db.prepare(`DELETE FROM ${name} WHERE ${where}`).run(...key);
      if (change.do === 'remove') continue;
      const columns = Object.keys(table.columns);
      db.prepare(
        `INSERT INTO ${name} (${columns.join(', ')}) VALUES (${columns.map(() => '?').join(', ')})`,
      ).run(...columns.map((column) => row[column] as string | number | null));
    }
  };

  /** Writes an event to a record and gives its id. */
  const write = (streamId: string, event: AnyEvent): string => {
    const record = records.find(({ name }) => event.type.startsWith(`${name}.`)) as AnyRecord;
    const ordinal = (ordinals.get(streamId) ?? 0) + 1;
    ordinals.set(streamId, ordinal);
    events += 1;
    const id = idAt(0x1000 + events);
    const recorded: ClearEvent<AnyEvent> = {
      type: event.type,
      data: event.data,
      id: id as EventId,
      streamId,
      ordinal,
      recordedAt: events,
      device: idAt(1) as DeviceId,
      actor: idAt(2) as MemberId,
    };
    if (event.personal) personalOf.set(id, event.personal);
    const on = record.projection.on as Record<string, (event: unknown) => readonly RowChange[]>;
    apply('main', record.projection.tables, on[event.type]?.(recorded) ?? []);
    const opened: OpenedEvent<AnyEvent> = {
      ...recorded,
      personal: event.personal ?? null,
    };
    const privately = (record.privateIndex?.on ?? {}) as typeof on;
    apply('private', record.privateIndex?.tables ?? [], privately[event.type]?.(opened) ?? []);
    return id;
  };

  const statementOf = (name: string, raw: object) => {
    const view = (views as readonly View[]).find((one) => one.name === name);
    if (view?.kind !== 'rows') throw new Error(`no rows in ${name}`);
    const input = view.input.parse(raw) as object;
    const { text, values } = view.query(input, context);
    const order = view
      .order(input)
      .map(({ column, direction }) => `${column} ${direction === 'ascending' ? 'ASC' : 'DESC'}`);
    return {
      view,
      text: `SELECT * FROM (${text}) WHERE 1 ORDER BY ${order.join(', ')} LIMIT 200`,
      values: values as string[],
    };
  };

  const partOf = (eventId: string): PersonalPart => {
    const personal = personalOf.get(eventId);
    return personal ? { type: 'opened', personal: { ...personal } } : { type: 'none' };
  };

  const ask = (name: string, input: object): readonly object[] => {
    const { view, text, values } = statementOf(name, input);
    const rows = db.prepare(text).all(...values) as SqlRow[];
    return rows.map(
      (row) => view.row(row, context, partOf(String(row[view.sealedIn ?? '']))) as object,
    );
  };

  /** How SQLite goes about it. */
  const plan = (name: string, input: object): string => {
    const { text, values } = statementOf(name, input);
    return db
      .prepare(`EXPLAIN QUERY PLAN ${text}`)
      .all(...values)
      .map(({ detail }) => String(detail))
      .join('\n');
  };

  return { write, ask, plan };
};
