import type { SqlValue } from '../../../shared/kernel/sql.ts';
import type { AnyRecord } from '../../../shared/kernel/record.ts';
import type { Table } from '../../../shared/kernel/table.ts';
import type { Finding } from '../../../shared/protocol.ts';
import { streamIdOf, streamName } from '../eventlog/EventCatalog.ts';
import type { StoredEvent, StreamCursor } from '../eventlog/EventLog.ts';
import { changesOf, type ProjectionContext } from './Projector.ts';
import { inCanonicalOrder } from './readStreamInOrder.ts';
import { createRowWriter } from './RowWriter.ts';
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

/** Compares the rows of every stream, and looks for rows that belong to no stream. */
export const createRowComparison = (context: ProjectionContext): RowComparison => {
  const { log, state, catalog } = context;
  const waiting: AnyRecord[] = [...catalog.records];
  const findings: Finding[] = [];
  /** Tables whose rows have not been asked yet what stream they are of. */
  let unasked: Table[] = [];
  let asked = '';
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
        writer.apply(changesOf(record, decoded.event));
      } catch {
        // The running rows left this event out as well, and it is shown among the withheld ones.
      }
    }
    open = [];
    const expected = writer.collected();
    for (const table of record.projection.tables) {
      const rows = expected.get(table.name) ?? [];
      const found = state
        .read<Row>(`SELECT * FROM ${tableName(table, main)} WHERE ${streamColumn(table)} = ?`)
        .all(streamIdOf(first.stream));
      if (inOneOrder(found, table) !== inOneOrder(rows, table))
        differ(table, `rows of ${first.stream} are not what its events say`);
    }
  };

  /**
   * Looks for rows whose stream is not in the log. Counting them against the log would not do: commands
   * go on meanwhile, and write to streams that have been compared.
   */
  const askPage = (record: AnyRecord, table: Table): void => {
    const id = streamColumn(table);
    const ids = state
      .read<{ id: string }>(
        `SELECT DISTINCT ${id} AS id FROM ${tableName(table, main)} WHERE ${id} > ? ORDER BY ${id} LIMIT ?`,
      )
      .all(asked, PAGE)
      .map((row) => row.id);
    for (const streamId of ids)
      if (log.streamVersion(streamName(record, streamId)) === 0)
        differ(table, `rows of ${streamId}, which is no stream`);
    asked = ids.at(-1) ?? '';
    if (ids.length === PAGE) return;
    asked = '';
    unasked.shift();
    if (unasked.length === 0) waiting.shift();
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
    cursor = null;
    unasked = [...record.projection.tables];
    if (unasked.length === 0) waiting.shift();
  };

  return {
    step: (milliseconds) => {
      const until = context.nowMs() + milliseconds;
      for (;;) {
        const [record] = waiting;
        if (!record) return 'done';
        if (context.nowMs() >= until) return 'more';
        const [table] = unasked;
        if (table) askPage(record, table);
        else readPage(record);
      }
    },
    done: () => events,
    findings: () => findings,
  };
};
