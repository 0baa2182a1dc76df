import { clockToInteger } from '../../../shared/kernel/hybrid-clock.ts';
import type { DeviceId } from '../../../shared/kernel/ids.ts';
import type { ReadHandle } from '../sqlite/handle.ts';
import {
  clearColumns,
  clearOfRow,
  eventColumns,
  eventOfRow,
  sealedColumns,
  sealedOfRow,
  type ClearRow,
  type EventRow,
  type SealedRow,
} from './event-row.ts';
import { createLogWalk } from './createLogWalk.ts';
import type {
  DaybookIdentity,
  EventReader,
  Placed,
  StoredEvent,
  StreamCursor,
} from './EventLog.ts';

/** The first text after all that start with `prefix`. Names are of the characters `!` to `~`. */
const afterPrefix = (prefix: string): string =>
  prefix.slice(0, -1) + String.fromCharCode(prefix.charCodeAt(prefix.length - 1) + 1);

/** One device after another by seeks, since a scan would read every event. */
const headsSql = `
  WITH RECURSIVE each (device) AS (
    SELECT min(device) FROM event
    UNION ALL
    SELECT (SELECT min(device) FROM event WHERE device > each.device) FROM each WHERE device IS NOT NULL
  ), last (device, seq) AS (
    SELECT device, (SELECT max(seq) FROM event WHERE device = each.device) FROM each WHERE device IS NOT NULL
  )
  SELECT last.device, last.seq, event.hash, event.position,
         event.clock >> 16 AS clock_ms, event.clock & 65535 AS clock_counter
  FROM last JOIN event ON event.device = last.device AND event.seq = last.seq
  ORDER BY event.position DESC`;

export interface HeadRow {
  readonly device: DeviceId;
  readonly seq: number;
  readonly hash: Uint8Array;
  readonly position: number;
  readonly clock_ms: number;
  readonly clock_counter: number;
}

/** The last event of every device, the newest first. */
export const readHeadRows = (handle: ReadHandle): HeadRow[] => handle.read<HeadRow>(headsSql).all();

export const lastPosition = (handle: ReadHandle): number =>
  handle.read<{ last: number }>('SELECT ifnull(max(position), 0) AS last FROM event').get()?.last ??
  0;

export const streamVersion = (handle: ReadHandle, stream: string): number =>
  handle
    .read<{
      last: number;
    }>('SELECT ifnull(max(version), 0) AS last FROM event WHERE stream = +?')
    .get(stream)?.last ?? 0;

const readByStream = <Row>(
  handle: ReadHandle,
  columns: string,
  prefix: string,
  after: StreamCursor | null,
  upTo: number,
  limit: number,
): Row[] =>
  handle
    .read<Row>(
      `SELECT ${columns} FROM event
       WHERE (stream, version) > (?, ?) AND stream < ? AND position <= ?
       ORDER BY stream, version LIMIT +?`,
    )
    .all(after?.stream ?? prefix, after?.version ?? 0, afterPrefix(prefix), upTo, limit);

const isLate = (handle: ReadHandle, event: Placed): boolean =>
  handle
    .read(
      `SELECT 1 FROM event
       WHERE stream = ? AND version < ? AND (clock, device, seq) > (?, ?, ?) LIMIT 1`,
    )
    .get(event.stream, event.version, clockToInteger(event.clock), event.device, event.seq) !==
  undefined;

/** Reads events from an open log. `device` is this one, if it is known: its own events are never late. */
export const createEventReader = (
  handle: ReadHandle,
  daybook: DaybookIdentity,
  device: DeviceId | null,
): EventReader => {
  const events = (where: string, ...values: readonly (string | number)[]): StoredEvent[] =>
    handle
      .read<EventRow>(`SELECT ${eventColumns} FROM event WHERE ${where}`)
      .all(...values)
      .map(eventOfRow);

  const heads = () => readHeadRows(handle).map(({ device, seq, hash }) => ({ device, seq, hash }));

  return {
    daybook,
    position: () => lastPosition(handle),
    streamVersion: (stream) => streamVersion(handle, stream),
    readAfter: (position, limit) =>
      events('position > ? ORDER BY position LIMIT +?', position, limit),
    readStream: (stream, afterVersion, limit) =>
      events('stream = +? AND version > ? ORDER BY version LIMIT +?', stream, afterVersion, limit),
    readClearStream: (stream, afterVersion, limit) =>
      handle
        .read<ClearRow>(
          `SELECT ${clearColumns} FROM event
           WHERE stream = +? AND version > ? ORDER BY version LIMIT +?`,
        )
        .all(stream, afterVersion, limit)
        .map(clearOfRow),
    readSealedByStream: (...page) =>
      readByStream<SealedRow>(handle, sealedColumns, ...page).map(sealedOfRow),
    readClearByStream: (...page) =>
      readByStream<ClearRow>(handle, clearColumns, ...page).map(clearOfRow),
    readAbout: (subject, before, limit, types, from = null) => {
      const upTo = before === null ? '' : 'AND position < ?';
      const ofTypes = types === undefined ? '' : 'AND +type IN (SELECT value FROM json_each(?))';
      return events(
        `subject = +? ${upTo} ${from === null ? '' : 'AND position >= ?'} ${ofTypes} ORDER BY position DESC LIMIT +?`,
        subject,
        ...(before === null ? [] : [before]),
        ...(from === null ? [] : [from]),
        ...(types === undefined ? [] : [JSON.stringify(types)]),
        limit,
      );
    },
    reachAbout: (subject, before, count) =>
      handle
        .read<{ position: number }>(
          `SELECT position FROM event WHERE subject = +? ${before === null ? '' : 'AND position < ?'}
           ORDER BY position DESC LIMIT 1 OFFSET +?`,
        )
        .get(subject, ...(before === null ? [] : [before]), count - 1)?.position ?? null,
    readById: (id) => events('id = ?', id)[0] ?? null,
    readAt: (positions) =>
      events(
        'position IN (SELECT value FROM json_each(?)) ORDER BY position DESC',
        JSON.stringify(positions),
      ),
    readOfDevice: (device, seq) => events('device = ? AND seq = ?', device, seq)[0] ?? null,
    walk: (where, order, isSound) =>
      createLogWalk(
        { handle, heads: heads(), lastPosition: lastPosition(handle), isSound },
        where,
        order,
      ),
    readByCommand: (command) => events('command = +? ORDER BY position', command),
    // The clock of an event written here is later than every other in the log at that time.
    isLate: (event) => event.device !== device && isLate(handle, event),
    heads,
  };
};
