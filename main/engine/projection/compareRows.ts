import { compareCanonically } from '../../../shared/kernel/hybrid-clock.ts';
import type { SqlValue } from '../../../shared/kernel/sql.ts';
import type { AnyRecord } from '../../../shared/kernel/record.ts';
import type { Table } from '../../../shared/kernel/table.ts';
import type { Finding } from '../../../shared/protocol/finding.ts';
import { decode } from '../eventlog/decode.ts';
import { streamIdOf, streamName } from '../eventlog/EventCatalog.ts';
import type { ClearStored, StreamCursor } from '../eventlog/EventLog.ts';
import { changesOf, type ProjectionContext } from './Projector.ts';
import { readStreamInOrder } from './readStreamInOrder.ts';
import { createRowWriter, type RowWriter } from './RowWriter.ts';
import { streamColumn, tableName } from './tableSql.ts';

/** Rows being held against what the log says they should be, one stream after the other. */
export interface RowComparison {
  readonly step: (milliseconds: number) => 'more' | 'done';
  readonly progress: () => { readonly done: number; readonly total: number };
  readonly findings: () => readonly Finding[];
}

const PAGE = 500;
const main = { schema: 'main', suffix: '', generation: 0 } as const;

/** A stream whose rows are being worked out. */
interface Comparing {
  readonly stream: string;
  readonly events: readonly ClearStored[];
  readonly writer: RowWriter;
  done: number;
}

type Row = Readonly<Record<string, SqlValue>>;

const inOneOrder = (rows: readonly Row[], { columns }: Table): string =>
  rows
    .map((row) => JSON.stringify(Object.keys(columns).map((name) => row[name] ?? null)))
    .toSorted()
    .join('\n');

/** Compares the rows of every stream, and looks for rows that belong to no stream. */
export const createRowComparison = (context: ProjectionContext): RowComparison => {
  const { log, state, catalog } = context;
  const total = log.position();
  const waiting: AnyRecord[] = [...catalog.records];
  const findings: Finding[] = [];
  /** Tables whose rows have not been asked yet what stream they are of. */
  let unasked: Table[] = [];
  let asked = '';
  let cursor: StreamCursor | null = null;
  let isRead = false;
  /** The stream that is being read, and those that have been. */
  let open: ClearStored[] = [];
  let ready: Comparing[] = [];
  let events = 0;

  const differ = (table: Table, detail: string): void => {
    findings.push({ type: 'RowsDiffer', detail: `${table.name}: ${detail}` });
  };

  const expect = (
    writer: RowWriter,
    record: AnyRecord,
    stored: ClearStored,
    ordinal: number,
  ): void => {
    const decoded = decode(stored, ordinal, catalog, log.daybook.currency);
    if (decoded.type !== 'known') return;
    try {
      writer.apply(changesOf(record, decoded.event));
    } catch {
      // The running rows left this event out as well, and it is shown among the withheld ones.
    }
  };

  const newWriter = (record: AnyRecord): RowWriter =>
    createRowWriter(state, record.projection.tables, main, true);

  const compareTables = (record: AnyRecord, stream: string, writer: RowWriter): void => {
    const expected = writer.collected();
    for (const table of record.projection.tables) {
      const found = state
        .read<Row>(`SELECT * FROM ${tableName(table, main)} WHERE ${streamColumn(table)} = ?`)
        .all(streamIdOf(stream));
      if (inOneOrder(found, table) !== inOneOrder(expected.get(table.name) ?? [], table))
        differ(table, `rows of ${stream} are not what its events say`);
    }
  };

  /** What the rows of a stream that has grown while it was looked at have to be, at once. */
  const expectAnew = (record: AnyRecord, stream: string): RowWriter => {
    const writer = newWriter(record);
    readStreamInOrder(log, stream, log.position(), catalog).forEach(({ stored }, index) =>
      expect(writer, record, stored, index + 1),
    );
    return writer;
  };

  /** The next part of a stream; with the last one its rows are compared. */
  const comparePart = (record: AnyRecord, comparing: Comparing): void => {
    const { stream, events: all, writer } = comparing;
    for (const stored of all.slice(comparing.done, comparing.done + PAGE)) {
      comparing.done += 1;
      expect(writer, record, stored, comparing.done);
    }
    if (comparing.done < all.length) return;
    const hasGrown = log.streamVersion(stream) !== all.length;
    compareTables(record, stream, hasGrown ? expectAnew(record, stream) : writer);
    ready = ready.slice(1);
  };

  const closeStream = (record: AnyRecord): void => {
    const [first] = open;
    if (first)
      ready.push({
        stream: first.stream,
        events: open.toSorted(compareCanonically),
        writer: newWriter(record),
        done: 0,
      });
    open = [];
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
    unasked = unasked.slice(1);
  };

  const readPage = (record: AnyRecord): void => {
    const page = log.readClearByStream(`${record.name}-`, cursor, log.position(), PAGE);
    for (const event of page) {
      if (catalog.recordOfStream(event.stream) !== record) continue;
      if (open[0] && open[0].stream !== event.stream) closeStream(record);
      open.push(event);
    }
    events += page.length;
    const last = page.at(-1);
    if (last && page.length === PAGE) {
      cursor = { stream: last.stream, version: last.version };
      return;
    }
    closeStream(record);
    cursor = null;
    isRead = true;
  };

  /** One piece of work on a record: compare what has been read, read on, ask for rows without a stream. */
  const work = (record: AnyRecord): void => {
    const [comparing] = ready;
    if (comparing) return comparePart(record, comparing);
    if (!isRead) {
      readPage(record);
      if (isRead) unasked = [...record.projection.tables];
      return;
    }
    const [table] = unasked;
    if (table) return askPage(record, table);
    waiting.shift();
    isRead = false;
  };

  return {
    step: (milliseconds) => {
      const until = context.elapsedMs() + milliseconds;
      for (;;) {
        const [record] = waiting;
        if (!record) return 'done';
        if (context.elapsedMs() >= until) return 'more';
        work(record);
      }
    },
    progress: () => ({ done: events, total }),
    findings: () => findings,
  };
};
