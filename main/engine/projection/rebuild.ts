import { compareCanonically } from '../../../shared/kernel/hybrid-clock.ts';
import type { AnyRecord } from '../../../shared/kernel/record.ts';
import { decode } from '../eventlog/decode.ts';
import type { ClearStored, StreamCursor } from '../eventlog/EventLog.ts';
import {
  applyEntry,
  applyInOrder,
  type ProjectionContext,
  type ProjectionTarget,
} from './Projector.ts';
import { createRowWriter } from './RowWriter.ts';
import { fingerprintOf, readProjectionStates, saveNewestEvent } from './stateTables.ts';
import { createTableSql, shapeOf, tableName, withSums, type TablePlace } from './tableSql.ts';
import { forgetWithheld, withholdingOf, type Withheld } from './withheld.ts';

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
const PART = 2000;
/** Short streams are written together. **Units:** events. */
const BATCH = 500;

interface Building extends ProjectionTarget {
  readonly place: TablePlace;
  /** What the new rows leave out. It is told of when they take the place of the old ones. */
  readonly notes: Map<number, Withheld>;
}

const buildingOf = (
  { state }: ProjectionContext,
  { record, place, notes }: Pick<Building, 'record' | 'place' | 'notes'>,
  fresh: boolean,
): Building => ({
  record,
  place,
  notes,
  writer: createRowWriter(state, record.projection.tables, place, fresh),
  withheld: {
    add: (withheld) => void notes.set(withheld.position, withheld),
    remove: (position) => void notes.delete(position),
  },
});

const begin = (context: ProjectionContext, record: AnyRecord): Building => {
  const { state } = context;
  const generation = (readProjectionStates(state).get(record.name)?.generation ?? 0) + 1;
  const place: TablePlace = { schema: 'main', suffix: '__next', generation };
  for (const table of record.projection.tables) {
    for (const part of withSums(table))
      state.execute(`DROP TABLE IF EXISTS ${tableName(part, place)}`);
    for (const statement of createTableSql(table, place)) state.execute(statement);
  }
  return buildingOf(context, { record, place, notes: new Map() }, true);
};

/**
 * Puts the new tables in the place of the old ones, which go later: to drop a million rows takes long.
 * The caller holds the transaction.
 */
const swap = (
  { state }: ProjectionContext,
  { record, place, notes }: Building,
  position: number,
): void => {
  for (const part of record.projection.tables.flatMap(withSums)) {
    const old = tableName(part, { ...place, suffix: '__old' });
    state.execute(`DROP TABLE IF EXISTS ${old}`);
    state.execute(`ALTER TABLE "${part.name}" RENAME TO "${part.name}__old"`);
    state.execute(`ALTER TABLE ${tableName(part, place)} RENAME TO "${part.name}"`);
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
  forgetWithheld(state, record.name);
  const withheld = withholdingOf(state, record.name);
  for (const note of notes.values()) withheld.add(note);
};

/** Takes away the tables that were replaced, some rows at a time. Each step is one piece of work. */
function* clearOld(
  { state }: ProjectionContext,
  built: readonly Building[],
): Generator<void, void> {
  for (const { record } of built)
    for (const table of record.projection.tables) {
      const old = `${table.name}__old`;
      // Its triggers would keep sums true that go as well.
      const dependants = state
        .read<{ type: string; name: string }>(
          `SELECT type, name FROM sqlite_schema
           WHERE type IN ('index', 'trigger') AND tbl_name = ? AND sql IS NOT NULL`,
        )
        .all(old);
      for (const { type, name } of dependants) {
        state.execute(`DROP ${type} "${name}"`);
        yield;
      }
      const key = table.key.join(', ');
      const remove = state.write(
        `DELETE FROM "${old}" WHERE (${key}) IN (SELECT ${key} FROM "${old}" ORDER BY ${key} LIMIT ${PAGE})`,
      );
      while (remove.run() === PAGE) yield;
      state.execute(`DROP TABLE "${old}"`);
      yield;
      for (const { name } of table.sums ?? []) state.execute(`DROP TABLE "${name}__old"`);
    }
}

/**
 * Makes the rows of some records anew from the log, stream by stream, while commands and queries go
 * on. What is appended meanwhile is applied at the end; its last part in the same slice as the swap.
 * `onSwapped` is called when the new rows are the running ones, before the old ones have gone.
 */
export const createRebuild = (
  context: ProjectionContext,
  records: readonly AnyRecord[],
  onSwapped: () => void,
): RebuildRun => {
  const { log, state, catalog } = context;
  const { currency } = log.daybook;
  const upTo = log.position();
  const waiting = [...records];
  const built: Building[] = [];
  let building: Building | null = null;
  /** How far the streams of the record in hand have been read; null before the first, and after the last. */
  let cursor: StreamCursor | null = null;
  let isRead = false;
  /** The stream that is being read. */
  let open: ClearStored[] = [];
  /** Streams that have been read, in canonical order, and how much of the first has been applied. */
  let ready: ClearStored[][] = [];
  let applied = 0;
  /** The built ones, by record, once the events that came meanwhile are being applied. */
  let following: ReadonlyMap<string, Building> | null = null;
  /** Once the new rows are the running ones. */
  let clearing: Generator<void, void> | null = null;
  let position = upTo;
  let events = 0;
  let streams = 0;
  /** Events of whole streams whose rows are in memory only. */
  let unwritten = 0;

  const write = ({ writer }: Building): void => {
    writer.flush();
    unwritten = 0;
  };

  const closeStream = (): void => {
    if (open.length > 0) ready.push(open.toSorted(compareCanonically));
    open = [];
  };

  const readPage = ({ record }: Building): void => {
    const page = log.readClearByStream(`${record.name}-`, cursor, upTo, PAGE);
    for (const event of page) {
      // One record's name may begin with another's: `note-` would find the streams of `note-file` too.
      if (catalog.recordOfStream(event.stream) !== record) continue;
      if (open[0] && open[0].stream !== event.stream) closeStream();
      open.push(event);
    }
    events += page.length;
    const last = page.at(-1);
    isRead = page.length < PAGE;
    cursor = last && !isRead ? { stream: last.stream, version: last.version } : null;
    if (isRead) closeStream();
  };

  /** Applies the next part of a stream. A long one is written in more than one, so that it fits into memory. */
  const applyPart = (stream: readonly ClearStored[], current: Building): void => {
    for (const stored of stream.slice(applied, applied + PAGE)) {
      applied += 1;
      applyInOrder({ stored, decoded: decode(stored, applied, catalog, currency) }, current);
    }
    if (applied < stream.length) {
      if (applied % PART === 0) current.writer.flush(true);
      return;
    }
    unwritten += applied;
    if (unwritten >= BATCH) write(current);
    ready = ready.slice(1);
    applied = 0;
    streams += 1;
  };

  const build = (current: Building): void => {
    const [stream] = ready;
    if (stream) return applyPart(stream, current);
    if (!isRead) return readPage(current);
    write(current);
    built.push(current);
    building = null;
    isRead = false;
  };

  /** Applies the next events that came meanwhile. False when those were the last. */
  const follow = (): boolean => {
    following ??= new Map(
      built.map((target) => [target.record.name, buildingOf(context, target, false)]),
    );
    const page = log.readAfter(position, PAGE);
    for (const stored of page) {
      const record = catalog.recordOfStream(stored.stream);
      const target = record && following.get(record.name);
      const decoded = decode(stored, stored.version, catalog, currency);
      if (target) applyEntry({ stored, decoded }, target, context);
      position = stored.position;
    }
    for (const { writer } of following.values()) writer.flush();
    return page.length === PAGE;
  };

  const swapAll = (): void => {
    for (const target of built) swap(context, target, position);
    const [newest] = log.readAfter(position - 1, 1);
    if (newest) saveNewestEvent(state, newest);
  };

  /** One slice of making new rows; the last one swaps them in. */
  const make = (until: number): 'more' | 'swapped' => {
    do {
      const next = waiting[0];
      if (building) build(building);
      else if (next) {
        building = begin(context, next);
        waiting.shift();
      } else if (!follow()) {
        swapAll();
        return 'swapped';
      }
    } while (context.elapsedMs() < until);
    return 'more';
  };

  const clear = (pieces: Generator<void, void>, until: number): 'more' | 'done' => {
    do {
      if (pieces.next().done === true) return 'done';
    } while (context.elapsedMs() < until);
    return 'more';
  };

  return {
    step: (milliseconds) => {
      const until = context.elapsedMs() + milliseconds;
      if (clearing) {
        const pieces = clearing;
        return state.transaction(() => clear(pieces, until));
      }
      if (state.transaction(() => make(until)) === 'swapped') {
        clearing = clearOld(context, built);
        onSwapped();
      }
      return 'more';
    },
    progress: () => ({ done: Math.min(events, upTo), total: upTo }),
    report: () => ({ events, streams }),
    abandon: () => state.transaction(() => dropAbandoned(context)),
  };
};

/** Takes away the tables of a rebuild that did not come to its end, new ones and replaced ones. */
export const dropAbandoned = ({ state }: Pick<ProjectionContext, 'state'>): void => {
  const tables = state
    .read<{ name: string }>(`SELECT name FROM sqlite_schema WHERE type = 'table'`)
    .all()
    .filter(({ name }) => /^[a-z][a-z0-9_]*__(?:next|old)$/.test(name));
  for (const { name } of tables) state.execute(`DROP TABLE main."${name}"`);
};
