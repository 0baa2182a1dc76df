import type { AnyRecord } from '../../../shared/kernel/record.ts';
import type { RowChange } from '../../../shared/kernel/table.ts';
import { decode } from '../eventlog/decode.ts';
import { streamIdOf, type EventCatalog } from '../eventlog/EventCatalog.ts';
import type { EventReader } from '../eventlog/EventLog.ts';
import type { WriteHandle } from '../sqlite/handle.ts';
import type { LogEntry } from './entry.ts';
import { readStreamInOrder } from './readStreamInOrder.ts';
import { createRowWriter, type RowWriter } from './RowWriter.ts';
import {
  ensureTables,
  readProjectionStates,
  stateTablesSql,
  type ProjectionState,
} from './stateTables.ts';

/** What the projections of one daybook stand on. */
export interface ProjectionContext {
  readonly log: EventReader;
  readonly state: WriteHandle;
  readonly catalog: EventCatalog;
  readonly nowMs: () => number;
}

/** Turns events into rows of `state.db`: each event once, with the checkpoint in the same transaction. */
export interface Projector {
  /** Up to where the rows of every record are. */
  readonly position: () => number;
  /** Records whose rows are of an older version, or so far behind that making them again is faster. */
  readonly toRebuild: () => readonly AnyRecord[];
  /** Applies events that directly follow the checkpoint, in log order. Events seen before change nothing. */
  readonly apply: (entries: readonly LogEntry[]) => void;
  /** Reads and applies the next events of the log. False when there are none left. */
  readonly catchUp: (limit: number) => boolean;
  /** Takes over rows that were made beside the running ones. */
  readonly reload: () => void;
}

/** Says on record that an event could not be applied; the others go on. */
export const withhold = (
  { state }: Pick<ProjectionContext, 'state'>,
  consumer: string,
  position: number,
  reason: string,
  detail: string,
): void => {
  state
    .write('INSERT OR REPLACE INTO withheld VALUES (?, ?, ?, ?)')
    .run(consumer, position, reason, detail);
};

const reasonOf = (cause: unknown): string =>
  cause instanceof Error ? cause.message : String(cause);

/**
 * Applies one event to the rows of its stream. A late one makes all rows of its stream again.
 * Events that cannot be applied are withheld, and shown.
 */
export const applyEntry = (
  { stored, decoded }: LogEntry,
  writer: RowWriter,
  record: AnyRecord,
  context: ProjectionContext,
): void => {
  const applyInPlace = (entry: LogEntry): void => {
    const { position } = entry.stored;
    switch (entry.decoded.type) {
      case 'needsNewer':
        return withhold(context, record.name, position, 'NeedsNewer', entry.stored.type);
      case 'unreadable':
        return withhold(context, record.name, position, 'Unreadable', entry.decoded.reason);
      case 'known':
        try {
          writer.apply(changesOf(record, entry.decoded.event));
        } catch (cause) {
          withhold(context, record.name, position, 'NotApplicable', reasonOf(cause));
        }
    }
  };
  if (!context.log.isLate(stored)) return applyInPlace({ stored, decoded });
  writer.clearStream(streamIdOf(stored.stream));
  readStreamInOrder(context.log, stored.stream, stored.position, context.catalog).forEach(
    applyInPlace,
  );
};

const changesOf = (record: AnyRecord, event: { readonly type: string }): readonly RowChange[] => {
  const handler = record.projection.on[event.type] as
    ((event: object) => readonly RowChange[]) | undefined;
  if (!handler) throw new Error(`${record.name} projects no ${event.type}`);
  return handler(event);
};

/** Further behind than this, making rows anew is faster than catching up. **Units:** events. */
const REBUILD_BEHIND = 5_000;

interface Running {
  readonly record: AnyRecord;
  readonly writer: RowWriter;
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
      if (!record) {
        withhold(context, 'log', entry.stored.position, 'NeedsNewer', entry.stored.type);
      } else if (projection && entry.stored.position > projection.position) {
        applyEntry(entry, projection.writer, projection.record, context);
      }
    }
    for (const { writer } of ready.values()) writer.flush();
  };

  const saveCheckpoint = (record: AnyRecord, upTo: number): void => {
    state
      .write('UPDATE projection SET position = max(position, ?) WHERE record = ?')
      .run(upTo, record.name);
  };

  const applyInOneTransaction = (entries: readonly LogEntry[]): void => {
    const first = entries[0]?.stored.position;
    const upTo = entries.at(-1)?.stored.position;
    if (first === undefined || upTo === undefined) return;
    // Rows that are further behind must not miss the events between: they are made again, or catch up.
    const ready = new Map([...running].filter(([, { position: at }]) => at >= first - 1));
    try {
      state.transaction(() => {
        applyAll(entries, ready);
        for (const { record } of ready.values()) saveCheckpoint(record, upTo);
      });
    } catch (cause) {
      for (const { writer } of ready.values()) writer.discard();
      throw cause;
    }
    for (const projection of ready.values())
      projection.position = Math.max(projection.position, upTo);
  };

  return {
    position,
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
