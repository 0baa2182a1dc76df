import { KEPT_UNSEEN_MS } from './createQueryClient.ts';
import type { PagedRows } from './createPagedRows.ts';

interface KeptList {
  readonly question: string;
  readonly rows: PagedRows<unknown>;
  readonly timer: ReturnType<typeof setTimeout>;
}

/** The list that somebody left last, for whoever comes back to it in a moment. */
export interface KeptRows {
  readonly find: (question: string) => PagedRows<unknown> | null;
  readonly keep: (question: string, rows: PagedRows<unknown>) => void;
  /** They are out of date, or nobody may see them any more. */
  readonly forget: () => void;
}

/**
 * Keeps one list as long as other answers that nobody looks at, and only while its rows are true: nobody
 * asks for it again meanwhile, so that any change ends it.
 */
export const createKeptRows = (): KeptRows => {
  let kept: KeptList | null = null;
  const forget = (): void => {
    if (kept !== null) clearTimeout(kept.timer);
    kept = null;
  };
  return {
    find: (question) => (kept?.question === question ? kept.rows : null),
    keep: (question, rows) => {
      forget();
      const { loading, refusal } = rows.state();
      if (loading || refusal !== null) return;
      kept = { question, rows, timer: setTimeout(forget, KEPT_UNSEEN_MS) };
    },
    forget,
  };
};
