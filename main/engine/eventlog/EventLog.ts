import type { HybridClock } from '../../../shared/kernel/hybrid-clock.ts';
import type {
  CommandId,
  DaybookId,
  DeviceId,
  EventId,
  KeyId,
  MemberId,
  PersonId,
} from '../../../shared/kernel/ids.ts';
import type { Precondition, PreconditionFailed } from '../../../shared/kernel/precondition.ts';
import type { Result } from '../../../shared/kernel/result.ts';
import type { LogOrder, LogSelection } from '../../../shared/kernel/view.ts';

/** What a daybook is, fixed when it is created. */
export interface DaybookIdentity {
  readonly id: DaybookId;
  readonly name: string;
  /** ISO 4217. */
  readonly currency: string;
  /** **Units:** milliseconds since 1970 UTC. */
  readonly createdAt: number;
}

/** An event that has everything but its place in the log. */
export interface EventToAppend {
  readonly id: EventId;
  readonly type: string;
  readonly schema: number;
  readonly command: CommandId;
  readonly cause: EventId | null;
  readonly actor: MemberId;
  /** JSON bytes in UTF-8, without personal data. */
  readonly data: Uint8Array;
  readonly subject: PersonId | null;
  readonly key: KeyId | null;
  readonly sealed: Uint8Array | null;
}

/** An event as it stands in the log: stored bytes, not yet decoded or upcast. */
export interface StoredEvent extends EventToAppend {
  /** Order of arrival on this machine, from 1 without gaps. */
  readonly position: number;
  readonly device: DeviceId;
  /** The event's number among those of its device, from 1 without gaps. */
  readonly seq: number;
  readonly clock: HybridClock;
  readonly stream: string;
  /** The event's number in its stream on this machine, from 1 without gaps. */
  readonly version: number;
  readonly hash: Uint8Array;
}

/**
 * An event as far as states and rows are made from it, with `data` as text. Everything else of an event
 * takes two thirds of the time that it takes to read.
 */
export interface ClearStored extends Pick<
  StoredEvent,
  | 'position'
  | 'id'
  | 'device'
  | 'seq'
  | 'clock'
  | 'stream'
  | 'version'
  | 'type'
  | 'schema'
  | 'actor'
> {
  readonly data: string;
}

/** The same with the sealed part. */
export interface SealedStored
  extends ClearStored, Pick<StoredEvent, 'subject' | 'key' | 'sealed'> {}

/** Events for one stream, and what must hold of it. */
export interface StreamAppend {
  readonly stream: string;
  readonly precondition: Precondition;
  readonly events: readonly EventToAppend[];
}

/** An event of another device, with the place that device gave it. */
export type ForeignEvent = Omit<StoredEvent, 'position' | 'version'>;

/** The last event of a device. */
export interface DeviceHead {
  readonly device: DeviceId;
  readonly seq: number;
  readonly hash: Uint8Array;
}

/** One thing that is wrong with the log. `detail` is for people who mend, and holds no personal data. */
export interface LogFinding {
  readonly type:
    | 'ChainBroken'
    | 'PositionsNotDense'
    | 'SequenceNotDense'
    | 'VersionsNotDense'
    | 'EventMalformed'
    | 'SchemaChanged'
    | 'IdentityChanged'
    | 'LogBehindHeads'
    | 'HeadsMissing'
    | 'HeadsDamaged'
    | 'IndexDisagrees'
    | 'DatabaseDamaged';
  readonly position?: number;
  readonly device?: string;
  readonly seq?: number;
  readonly detail: string;
}

/** Where an event stands among those of its stream. */
export type Placed = Pick<StoredEvent, 'stream' | 'version' | 'clock' | 'device' | 'seq'>;

/** Where a read of whole streams stands: the last event it gave. */
export interface StreamCursor {
  readonly stream: string;
  readonly version: number;
}

/**
 * A way through the log in stretches of which each takes little time, whatever is selected. Places are the
 * way's own numbers: positions, or those of a device.
 */
export interface LogWalk {
  /** The first and the last place where something selected can be; null when there is none. */
  readonly ends: { readonly first: number; readonly last: number } | null;
  /** The place on the way that a position stands for; null when the way has nothing from there on. */
  readonly placeAt: (position: number) => number | null;
  /**
   * Looks at `span` places from `from` on, or at fewer once `limit` events are found. `next` is where to go
   * on; null at the end of the way.
   */
  readonly stretch: (
    from: number,
    span: number,
    limit: number,
  ) => { readonly events: readonly StoredEvent[]; readonly next: number | null };
}

/** Reads events. Pages only: nothing here holds a statement open, so reads and writes may alternate. */
export interface EventReader {
  readonly daybook: DaybookIdentity;
  /** Position of the last event, 0 in an empty log. */
  readonly position: () => number;
  readonly streamVersion: (stream: string) => number;
  /** Events after `position`, in log order. */
  readonly readAfter: (position: number, limit: number) => StoredEvent[];
  /** Events of one stream after `version`, in order of arrival. */
  readonly readStream: (stream: string, afterVersion: number, limit: number) => StoredEvent[];
  /** As `readStream`, without what is not needed to fold it. */
  readonly readClearStream: (stream: string, afterVersion: number, limit: number) => ClearStored[];
  /**
   * Events of every stream whose name starts with `prefix`, stream by stream, and only up to position
   * `upTo`: how read models are rebuilt. `after` null begins.
   */
  readonly readClearByStream: (
    prefix: string,
    after: StreamCursor | null,
    upTo: number,
    limit: number,
  ) => ClearStored[];
  /** The same events with their sealed parts. */
  readonly readSealedByStream: (
    prefix: string,
    after: StreamCursor | null,
    upTo: number,
    limit: number,
  ) => SealedStored[];
  /**
   * Events about a person before `position` (or null for the newest), newest first; of some types or of
   * all, and none before the position `from`.
   */
  readonly readAbout: (
    subject: string,
    before: number | null,
    limit: number,
    types?: readonly string[],
    from?: number | null,
  ) => StoredEvent[];
  /** Where the newest `count` events about a person before `position` begin; null where there are fewer. */
  readonly reachAbout: (subject: string, before: number | null, count: number) => number | null;
  readonly readById: (id: string) => StoredEvent | null;
  /** Events at these positions as far as there are any, newest first. */
  readonly readAt: (positions: readonly number[]) => StoredEvent[];
  /** An event by the number that its device gave it. */
  readonly readOfDevice: (device: string, seq: number) => StoredEvent | null;
  /** `isSound`: nothing wrong is known of the log, so that its rules may be relied on. */
  readonly walk: (where: LogSelection, order: LogOrder, isSound: boolean) => LogWalk;
  /** What a command wrote, in log order; empty when it has never been accepted. */
  readonly readByCommand: (command: string) => StoredEvent[];
  /**
   * True when an event that came before it belongs after it in canonical order: the rows of the
   * stream must then be made again.
   */
  readonly isLate: (event: Placed) => boolean;
  readonly heads: () => readonly DeviceHead[];
}

/** The log of one daybook, open for writing. The only thing it can do to an event is to add one. */
export interface EventLog extends EventReader {
  /** The latest clock of any event. No later one falls behind it. */
  readonly clock: () => HybridClock;
  /**
   * Adds events of this device in one durable transaction: all of them are on disk when it returns, or
   * none is there. Gives them back with their places.
   *
   * **Errors:** `PreconditionFailed` of the first stream that is elsewhere than expected. Throws
   * `CommitOutcomeUnknown` when the disk failed and the log could not be read again to see what became
   * of it, `StorageFull` / `StorageFailed` when it is certain that nothing was written.
   */
  readonly append: (
    appends: readonly StreamAppend[],
  ) => Result<readonly StoredEvent[], PreconditionFailed>;
  /** Adds events that another device made, keeping its sequence, clock and hash. For exchange and tests. */
  readonly appendForeign: (events: readonly ForeignEvent[]) => readonly StoredEvent[];
  readonly close: () => void;
}

/** A full check in pieces: call until it gives `done`; every call works for about the time it is given. */
export interface VerifyRun {
  readonly step: (milliseconds: number) => 'more' | 'done';
  readonly progress: () => { readonly done: number; readonly total: number };
  readonly findings: () => readonly LogFinding[];
}
