import type { AnyRecord } from '../../../shared/kernel/record.ts';
import { decode } from '../eventlog/decode.ts';
import type { StoredEvent, StreamCursor } from '../eventlog/EventLog.ts';
import { applyEntry, type ProjectionContext } from './Projector.ts';
import { inCanonicalOrder } from './readStreamInOrder.ts';
import { createRowWriter, type RowWriter } from './RowWriter.ts';
import { fingerprintOf, readProjectionStates } from './stateTables.ts';
import { createTableSql, shapeOf, tableName, type TablePlace } from './tableSql.ts';

/** Rows being made anew beside the running ones. Call `step` until it says done; each call is one slice. */
export interface RebuildRun {
  readonly step: (milliseconds: number) => 'more' | 'done';
  readonly progress: () => { readonly done: number; readonly total: number };
  readonly report: () => { readonly events: number; readonly streams: number };
  /** Takes away what was built so far; the running rows were never touched. */
  readonly abandon: () => void;
}

const PAGE = 500;
/** A stream with more events than this is written in parts, so that its rows need not all be in memory. */
const PART = 20_000;

interface Building {
  readonly record: AnyRecord;
  readonly place: TablePlace;
  readonly writer: RowWriter;
}

const dropNext = (
  context: ProjectionContext,
  { record, place }: Pick<Building, 'record' | 'place'>,
): void => {
  for (const table of record.projection.tables)
    context.state.execute(`DROP TABLE IF EXISTS ${tableName(table, place)}`);
};

const begin = (context: ProjectionContext, record: AnyRecord): Building => {
  const { state } = context;
  const generation = (readProjectionStates(state).get(record.name)?.generation ?? 0) + 1;
  const place: TablePlace = { schema: 'main', suffix: '__next', generation };
  for (const table of record.projection.tables) {
    state.execute(`DROP TABLE IF EXISTS ${tableName(table, place)}`);
    for (const statement of createTableSql(table, place)) state.execute(statement);
  }
  const writer = createRowWriter(state, record.projection.tables, place, true);
  return { record, place, writer };
};

/** Puts the new tables in the place of the old ones. The caller holds the transaction. */
const swap = (context: ProjectionContext, { record, place }: Building, position: number): void => {
  const { state } = context;
  for (const table of record.projection.tables) {
    state.execute(`DROP TABLE IF EXISTS ${tableName(table, { ...place, suffix: '' })}`);
    state.execute(`ALTER TABLE ${tableName(table, place)} RENAME TO "${table.name}"`);
  }
  state
    .write('INSERT OR REPLACE INTO projection VALUES (?, ?, ?, ?, ?)')
    .run(
      record.name,
      shapeOf(record.projection.tables),
      fingerprintOf(record),
      place.generation,
      position,
    );
};

/**
 * Makes the rows of some records anew from the log, stream by stream, while commands and queries go
 * on. What is appended meanwhile is applied at the end, in the same slice as the swap.
 */
export const createRebuild = (
  context: ProjectionContext,
  records: readonly AnyRecord[],
): RebuildRun => {
  const { log, state, catalog } = context;
  const { currency } = log.daybook;
  const upTo = log.position();
  const waiting = [...records];
  const built: Building[] = [];
  let building: Building | null = null;
  let cursor: StreamCursor | null = null;
  let open: StoredEvent[] = [];
  let started = false;
  let events = 0;
  let streams = 0;

  const writeStream = (): void => {
    if (!building || open.length === 0) return;
    const { writer, record } = building;
    const entries = inCanonicalOrder(open, catalog, currency);
    open = [];
    streams += 1;
    entries.forEach((entry, index) => {
      applyRebuilt(entry, writer, record);
      if ((index + 1) % PART === 0) writer.flush(true);
    });
    writer.flush();
  };

  /** Like `applyEntry`, without asking whether it is late: the stream has been put in order already. */
  const inOrder: ProjectionContext = { ...context, log: { ...log, isLate: () => false } };
  const applyRebuilt = (
    entry: ReturnType<typeof inCanonicalOrder>[number],
    writer: RowWriter,
    record: AnyRecord,
  ): void => applyEntry(entry, writer, record, inOrder);

  const fill = (current: Building): void => {
    const page = log.readByStream(`${current.record.name}-`, cursor, upTo, PAGE);
    for (const event of page) {
      // One record's name may begin with another's: `note-` would find the streams of `note-file` too.
      if (catalog.recordOfStream(event.stream) !== current.record) continue;
      if (open[0] && open[0].stream !== event.stream) writeStream();
      open.push(event);
    }
    events += page.length;
    const last = page.at(-1);
    if (last && page.length === PAGE) {
      cursor = { stream: last.stream, version: last.version };
      return;
    }
    writeStream();
    built.push(current);
    building = null;
    cursor = null;
  };

  const finish = (): void => {
    const late = new Map<string, Building>(
      built.map(({ record, place }) => [
        record.name,
        {
          record,
          place,
          writer: createRowWriter(state, record.projection.tables, place, false),
        },
      ]),
    );
    let position = upTo;
    for (;;) {
      const page = log.readAfter(position, PAGE);
      for (const stored of page) {
        const record = catalog.recordOfStream(stored.stream);
        const target = record && late.get(record.name);
        const decoded = decode(stored, stored.version, catalog, currency);
        if (target) applyEntry({ stored, decoded }, target.writer, target.record, context);
        position = stored.position;
      }
      if (page.length < PAGE) break;
    }
    for (const target of late.values()) {
      target.writer.flush();
      swap(context, target, position);
    }
  };

  const forgetWithheld = (): void => {
    for (const { name } of records)
      state.write('DELETE FROM withheld WHERE consumer = ?').run(name);
  };

  const slice = (until: number): 'more' | 'done' => {
    if (!started) {
      started = true;
      forgetWithheld();
    }
    do {
      const next = building ?? null;
      if (next) fill(next);
      else {
        const record = waiting.shift();
        if (!record) {
          finish();
          return 'done';
        }
        building = begin(context, record);
      }
    } while (context.nowMs() < until);
    return 'more';
  };

  return {
    step: (milliseconds) => state.transaction(() => slice(context.nowMs() + milliseconds)),
    progress: () => ({ done: Math.min(events, upTo), total: upTo }),
    report: () => ({ events, streams }),
    abandon: () =>
      state.transaction(() => {
        for (const target of [...built, ...(building ? [building] : [])]) dropNext(context, target);
      }),
  };
};

/** Takes away the tables of a rebuild that a crash cut off. */
export const dropAbandoned = (context: ProjectionContext): void => {
  for (const record of context.catalog.records)
    dropNext(context, { record, place: { schema: 'main', suffix: '__next', generation: 0 } });
};
