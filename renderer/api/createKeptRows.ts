import { KEPT_UNSEEN_MS } from './createQueryClient.ts';
import type { PagedRows } from './createPagedRows.ts';

interface KeptList {
  readonly question: string;
  readonly rows: PagedRows<unknown>;
  readonly timer: ReturnType<typeof setTimeout>;
}

/** The list that somebody left last or will see first, for whoever comes to it in a moment. */
export interface KeptRows {
  readonly find: (question: string) => PagedRows<unknown> | null;
  /** Keeps a list that is asked for before anybody shows it. */
  readonly keepAhead: (question: string, rows: PagedRows<unknown>) => void;
  /** Begins to hold a list of the daybook that is open now; what it gives keeps the list when it is left. */
  readonly enter: () => (question: string, rows: PagedRows<unknown>) => void;
  /** Rows have changed: they are out of date. */
  readonly forget: () => void;
  /** The daybook has gone, and nobody may see them any more; nor what is left only now. */
  readonly forgetDaybook: () => void;
}

/**
 * Keeps one list as long as other answers that nobody looks at, and only while its rows are true: nobody
 * asks for it again meanwhile, so that any change ends it.
 */
export const createKeptRows = (): KeptRows => {
  let kept: KeptList | null = null;
  let daybooks = 0;
  const forget = (): void => {
    if (kept !== null) clearTimeout(kept.timer);
    kept = null;
  };
  const keep = (question: string, rows: PagedRows<unknown>): void => {
    forget();
    kept = { question, rows, timer: setTimeout(forget, KEPT_UNSEEN_MS) };
  };
  return {
    find: (question) => (kept?.question === question ? kept.rows : null),
    keepAhead: keep,
    enter: () => {
      const entered = daybooks;
      return (question, rows) => {
        if (entered !== daybooks) return;
        forget();
        const { loading, refusal } = rows.state();
        if (loading || refusal !== null || !rows.isSettled()) return;
        keep(question, rows);
      };
    },
    forget,
    forgetDaybook: () => {
      daybooks += 1;
      forget();
    },
  };
};
