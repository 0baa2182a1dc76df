import { ok, type Result } from '../../../shared/kernel/result.ts';
import type {
  LogQuestion,
  LogReach,
  LogView,
  SqlRow,
  ViewRows,
} from '../../../shared/kernel/view.ts';
import type { LogWalk, StoredEvent } from '../eventlog/EventLog.ts';
import { SLICE_MS } from '../jobs/JobRun.ts';
import { logEventOf } from './logEventOf.ts';
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
import type { QueryContext } from './QueryContext.ts';

type Walked = Extract<LogQuestion, { readonly where: object }>;

/** Places that are looked at between two looks at the clock: as few at first as take no time on a cold disk. */
const FIRST_SPAN = 256;
const LONGEST_SPAN = 16_384;

/** Makes rows, and looks up each person of a page once. */
const createRowMaker = (view: LogView<string, object, object>, context: QueryContext) => {
  const people = new Map<string, SqlRow | null>();
  const about = (subject: string): SqlRow | null => {
    let known = people.get(subject);
    if (known === undefined) {
      const query = view.about(subject);
      known = context.state.read<SqlRow>(query.text).get(...query.values) ?? null;
      people.set(subject, known);
    }
    return known;
  };
  return (stored: StoredEvent): object => {
    const event = logEventOf(stored, context);
    return view.row(event, context.view, event.subject === null ? null : about(event.subject));
  };
};

/**
 * Walks until the page is full, the way ends, or the slice of time is over. A stretch grows while it takes
 * little of the slice, so that a fast disk is not kept waiting for the clock.
 */
const walkOn = (
  walk: LogWalk,
  from: number | null,
  limit: number,
  { elapsedMs }: QueryContext,
  take: (stored: StoredEvent) => void,
): number | null => {
  const endsAt = elapsedMs() + SLICE_MS;
  let span = FIRST_SPAN;
  let next = from;
  let found = 0;
  let now = endsAt - SLICE_MS;
  while (next !== null && found < limit && now < endsAt) {
    const stretch = walk.stretch(next, span, limit - found);
    stretch.events.forEach(take);
    found += stretch.events.length;
    next = stretch.next;
    const later = elapsedMs();
    if (later - now < SLICE_MS / 8) span = Math.min(span * 2, LONGEST_SPAN);
    now = later;
  }
  return next;
};

const doneOf = (
  { ends }: LogWalk,
  order: Walked['order'],
  next: number | null,
): Pick<LogReach, 'done' | 'total'> => {
  if (ends === null) return { done: 0, total: 0 };
  const total = ends.last - ends.first + 1;
  if (next === null) return { done: total, total };
  return { done: order === 'newest' ? ends.last - next : next - ends.first, total };
};

/**
 * Answers a view of the log: a page, or as much of it as is found within a slice.
 *
 * **Errors:** `CursorInvalid`.
 */
export const runLogView = (
  view: LogView<string, object, object>,
  input: object & Page,
  context: QueryContext,
): Result<ViewRows, CursorInvalid> => {
  const mark = questionMark(view, input);
  const cursor = input.after === undefined ? null : readCursor(input.after, mark, 1, isPosition);
  if (cursor && !cursor.ok) return cursor;
  const { log, isSound } = context;
  const question = view.question(input);
  const rowOf = createRowMaker(view, context);
  const lies = { last: log.position(), devices: log.heads().map(({ device }) => device) };
  if ('at' in question) {
    const rows = log.readAt(question.at).map(rowOf);
    return ok({ rows, next: null, reach: { done: rows.length, total: rows.length, ...lies } });
  }
  const walk = log.walk(question.where, question.order, isSound);
  const begin =
    question.from === undefined
      ? ((question.order === 'newest' ? walk.ends?.last : walk.ends?.first) ?? null)
      : walk.placeAt(question.from);
  const rows: object[] = [];
  const next = walkOn(
    walk,
    cursor?.value[0] ?? begin,
    pageLimit(input, view.pageSize) ?? MAX_PAGE,
    context,
    (stored) => rows.push(rowOf(stored)),
  );
  return ok({
    rows,
    next: next === null ? null : writeCursor(mark, [next]),
    reach: { ...doneOf(walk, question.order, next), ...lies },
  });
};
