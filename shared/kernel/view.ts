import type { z } from 'zod';
import type { CloudEvent } from './cloud-event.ts';
import type { AnyEvent, OpenedEvent } from './event.ts';
import type { LocalDate } from './local-date.ts';
import type { Sql, SqlValue } from './sql.ts';

/** What came out of a view. `next` goes into the next question as `after`; null means that was all. */
export interface ViewRows<Row = object> {
  readonly rows: readonly Row[];
  readonly next: string | null;
  /** Of a view of the log only. */
  readonly reach?: LogReach;
}

/**
 * What an answer says of the log that it comes from. A page of the log ends with its slice of time, so it
 * may hold fewer rows than were asked for, or none, and `next` all the same.
 */
export interface LogReach {
  /** How many places the question has looked at so far, of how many that can have what it asks for. */
  readonly done: number;
  readonly total: number;
  /** Position of the last event of the log. */
  readonly last: number;
  /** Every device that has written in it. */
  readonly devices: readonly string[];
}

/** What a view may know besides its input. */
export interface ViewContext {
  readonly currency: string;
  readonly today: LocalDate;
}

/** A row as SQLite gives it: by column name. */
export type SqlRow = Readonly<Record<string, SqlValue>>;

/** One sort key of a keyset page: a column of the result, by name. Together the keys must be unique. */
export interface SortKey {
  readonly column: string;
  readonly direction: 'ascending' | 'descending';
}

/** What became of the personal part of an event on the way from the log to the screen. */
export type PersonalPart =
  | { readonly type: 'none' }
  | { readonly type: 'opened'; readonly personal: Readonly<Record<string, unknown>> }
  /** Its key has been destroyed, which the keys remember. */
  | { readonly type: 'erased' }
  /** Its event is not in the log any more, or is one that only a newer Daybook can read. */
  | { readonly type: 'missing' };

/**
 * A named question over the rows of the read models, in SQL.
 *
 * **Shape:** `query` selects every row of the answer, unordered and unlimited; the engine adds the
 * order, the place to go on from, and the limit. Tables of private indexes are named `private.<table>`.
 */
export interface RowView<Name extends string, Input extends object, Row extends object> {
  readonly kind: 'rows';
  readonly name: Name;
  readonly input: z.ZodType<Input, unknown>;
  readonly query: (input: Input, context: ViewContext) => Sql;
  /** Order of the answer. The engine pages by these keys; the last ones must make the order unique. */
  readonly order: (input: Input) => readonly SortKey[];
  /** Rows a page, unless the input has a `limit`; absent for views that answer whole. */
  readonly pageSize?: number;
  /** A row of SQLite to a row of the answer. `part` is the personal part of the event in `sealedIn`. */
  readonly row: (row: SqlRow, context: ViewContext, part: PersonalPart) => Row;
  /** Names the column with the id of an event whose personal part the row shows. */
  readonly sealedIn?: string;
}

/** An event of the history as a view of the log sees it. */
export type HistoryEvent = OpenedEvent<AnyEvent> & {
  readonly position: number;
  /** Name of the record that the stream belongs to. */
  readonly record: string;
  /** What became of its personal part: `personal` is null unless it was opened. */
  readonly part: PersonalPart['type'];
};

/**
 * A named question over the history itself: the events about one person, newest first. Where it asks for
 * some types only, a page may be short, or empty, and still have a next one.
 *
 * **Source:** docs/decisions/0002-history-is-read-from-the-log.md
 */
export interface HistoryView<Name extends string, Input extends object, Row extends object> {
  readonly kind: 'history';
  readonly name: Name;
  readonly input: z.ZodType<Input, unknown>;
  readonly about: (input: Input) => string;
  /** Only events of these types; undefined for all of them. */
  readonly types?: (input: Input) => readonly string[] | undefined;
  readonly pageSize: number;
  readonly row: (event: HistoryEvent, context: ViewContext) => Row;
}

/** Which events of the log are asked for. Each part narrows; none of them leaves all events. */
export interface LogSelection {
  readonly types?: readonly string[] | undefined;
  /** The person whom an event is about. */
  readonly subject?: string | undefined;
  readonly device?: string | undefined;
  /** Recorded then or later. **Units:** milliseconds since 1970 UTC. */
  readonly recordedFrom?: number | undefined;
  /** Recorded earlier than this. **Units:** milliseconds since 1970 UTC. */
  readonly recordedBefore?: number | undefined;
}

export type LogOrder = 'newest' | 'oldest';

/** What a view of the log wants: the events at some positions, or all that are selected, in an order. */
export type LogQuestion =
  | { readonly at: readonly number[] }
  | {
      readonly where: LogSelection;
      readonly order: LogOrder;
      /** Begins at this position, be it of a selected event or not. */
      readonly from?: number | undefined;
    };

/** Where an event stands in the chain of its device. Hashes are in hex. */
export interface LogChain {
  /** Null where the event before it is not in the log. */
  readonly previous: string | null;
  readonly hash: string;
  /** Whether the hash follows from the stored bytes, reckoned now; null where that cannot be told. */
  readonly holds: boolean | null;
}

/** An event as it stands in the log. */
export interface LogEvent {
  readonly position: number;
  readonly id: string;
  readonly type: string;
  /** Name of the record that the stream belongs to; empty where no record is known for it. */
  readonly record: string;
  readonly streamId: string;
  /** The event's number in its stream, in order of arrival on this machine. */
  readonly version: number;
  /** **Units:** milliseconds since 1970 UTC, by the writing device, and the counter of its hybrid clock. */
  readonly recordedAt: number;
  readonly counter: number;
  readonly device: string;
  readonly seq: number;
  readonly actor: string;
  readonly command: string;
  readonly cause: string | null;
  /** The person it is about. */
  readonly subject: string | null;
  /** Version of the type's shape, as it was written. */
  readonly schema: number;
  /** The version that `data` is in; null where this Daybook cannot read the event. */
  readonly currentSchema: number | null;
  /** The clear part; empty where it cannot be read. */
  readonly data: object;
  /** What became of the personal part. `damaged`: it should open and does not. */
  readonly part: PersonalPart['type'] | 'damaged';
  readonly personal: Readonly<Record<string, unknown>> | null;
  readonly chain: () => LogChain;
  readonly inOpenFormat: () => CloudEvent;
}

/**
 * A named question over the whole log. Its rows come in slices of time, since filters without an index
 * read every event on their way.
 *
 * **Source:** docs/decisions/0015-the-log-is-asked-in-slices.md
 */
export interface LogView<Name extends string, Input extends object, Row extends object> {
  readonly kind: 'log';
  readonly name: Name;
  readonly input: z.ZodType<Input, unknown>;
  readonly question: (input: Input) => LogQuestion;
  readonly pageSize: number;
  /** What the read models know of a person: one row or none, which `row` gets. */
  readonly about: (subject: string) => Sql;
  readonly row: (event: LogEvent, context: ViewContext, about: SqlRow | null) => Row;
}

export type View<
  Name extends string = string,
  Input extends object = any,
  Row extends object = any,
> = RowView<Name, Input, Row> | HistoryView<Name, Input, Row> | LogView<Name, Input, Row>;

/** Declares a view over rows and infers its types. Its input may always carry `after`, `skip` and `limit`. */
export const defineView = <const Name extends string, Input extends object, Row extends object>(
  view: Omit<RowView<Name, Input, Row>, 'kind'>,
): RowView<Name, Input, Row> => ({ kind: 'rows', ...view });

/** Declares a view over the history of a person and infers its types. */
export const defineHistoryView = <
  const Name extends string,
  Input extends object,
  Row extends object,
>(
  view: Omit<HistoryView<Name, Input, Row>, 'kind'>,
): HistoryView<Name, Input, Row> => ({ kind: 'history', ...view });

/** Declares a view over the log and infers its types. */
export const defineLogView = <const Name extends string, Input extends object, Row extends object>(
  view: Omit<LogView<Name, Input, Row>, 'kind'>,
): LogView<Name, Input, Row> => ({ kind: 'log', ...view });
