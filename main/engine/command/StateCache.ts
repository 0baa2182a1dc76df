import { createHash } from 'node:crypto';
import type { AnyEvent, ClearEvent, EventDefinitions } from '../../../shared/kernel/event.ts';
import type { AnyRecord } from '../../../shared/kernel/record.ts';
import type { EventCatalog } from '../eventlog/EventCatalog.ts';
import { decode } from '../eventlog/decode.ts';
import type { ClearStored, EventReader } from '../eventlog/EventLog.ts';
import { readStreamInOrder } from '../projection/readStreamInOrder.ts';
import type { WriteHandle } from '../sqlite/handle.ts';

/** The state of a record, folded from its stream. */
export interface StreamState {
  readonly state: unknown;
  readonly version: number;
}

/** An event of the stream that this Daybook cannot read: no decision may be taken on half a history. */
export class StreamIncomplete extends Error {
  override readonly name = 'StreamIncomplete';
  readonly position: number;
  /** A newer Daybook can read it; or else nobody can. */
  readonly needsNewer: boolean;
  constructor(position: number, needsNewer: boolean) {
    super(`event ${position} cannot be read by this Daybook`);
    this.position = position;
    this.needsNewer = needsNewer;
  }
}

export interface StateCacheContext {
  readonly log: EventReader;
  readonly catalog: EventCatalog;
  /** Where snapshots are kept. They may be lost at any time. */
  readonly state: WriteHandle;
}

/**
 * States of streams, folded on demand and kept while there is room.
 *
 * A state is owned by the cache: `evolve` may change it in place, so nobody keeps an old one.
 */
export interface StateCache {
  /** **Errors:** throws `StreamIncomplete`. */
  readonly load: (record: AnyRecord, stream: string) => StreamState;
  /** Puts the state after new events in place. */
  readonly put: (stream: string, state: StreamState) => void;
  /** Forgets a stream: its events were not written after all, or an event came late. */
  readonly drop: (stream: string) => void;
  /** Keeps the state of a long stream on disk, if it has grown enough since the last time. */
  readonly snapshot: (record: AnyRecord, stream: string) => void;
}

/** Streams shorter than this are folded faster than a snapshot is read. */
const SNAPSHOT_FROM = 500;
const SNAPSHOT_GROWTH = 1.5;
/** Room for the states that were used last, counted in events folded; as much again for those before. */
const ROOM = 150_000;
/** What even an empty stream takes of the room. */
const BASE_WEIGHT = 8;

/** Applies one event to a state, by the record's own map. */
export const evolve = (record: AnyRecord, state: unknown, event: ClearEvent<AnyEvent>): unknown => {
  const step = record.evolve[event.type] as
    ((state: unknown, event: ClearEvent<AnyEvent>) => unknown) | undefined;
  if (!step) throw new Error(`${record.name} does not evolve by ${event.type}`);
  return step(state, event);
};

/** What the functions within a value are made of: their text, under their names. */
const textOf = (value: unknown): string =>
  typeof value === 'object' && value !== null
    ? Object.entries(value)
        .map(([name, part]) => `${name}={${textOf(part)}}`)
        .join('\n')
    : String(value);

/**
 * Changes with the code that folds, so that no state made by other code is taken for one of this code.
 * Functions that this code calls are not seen: where one of them changes what a state means, the text
 * of an entry of `evolve` has to change too.
 */
const foldFingerprint = (record: AnyRecord): string =>
  createHash('sha256')
    .update(JSON.stringify(record.initialState))
    .update(textOf(record.evolve))
    .update(textOf(record.upcasts))
    .update(
      JSON.stringify(
        Object.entries(record.events as EventDefinitions).map(([type, { schema }]) => [
          type,
          schema,
        ]),
      ),
    )
    .digest('hex');

interface SnapshotRow {
  readonly version: number;
  readonly fingerprint: string;
  readonly event_hash: Uint8Array;
  readonly state: string;
  readonly checksum: Uint8Array;
}

const checksum = (stream: string, version: number, fingerprint: string, state: string): Buffer =>
  createHash('sha256').update(`${stream}\n${version}\n${fingerprint}\n${state}`).digest();

/** Makes an empty cache over a log. */
export const createStateCache = ({ log, catalog, state }: StateCacheContext): StateCache => {
  // Two halves in turn, since moving each state that is used to the end of one map costs more than folding.
  let recent = new Map<string, StreamState>();
  let before = new Map<string, StreamState>();
  const snapshotVersions = new Map<string, number>();
  const fingerprints = new Map(
    catalog.records.map((record) => [record.name, foldFingerprint(record)]),
  );
  let weight = 0;

  const weightOf = ({ version }: StreamState): number => version + BASE_WEIGHT;

  const drop = (stream: string): void => {
    const known = recent.get(stream);
    if (known) weight -= weightOf(known);
    recent.delete(stream);
    before.delete(stream);
  };

  const put = (stream: string, entry: StreamState): void => {
    const known = recent.get(stream);
    weight += weightOf(entry) - (known ? weightOf(known) : 0);
    recent.set(stream, entry);
    if (weight <= ROOM) return;
    before = recent;
    recent = new Map([[stream, entry]]);
    weight = weightOf(entry);
  };

  const find = (stream: string): StreamState | undefined => {
    const known = recent.get(stream);
    if (known) return known;
    const older = before.get(stream);
    if (older) put(stream, older);
    return older;
  };

  const fold = (
    record: AnyRecord,
    from: StreamState,
    events: readonly ClearStored[],
  ): StreamState => {
    let current = from.state;
    for (const stored of events) {
      const decoded = decode(stored, stored.version, catalog, log.daybook.currency);
      if (decoded.type !== 'known')
        throw new StreamIncomplete(stored.position, decoded.type === 'needsNewer');
      current = evolve(record, current, decoded.event);
    }
    return { state: current, version: from.version + events.length };
  };

  const readSnapshot = (record: AnyRecord, stream: string): StreamState | null => {
    const row = state
      .read<SnapshotRow & Record<string, never>>('SELECT * FROM snapshot WHERE stream = ?')
      .get(stream);
    if (!row || row.fingerprint !== fingerprints.get(record.name)) return null;
    const sum = checksum(stream, row.version, row.fingerprint, row.state);
    const [last] = log.readStream(stream, row.version - 1, 1);
    if (!sum.equals(row.checksum) || !last || Buffer.compare(last.hash, row.event_hash) !== 0)
      return null;
    snapshotVersions.set(stream, row.version);
    return { state: JSON.parse(row.state), version: row.version };
  };

  /** A stream with late events is folded in canonical order, from its beginning. */
  const foldWhole = (record: AnyRecord, stream: string): StreamState => {
    let current: unknown = structuredClone(record.initialState);
    const entries = readStreamInOrder(log, stream, log.position(), catalog);
    for (const { stored, decoded } of entries) {
      if (decoded.type !== 'known')
        throw new StreamIncomplete(stored.position, decoded.type === 'needsNewer');
      current = evolve(record, current, decoded.event);
    }
    return { state: current, version: entries.length };
  };

  const read = (record: AnyRecord, stream: string): StreamState => {
    const version = log.streamVersion(stream);
    if (version === 0) return { state: structuredClone(record.initialState), version: 0 };
    const snapshot = version >= SNAPSHOT_FROM ? readSnapshot(record, stream) : null;
    if (!snapshot) return foldWhole(record, stream);
    const rest = log.readClearStream(stream, snapshot.version, Number.MAX_SAFE_INTEGER);
    return rest.some((event) => log.isLate(event))
      ? foldWhole(record, stream)
      : fold(record, snapshot, rest);
  };

  return {
    load: (record, stream) => {
      const known = find(stream);
      if (known) return known;
      const entry = read(record, stream);
      put(stream, entry);
      return entry;
    },
    put,
    drop,
    snapshot: (record, stream) => {
      const entry = find(stream);
      const kept = snapshotVersions.get(stream) ?? 0;
      if (!entry || entry.version < Math.max(SNAPSHOT_FROM, kept * SNAPSHOT_GROWTH)) return;
      const [last] = log.readStream(stream, entry.version - 1, 1);
      const fingerprint = fingerprints.get(record.name);
      if (!last || fingerprint === undefined) return;
      const text = JSON.stringify(entry.state);
      state
        .write('INSERT OR REPLACE INTO snapshot VALUES (?, ?, ?, ?, ?, ?)')
        .run(
          stream,
          entry.version,
          fingerprint,
          last.hash,
          text,
          checksum(stream, entry.version, fingerprint, text),
        );
      snapshotVersions.set(stream, entry.version);
    },
  };
};
