import type { AnyEvent, OpenedEvent } from '../../../shared/kernel/event.ts';
import type { AnyRecord } from '../../../shared/kernel/record.ts';
import type { RowChange } from '../../../shared/kernel/table.ts';
import { streamIdOf, type EventCatalog } from '../eventlog/EventCatalog.ts';
import type { Decodable, Decoded } from '../eventlog/decode.ts';
import type { EventReader, SealedStored, StoredEvent, StreamCursor } from '../eventlog/EventLog.ts';
import { openPersonal, PersonalPartDamaged, type Sealable } from '../eventlog/openPersonal.ts';
import type { KeyStore } from '../keys/KeyStore.ts';
import type { WriteHandle } from '../sqlite/handle.ts';
import { StorageError } from '../sqlite/storage-errors.ts';
import type { EntryOf, LogEntry } from './entry.ts';
import { inCanonicalOrder } from './readStreamInOrder.ts';
import { createRowWriter, type RowWriter } from './RowWriter.ts';
import { createTableSql } from './tableSql.ts';

export interface PrivateRowsContext {
  readonly log: EventReader;
  /** A connection with an in-memory database attached as `private`. Nothing of it may reach the disk. */
  readonly state: WriteHandle;
  readonly catalog: EventCatalog;
  readonly keys: Pick<KeyStore, 'open' | 'prefetch'>;
  /** Somewhere to say that personal data of an event could not be shown. */
  readonly reportDamage: (position: number, reason: string) => void;
}

/**
 * The private rows of one record: filled stream by stream in the order of their names, and then kept up to
 * date. Whoever calls holds a transaction for all that writes.
 */
export interface PrivateRows {
  /** How many streams have been read. */
  readonly streams: () => number;
  /** Every stream has its rows. */
  readonly isFull: () => boolean;
  /** And every row is in the indexes. */
  readonly isReady: () => boolean;
  /** One piece of the work that is left, which fits into a slice. */
  readonly fill: (isFirstSlice: boolean) => void;
  /** Whether this stream has its rows. One that has not will be read whole when its turn comes. */
  readonly has: (stream: string) => boolean;
  /** Takes one more event of a stream that has its rows. */
  readonly apply: (entry: LogEntry) => void;
  /** Makes the rows of a stream again. */
  readonly remake: (stream: string, upTo: number) => void;
  /** Writes what was collected. */
  readonly flush: () => void;
  /** The transaction was rolled back: what was collected is forgotten. */
  readonly discard: () => void;
  /** Remembers how far the filling is; the answer goes back to it. */
  readonly remember: () => () => void;
}

/** Opening a page must fit into a slice. **Units:** events. */
const PAGE = 250;

/** A screen full of people: the first page is waited for by whoever opens, and nothing of it is warm. */
const FIRST_PAGE = 60;

type Handlers = Readonly<
  Record<string, ((event: OpenedEvent<AnyEvent>) => readonly RowChange[]) | undefined>
>;

/** As much of an event as private rows are made of. */
type Sealed = Decodable & Sealable;

/** The opened personal part; damage is reported, and shown as nothing. */
const personalOf = (
  stored: Sealed,
  { kind }: Extract<Decoded, { readonly type: 'known' }>,
  { log, keys, reportDamage }: PrivateRowsContext,
): object | null => {
  try {
    const part = openPersonal(stored, kind, keys, log.daybook);
    return part.type === 'opened' ? part.personal : null;
  } catch (cause) {
    if (!(cause instanceof PersonalPartDamaged)) throw cause;
    reportDamage(cause.position, cause.reason);
    return null;
  }
};

/** The whole stream up to a position, sealed parts included. */
const readSealedStream = (log: EventReader, stream: string, upTo: number): StoredEvent[] =>
  log.readStream(stream, 0, Number.MAX_SAFE_INTEGER).filter(({ position }) => position <= upTo);

/** In memory. They are never made beside running ones, so that there is one generation of them. */
const place = { schema: 'private', suffix: '', generation: 1 } as const;

/** Creates the tables of one record, still empty. */
export const createPrivateRows = (
  record: AnyRecord,
  { tables, on }: NonNullable<AnyRecord['privateIndex']>,
  context: PrivateRowsContext,
): PrivateRows => {
  const { log, state, catalog } = context;
  const handlers: Handlers = on;
  const statements = tables.map((table) => createTableSql(table, place));
  for (const [create = '', first = ''] of statements) state.execute(`${create}; ${first}`);
  /** For streams that have rows: looks them up. */
  const writer = createRowWriter(state, tables, place, false);
  /** For streams that have none yet. */
  const filler = createRowWriter(state, tables, place, true);
  /** Indexes still to be made. Over all rows at once takes a tenth of row by row. */
  let unindexed = statements.flatMap(([, , ...later]) => later);
  /** Streams up to this one have their rows; null before the first. */
  let filledTo: string | null = null;
  let isFull = false;
  let cursor: StreamCursor | null = null;
  /** The events so far of the stream that is being read: stored bytes, opened when it is whole. */
  let open: SealedStored[] = [];
  let streams = 0;

  const applyTo = (rows: RowWriter, { stored, decoded }: EntryOf<Sealed>): void => {
    if (decoded.type !== 'known') return;
    const handler = handlers[decoded.event.type];
    if (!handler) return;
    try {
      rows.apply(handler({ ...decoded.event, personal: personalOf(stored, decoded, context) }));
    } catch (cause) {
      if (cause instanceof StorageError) throw cause;
      context.reportDamage(stored.position, cause instanceof Error ? cause.name : 'Error');
    }
  };

  const applyAll = (rows: RowWriter, events: readonly Sealed[]): void => {
    for (const entry of inCanonicalOrder(events, catalog, log.daybook.currency))
      applyTo(rows, entry);
  };

  const writeOpenStream = (): void => {
    const [first] = open;
    if (!first) return;
    const events = open;
    open = [];
    applyAll(filler, events);
    filledTo = first.stream;
    streams += 1;
  };

  const readPage = (isFirstSlice: boolean): void => {
    const limit = isFirstSlice && cursor === null ? FIRST_PAGE : PAGE;
    const page = log.readSealedByStream(`${record.name}-`, cursor, log.position(), limit);
    context.keys.prefetch(page.flatMap(({ key }) => (key === null ? [] : [key])));
    for (const event of page) {
      // One record's name may begin with another's.
      if (catalog.recordOfStream(event.stream) !== record) continue;
      if (open[0] && open[0].stream !== event.stream) writeOpenStream();
      open.push(event);
    }
    const last = page.at(-1);
    if (last && page.length === limit) {
      cursor = { stream: last.stream, version: last.version };
    } else {
      writeOpenStream();
      isFull = true;
    }
    filler.flush();
  };

  return {
    streams: () => streams,
    isFull: () => isFull,
    isReady: () => isFull && unindexed.length === 0,
    fill: (isFirstSlice) => {
      if (!isFull) return readPage(isFirstSlice);
      const [index, ...later] = unindexed;
      unindexed = later;
      if (index !== undefined) state.execute(index);
    },
    // Everything before the cursor has its rows, but for the stream that the cursor is in the middle of.
    has: (stream) =>
      isFull ||
      (filledTo !== null && stream <= filledTo) ||
      (cursor !== null && stream < cursor.stream),
    apply: (entry) => applyTo(writer, entry),
    remake: (stream, upTo) => {
      writer.clearStream(streamIdOf(stream));
      applyAll(writer, readSealedStream(log, stream, upTo));
    },
    flush: () => writer.flush(),
    discard: () => {
      writer.discard();
      filler.discard();
    },
    remember: () => {
      const before = { unindexed, filledTo, isFull, cursor, open: [...open], streams };
      return () => {
        ({ unindexed, filledTo, isFull, cursor, open, streams } = before);
      };
    },
  };
};
