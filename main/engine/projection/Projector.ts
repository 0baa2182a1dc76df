import type { AnyRecord } from '../../../shared/kernel/record.ts';
import type { RowChange } from '../../../shared/kernel/table.ts';
import { decode, type Decodable } from '../eventlog/decode.ts';
import { streamIdOf, type EventCatalog } from '../eventlog/EventCatalog.ts';
import type { EventReader } from '../eventlog/EventLog.ts';
import type { WriteHandle } from '../sqlite/handle.ts';
import { StorageError } from '../sqlite/storage-errors.ts';
import type { EntryOf, LogEntry } from './entry.ts';
import { readStreamInOrder } from './readStreamInOrder.ts';
import { createRowWriter, type RowWriter } from './RowWriter.ts';
import { withholdingOf, type Withholding } from './withheld.ts';
import {
  ensureTables,
  readProjectionStates,
  saveNewestEvent,
  stateTablesSql,
  type ProjectionState,
} from './stateTables.ts';

/** What the projections of one daybook stand on. */
export interface ProjectionContext {
  readonly log: EventReader;
  readonly state: WriteHandle;
  readonly catalog: EventCatalog;
  readonly elapsedMs: () => number;
}

/** Turns events into rows of `state.db`: each event once, with the checkpoint in the same transaction. */
export interface Projector {
  /** Up to where the rows of every record are. */
  readonly position: () => number;
  /** The same, record by record. */
  readonly positions: () => readonly { readonly name: string; readonly position: number }[];
  /** Records whose rows are of an older version, or so far behind that making them again is faster. */
  readonly toRebuild: () => readonly AnyRecord[];
  /** Applies events that directly follow the checkpoint, in log order. Events seen before change nothing. */
  readonly apply: (entries: readonly LogEntry[]) => void;
  /** Reads and applies the next events of the log. False when there are none left. */
  readonly catchUp: (limit: number) => boolean;
  /** Takes over rows that were made beside the running ones. */
  readonly reload: () => void;
}

/** Where the rows of one record go, and what could not be applied to them. */
export interface ProjectionTarget {
  readonly record: AnyRecord;
  readonly writer: RowWriter;
  readonly withheld: Withholding;
}

const reasonOf = (cause: unknown): string =>
  cause instanceof Error ? cause.message : String(cause);

/**
 * Applies one event to the rows of its stream. A late one makes all rows of its stream again.
 * Events that cannot be applied are withheld, and shown.
 */
export const applyEntry = (
  entry: LogEntry,
  target: ProjectionTarget,
  { log, catalog }: Pick<ProjectionContext, 'log' | 'catalog'>,
): void => {
  const { stored } = entry;
  if (!log.isLate(stored)) return applyInOrder(entry, target);
  const { writer, withheld } = target;
  writer.clearStream(streamIdOf(stored.stream));
  for (const again of readStreamInOrder(log, stored.stream, stored.position, catalog)) {
    // What had to wait for the late one may be applicable now.
    withheld.remove(again.stored.position);
    applyInOrder(again, target);
  }
};

/** Like `applyEntry`, for an event that is known not to be late. */
export const applyInOrder = (
  { stored: { position, type }, decoded }: EntryOf<Decodable>,
  { record, writer, withheld }: ProjectionTarget,
): void => {
  switch (decoded.type) {
    case 'needsNewer':
      return withheld.add({ position, reason: 'NeedsNewer', detail: type });
    case 'unreadable':
      return withheld.add({ position, reason: 'Unreadable', detail: decoded.reason });
    case 'known':
      try {
        writer.apply(changesOf(record, decoded.event));
      } catch (cause) {
        // A disk that fails is not the event's fault: the transaction goes back, and it is tried again.
        if (cause instanceof StorageError) throw cause;
        withheld.add({ position, reason: 'NotApplicable', detail: reasonOf(cause) });
      }
  }
};

/** What an event does to the rows of its stream. */
export const changesOf = (
  record: AnyRecord,
  event: { readonly type: string },
): readonly RowChange[] => {
  const handler = record.projection.on[event.type] as
    ((event: object) => readonly RowChange[]) | undefined;
  if (!handler) throw new Error(`${record.name} projects no ${event.type}`);
  return handler(event);
};

/** Further behind than this, making rows anew is faster than catching up. **Units:** events. */
const REBUILD_BEHIND = 5_000;

interface Running extends ProjectionTarget {
  position: number;
  readonly stale: boolean;
}

/** Opens the read models: creates what is missing and notes what is out of date. */
export const createProjector = (context: ProjectionContext): Projector => {
  const { log, state, catalog } = context;

  const start = (record: AnyRecord, known: ProjectionState | undefined): Running => {
    const condition = ensureTables(state, record, known);
    const now = readProjectionStates(state).get(record.name);
    const generation = now?.generation ?? 1;
    return {
      record,
      writer: createRowWriter(
        state,
        record.projection.tables,
        { schema: 'main', suffix: '', generation },
        false,
      ),
      withheld: withholdingOf(state, record.name),
      position: now?.position ?? 0,
      stale: condition === 'stale',
    };
  };

  const load = (): ReadonlyMap<string, Running> =>
    state.transaction(() => {
      state.execute(stateTablesSql);
      const known = readProjectionStates(state);
      return new Map(
        catalog.records.map((record) => [record.name, start(record, known.get(record.name))]),
      );
    });

  let running = load();

  const position = (): number => {
    const positions = [...running.values()].map((projection) => projection.position);
    return positions.length === 0 ? log.position() : Math.min(...positions);
  };

  const applyAll = (entries: readonly LogEntry[], ready: ReadonlyMap<string, Running>): void => {
    for (const entry of entries) {
      const record = catalog.recordOfStream(entry.stored.stream);
      const projection = record && ready.get(record.name);
      if (projection && entry.stored.position > projection.position)
        applyEntry(entry, projection, context);
    }
    for (const { writer } of ready.values()) writer.flush();
  };

  const saveCheckpoint = (record: AnyRecord, upTo: number): void => {
    state
      .write('UPDATE projection SET position = max(position, ?) WHERE record = ?')
      .run(upTo, record.name);
  };

  const applyInOneTransaction = (entries: readonly LogEntry[]): void => {
    const first = entries[0]?.stored;
    const last = entries.at(-1)?.stored;
    if (!first || !last) return;
    // Rows that are further behind must not miss the events between: they are made again, or catch up.
    const ready = new Map([...running].filter(([, { position: at }]) => at >= first.position - 1));
    try {
      state.transaction(() => {
        applyAll(entries, ready);
        for (const { record } of ready.values()) saveCheckpoint(record, last.position);
        if (ready.size > 0) saveNewestEvent(state, last);
      });
    } catch (cause) {
      for (const { writer } of ready.values()) writer.discard();
      throw cause;
    }
    for (const projection of ready.values())
      projection.position = Math.max(projection.position, last.position);
  };

  return {
    position,
    positions: () => [...running].map(([name, { position: at }]) => ({ name, position: at })),
    toRebuild: () =>
      [...running.values()]
        .filter(({ stale, position: at }) => stale || log.position() - at > REBUILD_BEHIND)
        .map(({ record }) => record),
    apply: applyInOneTransaction,
    catchUp: (limit) => {
      const stored = log.readAfter(position(), limit);
      applyInOneTransaction(
        stored.map((event) => ({
          stored: event,
          decoded: decode(event, event.version, catalog, log.daybook.currency),
        })),
      );
      return stored.length > 0;
    },
    reload: () => {
      running = load();
    },
  };
};
