import type { Result } from '../../shared/kernel/result.ts';
import type { ViewRows } from '../../shared/kernel/view.ts';
import type { Refusal } from '../../shared/protocol.ts';
import { createListeners } from './listeners.ts';

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
  /** Asks again for what is in sight; old rows stay until the new ones are there. */
  readonly refresh: () => void;
  /** How many there are likely to be, from elsewhere, so that the scroll bar tells the truth early. */
  readonly expect: (total: number | null) => void;
}

interface PagedRowsOptions<Row> {
  readonly ask: (after: string | null) => Promise<Result<ViewRows<Row>, Refusal>>;
  readonly pageSize: number;
}

/** Pages held on each side of what is in sight. */
const PAGES_AROUND = 2;

/**
 * A long answer, read page by page through its keys and never held whole. A page can only be asked for
 * when the one before it has been: to reach a far place, the pages on the way are asked for and let go.
 *
 * **Shape:** `starts[i]` is the `after` of page i. Pages are full except the last.
 */
export const createPagedRows = <Row>({ ask, pageSize }: PagedRowsOptions<Row>): PagedRows<Row> => {
  const changes = createListeners<null>();
  const starts: (string | null)[] = [null];
  const pages = new Map<number, readonly Row[]>();
  const stale = new Set<number>();
  const underWay = new Set<number>();
  /** Raised by each refresh: answers to earlier questions are not used. */
  let round = 0;
  let end: number | null = null;
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

  const keep = (page: number, { rows, next }: ViewRows<Row>): void => {
    if (isNear(page)) pages.set(page, rows);
    stale.delete(page);
    if (next !== null && starts[page + 1] === next) return;
    // The answer goes on elsewhere than before, or ends here: what came after is out of date.
    starts.length = page + 1;
    end = next === null ? page * pageSize + rows.length : null;
    if (next !== null) {
      starts.push(next);
      stale.add(page + 1);
    }
    for (const held of pages.keys()) if (held >= starts.length) pages.delete(held);
  };

  const fetchPage = async (page: number): Promise<void> => {
    const asked = round;
    const start = starts[page] ?? null;
    underWay.add(page);
    const answer = await ask(start);
    if (asked !== round) return;
    underWay.delete(page);
    // The page before it has moved meanwhile, so this is the answer to a question nobody has any more.
    if (page >= starts.length || (starts[page] ?? null) !== start) {
      fetchWhatIsMissing();
      return;
    }
    if (answer.ok) {
      refusal = null;
      keep(page, answer.value);
    } else {
      refusal = answer.error;
    }
    changed();
    if (answer.ok) fetchWhatIsMissing();
  };

  const fetchWhatIsMissing = (): void => {
    for (const held of pages.keys()) if (!isNear(held)) pages.delete(held);
    const wanted = Array.from(
      { length: sight.last - sight.first + 2 },
      (_, step) => sight.first + step,
    );
    // Beyond the last known start, the way there leads through it.
    if (sight.last + 1 >= starts.length) wanted.push(starts.length - 1);
    for (const page of wanted) {
      const isMissing = !pages.has(page) || stale.has(page);
      const isLastAndWalkedPast = page === starts.length - 1 && end !== null && !isNear(page);
      if (page < starts.length && isMissing && !underWay.has(page) && !isLastAndWalkedPast)
        void fetchPage(page);
    }
  };

  return {
    state: () => state,
    onChange: (listener) => changes.add(listener),
    show: (first, last) => {
      sight = { first: Math.floor(first / pageSize), last: Math.floor(last / pageSize) };
      fetchWhatIsMissing();
    },
    refresh: () => {
      round += 1;
      underWay.clear();
      for (const page of pages.keys()) {
        // What is out of sight may name somebody who has just been erased; it is asked for again when needed.
        if (page >= sight.first && page <= sight.last + 1) stale.add(page);
        else pages.delete(page);
      }
      fetchWhatIsMissing();
    },
    expect: (total) => {
      if (expected === total) return;
      expected = total;
      if (end === null) changed();
    },
  };
};
