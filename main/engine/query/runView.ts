import { inputInvalid } from '../../../shared/kernel/input-invalid.ts';
import { err, ok, type Result } from '../../../shared/kernel/result.ts';
import { joinSql, sql, type Sql, type SqlValue } from '../../../shared/kernel/sql.ts';
import type {
  HistoryEvent,
  HistoryView,
  LogView,
  PersonalPart,
  RowView,
  SortKey,
  SqlRow,
  View,
  ViewRows,
} from '../../../shared/kernel/view.ts';
import type { Refusal } from '../../../shared/protocol/refusal.ts';
import { decode } from '../eventlog/decode.ts';
import { streamIdOf } from '../eventlog/EventCatalog.ts';
import type { StoredEvent } from '../eventlog/EventLog.ts';
import {
  isPosition,
  MAX_PAGE,
  pageLimit,
  questionMark,
  readCursor,
  writeCursor,
  type CursorInvalid,
  type Page,
} from './pages.ts';
import { partOf } from './partOf.ts';
import type { QueryContext } from './QueryContext.ts';
import { runLogView } from './runLogView.ts';

const isColumnValue = (value: unknown): value is string | number | null =>
  value === null || typeof value === 'string' || typeof value === 'number';

/** Columns come from views, never from outside; quoting is for reserved words. */
const column = (name: string): Sql => ({ text: `"${name}"`, values: [] });

/** Rows after the cursor, in an order where SQLite puts NULL before everything else. */
const isAfter = ({ column: name, direction }: SortKey, value: SqlValue): Sql => {
  if (direction === 'ascending')
    return value === null ? sql`${column(name)} IS NOT NULL` : sql`${column(name)} > ${value}`;
  return value === null ? sql`0` : sql`(${column(name)} < ${value} OR ${column(name)} IS NULL)`;
};

const isSame = ({ column: name }: SortKey, value: SqlValue): Sql =>
  value === null ? sql`${column(name)} IS NULL` : sql`${column(name)} = ${value}`;

/** Says once more, in a form that an index can jump to, that the first key is not before the cursor. */
const fromCursor = (key: SortKey | undefined, value: SqlValue): Sql =>
  key?.direction === 'ascending' && value !== null
    ? sql`${column(key.column)} >= ${value}`
    : sql`1`;

/** `a > x OR (a = x AND b > y) OR ...`, one alternative for each sort key. */
const afterCursor = (order: readonly SortKey[], values: readonly SqlValue[]): Sql => {
  const alternatives = order.map((key, index) => {
    const before = order.slice(0, index).map((other, at) => isSame(other, values[at] ?? null));
    return sql`(${joinSql([...before, isAfter(key, values[index] ?? null)], ' AND ')})`;
  });
  return sql`${fromCursor(order[0], values[0] ?? null)} AND (${joinSql(alternatives, ' OR ')})`;
};

const orderBy = (order: readonly SortKey[]): Sql =>
  joinSql(
    order.map(({ column: name, direction }) => ({
      text: `"${name}" ${direction === 'ascending' ? 'ASC' : 'DESC'}`,
      values: [],
    })),
    ', ',
  );

/** The personal part of the event that a row names. */
const partNamedBy = (eventId: SqlValue | undefined, context: QueryContext): PersonalPart => {
  const stored = typeof eventId === 'string' ? context.log.readById(eventId) : null;
  return stored ? partOf(stored, context) : { type: 'missing' };
};

const runRowView = (
  view: RowView<string, object, object>,
  input: object & Page,
  context: QueryContext,
): Result<ViewRows, CursorInvalid> => {
  const order = view.order(input);
  const mark = questionMark(view, input);
  const cursor =
    input.after === undefined ? null : readCursor(input.after, mark, order.length, isColumnValue);
  if (cursor && !cursor.ok) return cursor;
  const limit = pageLimit(input, view.pageSize);
  const statement = sql`SELECT * FROM (${view.query(input, context.view)}) WHERE ${
    cursor ? afterCursor(order, cursor.value) : sql`1`
  } ORDER BY ${orderBy(order)} LIMIT ${limit === null ? -1 : limit + 1} OFFSET ${input.skip ?? 0}`;
  const found = context.state.read<SqlRow>(statement.text).all(...statement.values);
  const page = limit === null ? found : found.slice(0, limit);
  const last = page.at(-1);
  return ok({
    rows: page.map((row) =>
      view.row(
        row,
        context.view,
        view.sealedIn === undefined ? { type: 'none' } : partNamedBy(row[view.sealedIn], context),
      ),
    ),
    next:
      last && found.length > page.length
        ? writeCursor(
            mark,
            order.map(({ column: name }) => last[name] ?? null),
          )
        : null,
  });
};

const historyEvent = (stored: StoredEvent, context: QueryContext): HistoryEvent => {
  const { catalog, log } = context;
  const decoded = decode(stored, stored.version, catalog, log.daybook.currency);
  const part = partOf(stored, context);
  const event =
    decoded.type === 'known'
      ? decoded.event
      : {
          type: stored.type,
          data: {},
          id: stored.id,
          streamId: streamIdOf(stored.stream),
          ordinal: stored.version,
          recordedAt: stored.clock.ms,
          device: stored.device,
          actor: stored.actor,
        };
  return {
    ...event,
    personal: part.type === 'opened' ? part.personal : null,
    position: stored.position,
    record: catalog.recordOfStream(stored.stream)?.name ?? '',
    part: part.type,
  };
};

/**
 * So many events of a person are looked at for a page of some types only: who has tens of thousands of
 * entries and few of what is asked for must not hold up everybody else.
 */
const LOOKED_AT = 2_000;

const runHistoryView = (
  view: HistoryView<string, object, object>,
  input: object & Page,
  context: QueryContext,
): Result<ViewRows, CursorInvalid> => {
  const mark = questionMark(view, input);
  const cursor = input.after === undefined ? null : readCursor(input.after, mark, 1, isPosition);
  if (cursor && !cursor.ok) return cursor;
  const limit = pageLimit(input, view.pageSize) ?? MAX_PAGE;
  const skip = Math.min(input.skip ?? 0, MAX_PAGE);
  const subject = view.about(input);
  const types = view.types?.(input);
  const before = cursor?.value[0] ?? null;
  // What is skipped is counted in rows, so all of it has to be found.
  const isBounded = types !== undefined && skip === 0;
  const from = isBounded ? context.log.reachAbout(subject, before, LOOKED_AT) : null;
  const found = context.log.readAbout(subject, before, skip + limit + 1, types, from).slice(skip);
  const page = found.slice(0, limit);
  const next = found.length > limit ? (page.at(-1)?.position ?? null) : from;
  return ok({
    rows: page.map((stored) => view.row(historyEvent(stored, context), context.view)),
    next: next === null ? null : writeCursor(mark, [next]),
  });
};

/**
 * Answers a view. The page is bounded whatever the input says.
 *
 * **Errors:** `InputInvalid`, `CursorInvalid`. Throws `PersonalPartDamaged` when something that should
 * open does not.
 */
export const runView = (
  view: View,
  input: object,
  context: QueryContext,
): Result<ViewRows, Refusal> => {
  const parsed = view.input.safeParse(input);
  if (!parsed.success) return err(inputInvalid(parsed.error.issues));
  const checked = parsed.data as object & Page;
  switch (view.kind) {
    case 'rows':
      return runRowView(view as RowView<string, object, object>, checked, context);
    case 'history':
      return runHistoryView(view as HistoryView<string, object, object>, checked, context);
    case 'log':
      return runLogView(view as LogView<string, object, object>, checked, context);
  }
};
