import type { z } from 'zod';
import type { AnyEvent, OpenedEvent } from './event.ts';
import type { LocalDate } from './local-date.ts';
import type { Sql, SqlValue } from './sql.ts';

/** What came out of a view. `next` goes into the next question as `after`; null means that was all. */
export interface ViewRows<Row = object> {
  readonly rows: readonly Row[];
  readonly next: string | null;
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
 * A named question over the history itself: the events about one person, newest first.
 *
 * **Source:** docs/decisions/0002-history-is-read-from-the-log.md
 */
export interface HistoryView<Name extends string, Input extends object, Row extends object> {
  readonly kind: 'history';
  readonly name: Name;
  readonly input: z.ZodType<Input, unknown>;
  readonly about: (input: Input) => string;
  readonly pageSize: number;
  readonly row: (event: HistoryEvent, context: ViewContext) => Row;
}

export type View<
  Name extends string = string,
  Input extends object = any,
  Row extends object = any,
> = RowView<Name, Input, Row> | HistoryView<Name, Input, Row>;

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
