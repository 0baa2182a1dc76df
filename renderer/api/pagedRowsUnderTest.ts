import { err, ok, type Result } from '../../shared/kernel/result.ts';
import type { ViewRows } from '../../shared/kernel/view.ts';
import type { Refusal } from '../../shared/protocol/refusal.ts';
import { createPagedRows } from './createPagedRows.ts';

/* Long answers of numbers, page by page. For tests only. */

export const pageSize = 10;
export const changed = { erased: false };
export const erasedSomebody = { erased: true };

/** A table that answers page by page, as the engine does, and counts what it was asked. */
export const createTable = (length: number) => {
  let rows = Array.from({ length }, (_, index) => index);
  let refuses = false;
  const asked: (string | null)[] = [];
  return {
    asked,
    ask: (
      after: string | null,
      limit: number,
      skip: number,
    ): Promise<Result<ViewRows<number>, Refusal>> => {
      asked.push(after);
      if (refuses) return Promise.resolve(err({ type: 'NoDaybookOpen' }));
      const behind = after === null ? 0 : rows.findIndex((row) => row > Number(after));
      const page = behind < 0 ? [] : rows.slice(behind + skip, behind + skip + limit);
      const last = page.at(-1);
      const isLast = last === undefined || last === rows.at(-1);
      return Promise.resolve(ok({ rows: page, next: isLast ? null : `${last}` }));
    },
    become: (next: readonly number[]) => (rows = [...next]),
    refuse: (now: boolean) => (refuses = now),
  };
};

export const settle = async (): Promise<void> => {
  for (let turn = 0; turn < 2000; turn += 1) await Promise.resolve();
};

export const open = async (length: number) => {
  const table = createTable(length);
  const rows = createPagedRows({ ask: table.ask, pageSize });
  rows.show(0, 8);
  await settle();
  return { table, rows };
};

export const held = (
  { state }: { state: () => { rowAt: (index: number) => number | undefined } },
  to: number,
) =>
  Array.from({ length: to }, (_, index) => index).filter(
    (index) => state().rowAt(index) !== undefined,
  );

/** As `open`, but nothing is answered until the test says so. */
export const openSlow = (length: number) => {
  const { ask, asked, become } = createTable(length);
  const waiting: (() => void)[] = [];
  const answer = async (): Promise<void> => {
    waiting.shift()?.();
    await settle();
  };
  const rows = createPagedRows<number>({
    pageSize,
    ask: async (after, limit, skip) => {
      await new Promise<void>((resolve) => void waiting.push(resolve));
      return ask(after, limit, skip);
    },
  });
  rows.show(0, 8);
  const answerAll = async (): Promise<void> => {
    while (waiting.length > 0) await answer();
  };
  return { rows, table: { asked, become, answer, answerAll, waiting: () => waiting.length } };
};
