import type { PersonId } from '../../../shared/kernel/ids.ts';
import { streamName } from '../eventlog/EventCatalog.ts';
import type { LogEntry } from './entry.ts';
import { createPrivateRows, type PrivateRows, type PrivateRowsContext } from './PrivateRows.ts';
import { tableName } from './tableSql.ts';

export interface PrivateIndexContext extends PrivateRowsContext {
  readonly elapsedMs: () => number;
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

/** An estimate of the streams to come: the first table of a record has a row for each. */
const expectedStreams = ({ state, catalog }: PrivateIndexContext): number =>
  catalog.records
    .filter(({ privateIndex }) => privateIndex)
    .flatMap(({ projection }) => projection.tables.slice(0, 1))
    .map((table) => tableName(table, { schema: 'main', suffix: '', generation: 0 }))
    .map((name) => state.read<{ n: number }>(`SELECT count(*) AS n FROM ${name}`).get()?.n ?? 0)
    .reduce((sum, n) => sum + n, 0);

/** How many events are looked through at once for streams that were missed. */
const PAGE = 250;

/** Creates the tables of the private index, still empty. */
export const createPrivateIndex = (context: PrivateIndexContext): PrivateIndex => {
  const { log, state, catalog } = context;
  /** Up to where the rows that are there are. */
  let position = log.position();

  const rowsOf = new Map(
    catalog.records.flatMap((record) => {
      const { privateIndex } = record;
      return privateIndex ? [[record, createPrivateRows(record, privateIndex, context)]] : [];
    }),
  );
  const all = [...rowsOf.values()];
  /** Null until the second slice, as whoever opens waits for the first: to count everybody takes as long. */
  let expected: number | null = null;
  let steps = 0;

  const rowsOfStream = (stream: string): PrivateRows | undefined => {
    const record = catalog.recordOfStream(stream);
    return record ? rowsOf.get(record) : undefined;
  };

  const applyNext = (entry: LogEntry): void => {
    const { stored } = entry;
    const rows = rowsOfStream(stored.stream);
    // A stream that the filling has not reached yet will be read whole, this event included.
    if (!rows?.has(stored.stream)) return;
    if (log.isLate(stored)) rows.remake(stored.stream, stored.position);
    else rows.apply(entry);
  };

  const remake = (streams: Iterable<string>, upTo: number): void => {
    for (const stream of streams) {
      const rows = rowsOfStream(stream);
      if (rows?.has(stream)) rows.remake(stream, upTo);
    }
  };

  /** Makes the streams again that have had events since `position`. */
  const catchUp = (upTo: number): void => {
    const missed = new Set<string>();
    for (let after = position; after < upTo;) {
      const page = log.readAfter(after, PAGE);
      for (const { stream } of page) missed.add(stream);
      after = page.at(-1)?.position ?? upTo;
    }
    remake(missed, upTo);
  };

  /** Rows of a transaction that was rolled back are not taken for written ones. */
  const inTransaction = (work: () => void): void => {
    try {
      state.transaction(() => {
        work();
        for (const rows of all) rows.flush();
      });
    } catch (cause) {
      for (const rows of all) rows.discard();
      throw cause;
    }
  };

  return {
    step: (milliseconds) => {
      steps += 1;
      const until = context.elapsedMs() + milliseconds;
      if (steps === 2) expected = expectedStreams(context);
      const goBack = all.map((rows) => rows.remember());
      try {
        inTransaction(() => {
          for (const rows of all)
            while (!rows.isReady() && context.elapsedMs() < until) rows.fill(steps === 1);
        });
      } catch (cause) {
        // What was rolled back has to be read again.
        for (const back of goBack) back();
        throw cause;
      }
      return all.every((rows) => rows.isReady()) ? 'done' : 'more';
    },
    progress: () => {
      const done = all.reduce((sum, rows) => sum + rows.streams(), 0);
      if (all.every((rows) => rows.isFull())) return { done, total: done };
      // Where nothing has been counted yet there is more to come, unless there is nothing at all.
      return { done, total: Math.max(done, expected ?? Math.min(log.position(), done + 1)) };
    },
    apply: (entries) => {
      const first = entries[0]?.stored.position;
      const last = entries.at(-1)?.stored.position;
      if (first === undefined || last === undefined) return;
      const isNext = first === position + 1;
      // Most events concern no name, and a transaction for nothing costs as much as one with a row.
      if (!isNext || entries.some(({ stored }) => rowsOfStream(stored.stream) !== undefined))
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
        // The stream whose events are being gathered holds stored bytes only; it opens them later.
        remake(new Set([...about.map(({ stream }) => stream), ...own]), position);
      }),
  };
};
