import type { Result } from '../../shared/kernel/result.ts';
import type { ViewRows } from '../../shared/kernel/view.ts';
import type { Refusal } from '../../shared/protocol/refusal.ts';
import type { RowsChange } from './createRowChanges.ts';
import { createListeners } from './createListeners.ts';

/** What is known of a long answer so far. A new object whenever anything has changed. */
export interface PagedRowsState<Row> {
  /** How many rows there are, as far as is known; it grows as pages come. */
  readonly count: number;
  /** True once the last page has been seen, so that `count` is exact. */
  readonly complete: boolean;
  /** True until the first page has come. */
  readonly loading: boolean;
  readonly refusal: Refusal | null;
  /** Undefined for a row that is not held now. */
  readonly rowAt: (index: number) => Row | undefined;
}

export interface PagedRows<Row> {
  readonly state: () => PagedRowsState<Row>;
  /** Gives back what ends the listening. */
  readonly onChange: (listener: () => void) => () => void;
  /** Says which rows are in sight; their pages are fetched and far ones are let go. */
  readonly show: (first: number, last: number) => void;
  /**
   * Asks again for what is in sight. Old rows stay until the new ones are there, but after an erasure: they
   * may name the erased, and go at once, whatever is answered.
   */
  readonly refresh: (change: RowsChange) => void;
  /** How many there are likely to be, from elsewhere, so that the scroll bar tells the truth early. */
  readonly expect: (total: number | null) => void;
  /** Whether all that is held is true, as far as is known, and nothing is asked for. */
  readonly isSettled: () => boolean;
}

interface PagedRowsOptions<Row> {
  /** Asks for rows behind a place, leaving some out before the first. */
  readonly ask: (
    after: string | null,
    limit: number,
    skip: number,
  ) => Promise<Result<ViewRows<Row>, Refusal>>;
  readonly pageSize: number;
}

/** A question under way. There is one at a time, so that changes never pile questions up. */
interface Asking {
  /** Rows have changed since: the answer is shown, for there may never be a quieter one, and asked for again. */
  isOutdated: boolean;
  /** Somebody was erased since: the answer may name them, and is not shown. */
  isVoid: boolean;
}

/** Pages held on each side of what is in sight. */
const PAGES_AROUND = 2;
/** Pages asked for at once on the way to a place that is not far. */
const PAGES_A_STEP = 5;

/**
 * A long answer, read page by page through its keys and never held whole. To reach a far place, the rows
 * up to it are left out from the last place that is known before it: one question, however far it is.
 *
 * **Shape:** `starts[i]` is the `after` of page i, undefined where nobody has been; that of the first is
 * always known. Pages are full except the last.
 */
export const createPagedRows = <Row>({ ask, pageSize }: PagedRowsOptions<Row>): PagedRows<Row> => {
  const changes = createListeners<null>();
  const starts: (string | null | undefined)[] = [null];
  const pages = new Map<number, readonly Row[]>();
  /** Pages to ask for again, those that have waited longest first. */
  const stale = new Set<number>();
  let asking: Asking | null = null;
  let end: number | null = null;
  /** The first page that was asked for and turned out to lie behind the end. */
  let behind = Infinity;
  let expected: number | null = null;
  let refusal: Refusal | null = null;
  let sight = { first: 0, last: 0 };

  const makeState = (): PagedRowsState<Row> => ({
    count:
      end ??
      Math.max(
        pages.size === 0 && starts.length === 1 ? 0 : starts.length * pageSize,
        expected ?? 0,
      ),
    complete: end !== null,
    loading: pages.size === 0 && end === null && refusal === null,
    refusal,
    rowAt: (index) => pages.get(Math.floor(index / pageSize))?.[index % pageSize],
  });
  let state = makeState();
  const changed = (): void => {
    state = makeState();
    changes.tell(null);
  };

  const isNear = (page: number): boolean =>
    page >= sight.first - PAGES_AROUND && page <= sight.last + PAGES_AROUND;

  const isInSight = (page: number): boolean => page >= sight.first && page <= sight.last + 1;

  /** Takes in the rows from page `first` on, as many pages as there are. */
  const keep = (first: number, { rows, next }: ViewRows<Row>, isOutdated: boolean): void => {
    if (rows.length === 0 && first > 0 && starts[first] === undefined) {
      behind = first;
      expected = first * pageSize;
      endSightAt(first - 1);
      return;
    }
    behind = Infinity;
    const count = Math.max(1, Math.ceil(rows.length / pageSize));
    for (let page = first; page < first + count; page += 1) {
      const from = (page - first) * pageSize;
      if (isOutdated ? isInSight(page) : isNear(page))
        pages.set(page, rows.slice(from, from + pageSize));
      stale.delete(page);
      if (isOutdated && pages.has(page)) stale.add(page);
    }
    const after = first + count;
    if (next !== null && starts[after] === next) return;
    // The answer goes on elsewhere than before, or ends here: what was known of the rest is out of date.
    starts.length = first + 1;
    end = next === null ? first * pageSize + rows.length : null;
    if (next === null) starts.length = after;
    else {
      starts[after] = next;
      stale.add(after);
    }
    for (const held of pages.keys()) if (held >= starts.length) pages.delete(held);
  };

  /** Asks for pages from `first` on; `known` is the last one before it, or itself, whose start is known. */
  const fetchPages = async (known: number, first: number, count: number): Promise<void> => {
    const question: Asking = { isOutdated: false, isVoid: false };
    asking = question;
    const skip = (first - known) * pageSize;
    const answer = await ask(starts[known] ?? null, count * pageSize, skip).finally(() => {
      asking = null;
    });
    if (!question.isVoid) {
      refusal = answer.ok ? null : answer.error;
      if (answer.ok) keep(first, answer.value, question.isOutdated);
      changed();
    }
    // What was refused is asked for again when there is a reason to, not at once.
    if (answer.ok || question.isOutdated) fetchWhatIsMissing();
  };

  /** The last page up to this one that can be asked for. */
  const reachable = (page: number): number => {
    let known = Math.min(page, starts.length - 1);
    while (known > 0 && starts[known] === undefined) known -= 1;
    return known;
  };

  /** Nothing behind the end can be in sight for long, nor be kept: the last rows are meant. */
  const endSightAt = (last: number): void => {
    sight = { first: Math.min(sight.first, last), last: Math.min(sight.last, last) };
  };

  /** What is not there at all comes first, or what keeps changing above it would keep it waiting. */
  const nextToAsk = (): number | undefined => {
    const last = end === null ? behind - 1 : Math.max(0, Math.ceil(end / pageSize) - 1);
    for (
      let page = Math.min(sight.first, last);
      page <= Math.min(sight.last + 1, last);
      page += 1
    ) {
      const isOnlyAhead = page === sight.last + 1 && page >= starts.length;
      if (!pages.has(page) && !isOnlyAhead) return page;
    }
    return [...stale].find((page) => isInSight(page) && page <= last);
  };

  const fetchWhatIsMissing = (): void => {
    for (const held of pages.keys()) if (!isNear(held)) pages.delete(held);
    const page = asking === null ? nextToAsk() : undefined;
    if (page === undefined) return;
    const known = reachable(page);
    if (page - known < PAGES_A_STEP) void fetchPages(known, known, page - known + 1);
    else void fetchPages(known, page, 1);
  };

  return {
    state: () => state,
    onChange: (listener) => changes.add(listener),
    show: (first, last) => {
      sight = { first: Math.floor(first / pageSize), last: Math.floor(last / pageSize) };
      fetchWhatIsMissing();
    },
    refresh: ({ erased }) => {
      if (asking !== null) {
        asking.isOutdated = true;
        asking.isVoid ||= erased;
      }
      for (const page of pages.keys()) {
        // What is out of sight is asked for again when it is needed.
        if (isInSight(page) && !erased) stale.add(page);
        else pages.delete(page);
      }
      if (erased) changed();
      fetchWhatIsMissing();
    },
    expect: (total) => {
      if (expected === total) return;
      expected = total;
      if (end === null) changed();
    },
    isSettled: () => asking === null && ![...stale].some((page) => pages.has(page)),
  };
};
