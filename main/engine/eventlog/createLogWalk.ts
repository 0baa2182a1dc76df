import { clockToInteger } from '../../../shared/kernel/hybrid-clock.ts';
import { joinSql, sql, type Sql } from '../../../shared/kernel/sql.ts';
import type { LogOrder, LogSelection } from '../../../shared/kernel/view.ts';
import type { ReadHandle } from '../sqlite/handle.ts';
import { eventColumns, eventOfRow, type EventRow } from './event-row.ts';
import type { DeviceHead, LogWalk, StoredEvent } from './EventLog.ts';
import { findPlace } from './findPlace.ts';

export interface LogToWalk {
  readonly handle: ReadHandle;
  readonly heads: readonly DeviceHead[];
  readonly lastPosition: number;
  /** Nothing wrong is known of it. */
  readonly isSound: boolean;
}

interface Ends {
  readonly first: number;
  readonly last: number;
}

const raw = (text: string): Sql => ({ text, values: [] });

/** What of the selection the way itself does not say. */
const conditionsOf = (where: LogSelection): readonly Sql[] => [
  ...(where.types === undefined
    ? []
    : [sql`type IN (SELECT value FROM json_each(${JSON.stringify(where.types)}))`]),
  ...(where.subject === undefined ? [] : [sql`subject = ${where.subject}`]),
  ...(where.device === undefined ? [] : [sql`device = ${where.device}`]),
  ...(where.recordedFrom === undefined
    ? []
    : [sql`clock >= ${clockToInteger({ ms: where.recordedFrom, counter: 0 })}`]),
  ...(where.recordedBefore === undefined
    ? []
    : [sql`clock < ${clockToInteger({ ms: where.recordedBefore, counter: 0 })}`]),
];

/** Looks up single events of a device by its own numbers. */
const createProbe = (handle: ReadHandle) => {
  const read = handle.read<{ position: number; ms: number }>(
    'SELECT position, clock >> 16 AS ms FROM event WHERE device = ? AND seq = ?',
  );
  return (device: string, seq: number) => read.get(device, seq) ?? null;
};

type Probe = ReturnType<typeof createProbe>;

/** The numbers that a device gave to events recorded within a time; null where there are none. */
const recordedBy = (
  probe: Probe,
  { device, seq }: DeviceHead,
  where: LogSelection,
): Ends | null => {
  const at = (ms: number): number =>
    findPlace(seq, (place) => {
      const found = probe(device, place);
      return found === null ? null : found.ms >= ms;
    });
  const first = where.recordedFrom === undefined ? 1 : at(where.recordedFrom);
  const last = where.recordedBefore === undefined ? seq : at(where.recordedBefore) - 1;
  return first > last ? null : { first, last };
};

/** From the first to the last position where an event of a time can stand; null where there are none. */
const positionsWithin = (
  probe: Probe,
  heads: readonly DeviceHead[],
  where: LogSelection,
  last: number,
): Ends | null => {
  const ends = heads.flatMap((head) => {
    const own = recordedBy(probe, head, where);
    return own === null
      ? []
      : [
          {
            first: probe(head.device, own.first)?.position ?? 1,
            last: probe(head.device, own.last)?.position ?? last,
          },
        ];
  });
  return ends.length === 0
    ? null
    : {
        first: Math.min(...ends.map(({ first }) => first)),
        last: Math.max(...ends.map((end) => end.last)),
      };
};

/**
 * The way through the log on which the fewest events have to be read for a selection: along the index of
 * a person, along the numbers of a device, or else from position to position.
 *
 * A time bounds the way from both sides: the clock of a device rises with its numbers, and they rise with
 * the position (rule 3 of schema.ts), so the ends of a time are found by halving, device by device. In a
 * log that is not sound nothing of this can be relied on, and all of it is read.
 */
export const createLogWalk = (
  { handle, heads, lastPosition, isSound }: LogToWalk,
  where: LogSelection,
  order: LogOrder,
): LogWalk => {
  const probe = createProbe(handle);
  const isNewest = order === 'newest';
  const isByDevice = where.device !== undefined && where.subject === undefined;
  const isTimed = where.recordedFrom !== undefined || where.recordedBefore !== undefined;
  const place = raw(isByDevice ? 'seq' : 'position');
  const source = raw(where.subject === undefined ? 'event' : 'event INDEXED BY event_by_subject');
  const conditions = conditionsOf(where);

  const findEnds = (): Ends | null => {
    if (isByDevice) {
      const head = heads.find(({ device }) => device === where.device);
      if (head === undefined) return null;
      return isTimed && isSound ? recordedBy(probe, head, where) : { first: 1, last: head.seq };
    }
    if (lastPosition === 0) return null;
    return isTimed && isSound
      ? positionsWithin(probe, heads, where, lastPosition)
      : { first: 1, last: lastPosition };
  };
  const ends = findEnds();

  /** The number of the device's event at a position, or of its next one on the way. */
  const placeOfDevice = (last: number, position: number): number => {
    const isPast = (seq: number): boolean | null => {
      const found = probe(where.device ?? '', seq);
      if (found === null) return null;
      return isNewest ? found.position > position : found.position >= position;
    };
    return findPlace(last, isPast) - (isNewest ? 1 : 0);
  };

  /** The last place of a stretch of so many: along an index of a person they are far apart. */
  const edgeOf = (from: number, span: number): number | null => {
    if (where.subject === undefined) return isNewest ? from - span + 1 : from + span - 1;
    const within = sql`SELECT position FROM ${source} WHERE subject = ${where.subject} AND position ${raw(
      isNewest ? '<=' : '>=',
    )} ${from} ORDER BY position ${raw(isNewest ? 'DESC' : 'ASC')} LIMIT +${span}`;
    const edge = sql`SELECT ${raw(isNewest ? 'min' : 'max')}(position) AS edge FROM (${within})`;
    return handle.read<{ edge: number | null }>(edge.text).get(...edge.values)?.edge ?? null;
  };

  const read = (low: number, high: number, limit: number): StoredEvent[] => {
    const all = joinSql([...conditions, sql`${place} BETWEEN ${low} AND ${high}`], ' AND ');
    const query = sql`SELECT ${raw(eventColumns)} FROM ${source} WHERE ${all} ORDER BY ${place} ${raw(
      isNewest ? 'DESC' : 'ASC',
    )} LIMIT +${limit}`;
    return handle
      .read<EventRow>(query.text)
      .all(...query.values)
      .map(eventOfRow);
  };

  const following = (at: number): number | null => {
    const next = isNewest ? at - 1 : at + 1;
    return ends !== null && next >= ends.first && next <= ends.last ? next : null;
  };

  return {
    ends,
    placeAt: (position) => {
      if (ends === null) return null;
      const start = isByDevice ? placeOfDevice(ends.last, position) : position;
      if (isNewest) return start < ends.first ? null : Math.min(start, ends.last);
      return start > ends.last ? null : Math.max(start, ends.first);
    },
    stretch: (from, span, limit) => {
      if (ends === null) return { events: [], next: null };
      const edge = edgeOf(from, span);
      if (edge === null) return { events: [], next: null };
      const low = Math.max(isNewest ? edge : from, ends.first);
      const high = Math.min(isNewest ? from : edge, ends.last);
      const events = read(low, high, limit);
      const last = events.at(-1);
      const reached = isNewest ? low : high;
      if (last === undefined || events.length < limit) return { events, next: following(reached) };
      return { events, next: following(isByDevice ? last.seq : last.position) };
    },
  };
};
