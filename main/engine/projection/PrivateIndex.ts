import type { AnyEvent, OpenedEvent } from '../../../shared/kernel/event.ts';
import type { PersonId } from '../../../shared/kernel/ids.ts';
import type { AnyRecord } from '../../../shared/kernel/record.ts';
import type { RowChange } from '../../../shared/kernel/table.ts';
import { streamIdOf, streamName, type EventCatalog } from '../eventlog/EventCatalog.ts';
import type { Decodable } from '../eventlog/decode.ts';
import type { EventReader, SealedStored, StoredEvent, StreamCursor } from '../eventlog/EventLog.ts';
import { openPersonal, PersonalPartDamaged, type Sealable } from '../eventlog/openPersonal.ts';
import type { KeyStore } from '../keys/KeyStore.ts';
import type { WriteHandle } from '../sqlite/handle.ts';
import { StorageError } from '../sqlite/storage-errors.ts';
import type { EntryOf, LogEntry } from './entry.ts';
import { inCanonicalOrder } from './readStreamInOrder.ts';
import { createRowWriter, type RowWriter } from './RowWriter.ts';
import { createTableSql, tableName } from './tableSql.ts';

/** Somewhere to say that personal data of an event could not be shown. */
export type ReportDamage = (position: number, reason: string) => void;

export interface PrivateIndexContext {
  readonly log: EventReader;
  /** A connection with an in-memory database attached as `private`. Nothing of it may reach the disk. */
  readonly state: WriteHandle;
  readonly catalog: EventCatalog;
  readonly keys: Pick<KeyStore, 'open' | 'prefetch'>;
  readonly elapsedMs: () => number;
  readonly reportDamage: ReportDamage;
}

/**
 * Names and whatever else people are found by, in memory only: made after unlocking in slices, kept up
 * to date with each command, gone at lock.
 */
export interface PrivateIndex {
  /** Reads on for about that long. */
  readonly step: (milliseconds: number) => 'more' | 'done';
  readonly progress: () => { readonly done: number; readonly total: number };
  /** Applies events just committed. Streams whose events it has missed meanwhile are made again. */
  readonly apply: (entries: readonly LogEntry[]) => void;
  /** Makes the rows about a person again, now that keys are gone. */
  readonly forget: (person: PersonId) => void;
}

/** Opening a page must fit into a slice. **Units:** events. */
const PAGE = 250;

/** A screen full of people: the first page is waited for by whoever opens, and nothing of it is warm. */
const FIRST_PAGE = 60;

type Handlers = Readonly<
  Record<string, ((event: OpenedEvent<AnyEvent>) => readonly RowChange[]) | undefined>
>;

/** An event with its sealed part, as far as it has been read. */
type SealedEntry = EntryOf<Decodable & Sealable>;

interface Filling {
  readonly record: AnyRecord;
  /** For streams that are filled: looks their rows up. */
  readonly writer: RowWriter;
  /** For streams that have no rows yet. */
  readonly filler: RowWriter;
  /** Indexes still to be made. Over all rows at once takes a tenth of row by row. */
  unindexed: string[];
  readonly handlers: Handlers;
  /** Streams up to this one have their rows; null before the first. */
  filledTo: string | null;
  isFull: boolean;
  cursor: StreamCursor | null;
  open: SealedStored[];
}

/** An estimate of the streams to come: the first table of a record has a row for each. */
const expectedStreams = ({ state, catalog }: PrivateIndexContext): number =>
  catalog.records
    .filter(({ privateIndex }) => privateIndex)
    .flatMap(({ projection }) => projection.tables.slice(0, 1))
    .map((table) => tableName(table, { schema: 'main', suffix: '', generation: 0 }))
    .map((name) => state.read<{ n: number }>(`SELECT count(*) AS n FROM ${name}`).get()?.n ?? 0)
    .reduce((sum, n) => sum + n, 0);

/** The whole stream up to a position, sealed parts included. */
const readSealedStream = (log: EventReader, stream: string, upTo: number): StoredEvent[] =>
  log.readStream(stream, 0, Number.MAX_SAFE_INTEGER).filter(({ position }) => position <= upTo);

/** The opened personal part; damage is reported, and shown as nothing. */
const personalOf = (
  { stored, decoded }: SealedEntry,
  { log, keys, reportDamage }: PrivateIndexContext,
): object | null => {
  if (decoded.type !== 'known') return null;
  try {
    const part = openPersonal(stored, decoded.kind, keys, log.daybook);
    return part.type === 'opened' ? part.personal : null;
  } catch (cause) {
    if (!(cause instanceof PersonalPartDamaged)) throw cause;
    reportDamage(cause.position, cause.reason);
    return null;
  }
};

/** How far a filling is, to go back to when its rows are rolled back. */
const remember = ({ filledTo, isFull, cursor, open, unindexed }: Filling): Partial<Filling> => ({
  filledTo,
  isFull,
  cursor,
  open: [...open],
  unindexed: [...unindexed],
});

/** Creates the tables of one record, still empty. */
const beginFilling = (state: WriteHandle, record: AnyRecord): readonly Filling[] => {
  const { privateIndex } = record;
  if (!privateIndex) return [];
  const place = { schema: 'private', suffix: '', generation: 1 } as const;
  const unindexed: string[] = [];
  for (const table of privateIndex.tables) {
    const [create = '', first = '', ...later] = createTableSql(table, place);
    state.execute(`${create}; ${first}`);
    unindexed.push(...later);
  }
  return [
    {
      record,
      writer: createRowWriter(state, privateIndex.tables, place, false),
      filler: createRowWriter(state, privateIndex.tables, place, true),
      handlers: privateIndex.on,
      unindexed,
      filledTo: null,
      isFull: false,
      cursor: null,
      open: [],
    },
  ];
};

/** Creates the tables of the private index, still empty. */
export const createPrivateIndex = (context: PrivateIndexContext): PrivateIndex => {
  const { log, state, catalog } = context;
  let done = 0;
  /** Up to where the rows that are there are. */
  let position = log.position();

  const fillings = catalog.records.flatMap((record) => beginFilling(state, record));
  /** Null until the second slice, as whoever opens waits for the first: to count everybody takes as long. */
  let expected: number | null = null;
  let steps = 0;

  const applyEntry = (entry: SealedEntry, { handlers }: Filling, writer: RowWriter): void => {
    if (entry.decoded.type !== 'known') return;
    const handler = handlers[entry.decoded.event.type];
    if (!handler) return;
    try {
      writer.apply(handler({ ...entry.decoded.event, personal: personalOf(entry, context) }));
    } catch (cause) {
      if (cause instanceof StorageError) throw cause;
      context.reportDamage(entry.stored.position, cause instanceof Error ? cause.name : 'Error');
    }
  };

  const writeOpenStream = (filling: Filling): void => {
    const { open } = filling;
    const [first] = open;
    if (!first) return;
    filling.open = [];
    for (const entry of inCanonicalOrder(open, catalog, log.daybook.currency))
      applyEntry(entry, filling, filling.filler);
    filling.filledTo = first.stream;
    done += 1;
  };

  const fill = (filling: Filling): void => {
    const { record } = filling;
    const limit = steps === 1 && filling.cursor === null ? FIRST_PAGE : PAGE;
    const page = log.readSealedByStream(`${record.name}-`, filling.cursor, log.position(), limit);
    context.keys.prefetch(page.flatMap(({ key }) => (key === null ? [] : [key])));
    for (const event of page) {
      if (catalog.recordOfStream(event.stream) !== record) continue;
      if (filling.open[0] && filling.open[0].stream !== event.stream) writeOpenStream(filling);
      filling.open.push(event);
    }
    const last = page.at(-1);
    if (last && page.length === limit) {
      filling.cursor = { stream: last.stream, version: last.version };
    } else {
      writeOpenStream(filling);
      filling.isFull = true;
    }
    filling.filler.flush();
  };

  /** Everything before the cursor has its rows, but for the stream that the cursor is in the middle of. */
  const isFilled = ({ filledTo, isFull, cursor }: Filling, stream: string): boolean =>
    isFull ||
    (filledTo !== null && stream <= filledTo) ||
    (cursor !== null && stream < cursor.stream);

  const remake = (filling: Filling, stream: string, upTo: number): void => {
    filling.writer.clearStream(streamIdOf(stream));
    const events = readSealedStream(log, stream, upTo);
    for (const entry of inCanonicalOrder(events, catalog, log.daybook.currency))
      applyEntry(entry, filling, filling.writer);
  };

  const fillingOf = (stream: string): Filling | undefined => {
    const record = catalog.recordOfStream(stream);
    return fillings.find((filling) => filling.record === record);
  };

  const isFull = (): boolean => fillings.every((filling) => filling.isFull);

  const isReady = (filling: Filling): boolean => filling.isFull && filling.unindexed.length === 0;

  const applyNext = (entry: LogEntry): void => {
    const { stored } = entry;
    const filling = fillingOf(stored.stream);
    // A stream that the filling has not reached yet will be read whole, this event included.
    if (!filling || !isFilled(filling, stored.stream)) return;
    if (log.isLate(stored)) remake(filling, stored.stream, stored.position);
    else applyEntry(entry, filling, filling.writer);
  };

  /** Makes the streams again that have had events since `position`. */
  const catchUp = (upTo: number): void => {
    const missed = new Set<string>();
    for (let after = position; after < upTo;) {
      const page = log.readAfter(after, PAGE);
      for (const { stream } of page) missed.add(stream);
      after = page.at(-1)?.position ?? upTo;
    }
    for (const stream of missed) {
      const filling = fillingOf(stream);
      if (filling && isFilled(filling, stream)) remake(filling, stream, upTo);
    }
  };

  /** Rows of a transaction that was rolled back are not taken for written ones. */
  const inTransaction = (work: () => void): void => {
    try {
      state.transaction(() => {
        work();
        for (const { writer } of fillings) writer.flush();
      });
    } catch (cause) {
      for (const { writer, filler } of fillings) {
        writer.discard();
        filler.discard();
      }
      throw cause;
    }
  };

  return {
    step: (milliseconds) => {
      steps += 1;
      const until = context.elapsedMs() + milliseconds;
      if (steps === 2) expected = expectedStreams(context);
      const before = fillings.map(remember);
      const doneBefore = done;
      try {
        inTransaction(() => {
          for (const filling of fillings)
            while (!isReady(filling) && context.elapsedMs() < until) {
              if (!filling.isFull) fill(filling);
              else state.execute(filling.unindexed.shift() ?? '');
            }
        });
      } catch (cause) {
        // What was rolled back has to be read again.
        fillings.forEach((filling, index) => Object.assign(filling, before[index]));
        done = doneBefore;
        throw cause;
      }
      return fillings.every(isReady) ? 'done' : 'more';
    },
    progress: () => {
      if (isFull()) return { done, total: done };
      // Where nothing has been counted yet there is more to come, unless there is nothing at all.
      return { done, total: Math.max(done, expected ?? Math.min(log.position(), done + 1)) };
    },
    apply: (entries) => {
      const first = entries[0]?.stored.position;
      const last = entries.at(-1)?.stored.position;
      if (first === undefined || last === undefined) return;
      const isNext = first === position + 1;
      // Most events concern no name, and a transaction for nothing costs as much as one with a row.
      if (!isNext || entries.some(({ stored }) => fillingOf(stored.stream) !== undefined))
        inTransaction(() => {
          if (isNext) entries.forEach(applyNext);
          else catchUp(last);
        });
      position = Math.max(position, last);
    },
    forget: (person) =>
      inTransaction(() => {
        const about = log.readAbout(person, null, Number.MAX_SAFE_INTEGER);
        const own = catalog.subjectRecord ? [streamName(catalog.subjectRecord, person)] : [];
        const streams = new Set([...about.map(({ stream }) => stream), ...own]);
        for (const stream of streams) {
          const filling = fillingOf(stream);
          if (filling && isFilled(filling, stream)) remake(filling, stream, position);
          // The stream whose events are being gathered holds stored bytes only; it opens them later.
        }
      }),
  };
};
