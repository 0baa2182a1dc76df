import { describe, expect, it } from 'vitest';
import { err, ok, type Result } from '../../shared/kernel/result.ts';
import type { ViewRows } from '../../shared/kernel/view.ts';
import type { Refusal } from '../../shared/protocol/refusal.ts';
import { createPagedRows } from './createPagedRows.ts';

const pageSize = 10;
const changed = { erased: false };
const erasedSomebody = { erased: true };

/** A table that answers page by page, as the engine does, and counts what it was asked. */
const createTable = (length: number) => {
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

const settle = async (): Promise<void> => {
  for (let turn = 0; turn < 2000; turn += 1) await Promise.resolve();
};

const open = async (length: number) => {
  const table = createTable(length);
  const rows = createPagedRows({ ask: table.ask, pageSize });
  rows.show(0, 8);
  await settle();
  return { table, rows };
};

const held = (
  { state }: { state: () => { rowAt: (index: number) => number | undefined } },
  to: number,
) =>
  Array.from({ length: to }, (_, index) => index).filter(
    (index) => state().rowAt(index) !== undefined,
  );

describe('a long answer', () => {
  it('begins with the first page and the one after it', async () => {
    const { rows, table } = await open(95);
    expect(table.asked).toEqual([null, '9']);
    expect(rows.state()).toMatchObject({ count: 30, complete: false, loading: false });
    expect(rows.state().rowAt(12)).toBe(12);
  });

  it('is as long as it is when it is short', async () => {
    const { rows } = await open(7);
    expect(rows.state()).toMatchObject({ count: 7, complete: true });
  });

  it('can be empty', async () => {
    const { rows } = await open(0);
    expect(rows.state()).toMatchObject({ count: 0, complete: true, loading: false });
  });

  it('is as long as expected until its end is known', async () => {
    const { rows } = await open(95);
    rows.expect(97);
    expect(rows.state().count).toBe(97);
    rows.show(90, 96);
    await settle();
    expect(rows.state()).toMatchObject({ count: 95, complete: true });
  });

  it('has its end one question away, and only what is near is held', async () => {
    const { rows, table } = await open(1000);
    rows.expect(1000);
    table.asked.length = 0;
    rows.show(990, 999);
    await settle();
    expect(rows.state().rowAt(999)).toBe(999);
    expect(rows.state()).toMatchObject({ count: 1000, complete: true });
    expect(table.asked).toHaveLength(1);
    expect(held(rows, 1000).length).toBeLessThanOrEqual(5 * pageSize);
  });

  it('that is shorter than expected is shown to its end all the same', async () => {
    const { rows, table } = await open(970);
    rows.expect(1000);
    table.asked.length = 0;
    rows.show(990, 999);
    await settle();
    expect(rows.state()).toMatchObject({ count: 970, complete: true });
    expect(rows.state().rowAt(969)).toBe(969);
    expect(table.asked.length).toBeLessThanOrEqual(4);
  });

  it('is read backwards from its end, a page at a time', async () => {
    const { rows, table } = await open(1000);
    rows.expect(1000);
    rows.show(990, 999);
    await settle();
    table.asked.length = 0;
    rows.show(945, 954);
    await settle();
    expect(rows.state().rowAt(945)).toBe(945);
    expect(table.asked.length).toBeLessThanOrEqual(3);
  });

  it('comes back from a far place with one question a page', async () => {
    const { rows, table } = await open(1000);
    rows.expect(1000);
    rows.show(990, 999);
    await settle();
    table.asked.length = 0;
    rows.show(0, 8);
    await settle();
    expect(rows.state().rowAt(5)).toBe(5);
    expect(table.asked).toEqual([null, '9']);
  });

  it('reaches a far place when it is refreshed on the way', async () => {
    const { rows } = await open(1000);
    rows.expect(1000);
    rows.show(990, 999);
    for (let turn = 0; turn < 40; turn += 1) {
      await Promise.resolve();
      if (turn % 7 === 0) rows.refresh(changed);
    }
    await settle();
    expect(rows.state().rowAt(999)).toBe(999);
  });
});

/** As `open`, but nothing is answered until the test says so. */
const openSlow = (length: number) => {
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

describe('rows that change faster than they are answered', () => {
  it('are shown all the same, every page in sight, and asked for one question at a time', async () => {
    const { rows, table } = openSlow(100);
    rows.show(0, 29);
    for (let turn = 0; turn < 8; turn += 1) {
      rows.refresh(changed);
      rows.refresh(changed);
      expect(table.waiting()).toBe(1);
      await table.answer();
    }
    expect(held(rows, 30)).toHaveLength(30);
  });

  it('are asked for again in turn, so that none stays out of date', async () => {
    const { rows, table } = openSlow(30);
    await table.answerAll();
    rows.show(0, 29);
    await table.answerAll();
    table.become(Array.from({ length: 30 }, (_, index) => index + 0.5));
    for (let turn = 0; turn < 9; turn += 1) {
      rows.refresh(changed);
      await table.answer();
    }
    expect([0, 10, 20].map((index) => rows.state().rowAt(index))).toEqual([0.5, 10.5, 20.5]);
  });

  it('are reached at a far place', async () => {
    const { rows, table } = openSlow(1000);
    rows.expect(1000);
    rows.show(990, 999);
    for (let turn = 0; turn < 40; turn += 1) {
      rows.refresh(changed);
      await table.answer();
    }
    expect(rows.state().rowAt(999)).toBe(999);
  });
});

describe('a refresh', () => {
  it('keeps the old rows until the new ones are there', async () => {
    const { rows, table } = await open(25);
    table.become([100, ...Array.from({ length: 30 }, (_, index) => 101 + index)]);
    rows.refresh(changed);
    expect(rows.state().rowAt(0)).toBe(0);
    await settle();
    expect(rows.state().rowAt(0)).toBe(100);
    rows.show(20, 30);
    await settle();
    expect(rows.state()).toMatchObject({ count: 31, complete: true });
    expect(rows.state().rowAt(30)).toBe(130);
  });

  it('finds that there is less', async () => {
    const { rows, table } = await open(25);
    rows.show(15, 24);
    await settle();
    table.become([1, 2, 3]);
    rows.refresh(changed);
    await settle();
    expect(rows.state().rowAt(12)).toBeUndefined();
  });

  it('shows what was asked for before it, and asks once more', async () => {
    const { rows, table } = openSlow(5);
    rows.refresh(changed);
    await table.answer();
    expect(rows.state().rowAt(0)).toBe(0);
    table.become([7]);
    await table.answer();
    expect(rows.state().rowAt(0)).toBe(7);
    expect(rows.state().count).toBe(1);
    expect(table.waiting()).toBe(0);
  });

  it('after an erasure shows nothing that was asked for before it', async () => {
    const { rows, table } = openSlow(5);
    rows.refresh(changed);
    rows.refresh(erasedSomebody);
    rows.refresh(changed);
    await table.answer();
    expect(rows.state()).toMatchObject({ count: 0, loading: true });
    await table.answer();
    expect(rows.state().rowAt(0)).toBe(0);
  });

  it('after an erasure lets go at once of every row, also when it is then refused', async () => {
    const { rows, table } = await open(95);
    table.refuse(true);
    const told: number[] = [];
    rows.onChange(() => told.push(held(rows, 95).length));
    rows.refresh(erasedSomebody);
    expect(told).toEqual([0]);
    await settle();
    expect(held(rows, 95)).toEqual([]);
    expect(rows.state()).toMatchObject({ count: 30, refusal: { type: 'NoDaybookOpen' } });
    table.refuse(false);
    rows.show(0, 8);
    await settle();
    expect(rows.state().rowAt(0)).toBe(0);
  });

  it('is settled only while no row in sight is asked for again', async () => {
    const { rows, table } = openSlow(100);
    expect(rows.isSettled()).toBe(false);
    await table.answerAll();
    expect(rows.isSettled()).toBe(true);
    rows.refresh(changed);
    expect(rows.isSettled()).toBe(false);
    rows.refresh(changed);
    await table.answer();
    expect(rows.isSettled()).toBe(false);
    await table.answerAll();
    expect(rows.isSettled()).toBe(true);
  });

  it('holds nothing out of sight that was asked for before it', async () => {
    const { rows, table } = openSlow(100);
    await table.answerAll();
    rows.show(10, 25);
    rows.show(60, 69);
    rows.refresh(changed);
    await table.answer();
    expect(held(rows, 30)).toEqual([]);
  });

  it('tells a refusal, and forgets it when an answer comes', async () => {
    const { rows, table } = await open(25);
    table.refuse(true);
    rows.refresh(changed);
    await settle();
    expect(rows.state().refusal).toEqual({ type: 'NoDaybookOpen' });
    table.refuse(false);
    rows.refresh(changed);
    await settle();
    expect(rows.state()).toMatchObject({ refusal: null });
  });
});
