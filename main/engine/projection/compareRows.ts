import type { SqlValue } from '../../../shared/kernel/sql.ts';
import type { AnyRecord } from '../../../shared/kernel/record.ts';
import type { RowChange, Table } from '../../../shared/kernel/table.ts';
import type { Finding } from '../../../shared/protocol.ts';
import { streamIdOf } from '../eventlog/EventCatalog.ts';
import type { StoredEvent, StreamCursor } from '../eventlog/EventLog.ts';
import type { ProjectionContext } from './Projector.ts';
import { inCanonicalOrder } from './readStreamInOrder.ts';
import { createRowWriter, RowChangeImpossible } from './RowWriter.ts';
import { streamColumn, tableName } from './tableSql.ts';

/** Rows being held against what the log says they should be, one stream after the other. */
export interface RowComparison {
  readonly step: (milliseconds: number) => 'more' | 'done';
  readonly done: () => number;
  readonly findings: () => readonly Finding[];
}

const PAGE = 500;
const main = { schema: 'main', suffix: '', generation: 0 } as const;

type Row = Readonly<Record<string, SqlValue>>;

const inOneOrder = (rows: readonly Row[], { columns }: Table): string =>
  rows
    .map((row) => JSON.stringify(Object.keys(columns).map((name) => row[name] ?? null)))
    .toSorted()
    .join('\n');

/** Compares the rows of every stream, and counts rows that belong to no stream. */
export const createRowComparison = (context: ProjectionContext): RowComparison => {
  const { log, state, catalog } = context;
  const waiting: AnyRecord[] = [...catalog.records];
  const findings: Finding[] = [];
  const counts = new Map<string, number>();
  let cursor: StreamCursor | null = null;
  let open: StoredEvent[] = [];
  let events = 0;

  const differ = (table: Table, detail: string): void => {
    findings.push({ type: 'RowsDiffer', detail: `${table.name}: ${detail}` });
  };

  const compareStream = (record: AnyRecord): void => {
    const [first] = open;
    if (!first) return;
    const writer = createRowWriter(state, record.projection.tables, main, true);
    for (const { decoded } of inCanonicalOrder(open, catalog, log.daybook.currency)) {
      if (decoded.type !== 'known') continue;
      try {
        const on = record.projection.on as Readonly<
          Record<string, (event: object) => readonly RowChange[]>
        >;
        writer.apply(on[decoded.event.type]?.(decoded.event) ?? []);
      } catch (cause) {
        // The running rows left this event out as well, and it is shown among the withheld ones.
        if (!(cause instanceof RowChangeImpossible)) throw cause;
      }
    }
    open = [];
    const expected = writer.collected();
    for (const table of record.projection.tables) {
      const rows = expected.get(table.name) ?? [];
      counts.set(table.name, (counts.get(table.name) ?? 0) + rows.length);
      const found = state
        .read<Row>(`SELECT * FROM ${tableName(table, main)} WHERE ${streamColumn(table)} = ?`)
        .all(streamIdOf(first.stream));
      if (inOneOrder(found, table) !== inOneOrder(rows, table))
        differ(table, `rows of ${first.stream} are not what its events say`);
    }
  };

  const countAll = (record: AnyRecord): void => {
    for (const table of record.projection.tables) {
      const { n = 0 } =
        state.read<{ n: number }>(`SELECT count(*) AS n FROM ${tableName(table, main)}`).get() ??
        {};
      const expected = counts.get(table.name) ?? 0;
      if (n > expected) differ(table, `${n - expected} rows belong to no stream`);
    }
  };

  const readPage = (record: AnyRecord): void => {
    const page = log.readByStream(`${record.name}-`, cursor, log.position(), PAGE);
    for (const event of page) {
      if (catalog.recordOfStream(event.stream) !== record) continue;
      if (open[0] && open[0].stream !== event.stream) compareStream(record);
      open.push(event);
    }
    events += page.length;
    const last = page.at(-1);
    if (last && page.length === PAGE) {
      cursor = { stream: last.stream, version: last.version };
      return;
    }
    compareStream(record);
    countAll(record);
    waiting.shift();
    cursor = null;
  };

  return {
    step: (milliseconds) => {
      const until = context.nowMs() + milliseconds;
      for (;;) {
        const [record] = waiting;
        if (!record) return 'done';
        if (context.nowMs() >= until) return 'more';
        readPage(record);
      }
    },
    done: () => events,
    findings: () => findings,
  };
};
