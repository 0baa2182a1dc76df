import type {
  CommandId,
  DeviceId,
  EventId,
  KeyId,
  MemberId,
  PersonId,
} from '../../../shared/kernel/ids.ts';
import type { ClearStored, SealedStored, StoredEvent } from './EventLog.ts';

/** The columns of an event, its clock in two parts that JavaScript's numbers hold. */
export const eventColumns =
  'position, id, device, seq, clock >> 16 AS clock_ms, clock & 65535 AS clock_counter, stream, ' +
  'version, type, schema, command, cause, actor, data, subject, key, sealed, hash';

export interface EventRow {
  readonly position: number;
  readonly id: string;
  readonly device: string;
  readonly seq: number;
  readonly clock_ms: number;
  readonly clock_counter: number;
  readonly stream: string;
  readonly version: number;
  readonly type: string;
  readonly schema: number;
  readonly command: string;
  readonly cause: string | null;
  readonly actor: string;
  readonly data: Uint8Array;
  readonly subject: string | null;
  readonly key: string | null;
  readonly sealed: Uint8Array | null;
  readonly hash: Uint8Array;
}

/** The columns of what states and rows are made from. */
export const clearColumns =
  'position, id, device, seq, clock >> 16 AS clock_ms, clock & 65535 AS clock_counter, stream, ' +
  'version, type, schema, actor, CAST(data AS TEXT) AS data';

export interface ClearRow extends Pick<
  EventRow,
  | 'position'
  | 'id'
  | 'device'
  | 'seq'
  | 'clock_ms'
  | 'clock_counter'
  | 'stream'
  | 'version'
  | 'type'
  | 'schema'
  | 'actor'
> {
  readonly data: string;
}

export const sealedColumns = `${clearColumns}, subject, key, sealed`;

export interface SealedRow extends ClearRow, Pick<EventRow, 'subject' | 'key' | 'sealed'> {}

/** As `eventOfRow`. */
export const sealedOfRow = (row: SealedRow): SealedStored => ({
  ...clearOfRow(row),
  subject: row.subject as PersonId | null,
  key: row.key as KeyId | null,
  sealed: row.sealed,
});

/** As `eventOfRow`. */
export const clearOfRow = (row: ClearRow): ClearStored => ({
  position: row.position,
  id: row.id as EventId,
  device: row.device as DeviceId,
  seq: row.seq,
  clock: { ms: row.clock_ms, counter: row.clock_counter },
  stream: row.stream,
  version: row.version,
  type: row.type,
  schema: row.schema,
  actor: row.actor as MemberId,
  data: row.data,
});

/** A row as the engine knows it. Ids were checked when they were written, and `verify` checks them again. */
export const eventOfRow = (row: EventRow): StoredEvent => ({
  position: row.position,
  id: row.id as EventId,
  device: row.device as DeviceId,
  seq: row.seq,
  clock: { ms: row.clock_ms, counter: row.clock_counter },
  stream: row.stream,
  version: row.version,
  type: row.type,
  schema: row.schema,
  command: row.command as CommandId,
  cause: row.cause as EventId | null,
  actor: row.actor as MemberId,
  data: row.data,
  subject: row.subject as PersonId | null,
  key: row.key as KeyId | null,
  sealed: row.sealed,
  hash: row.hash,
});
