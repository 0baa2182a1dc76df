import { afterEach, beforeEach, expect, it, vi } from 'vitest';
import { err, ok } from '../../shared/kernel/result.ts';
import { createKeptRows } from './createKeptRows.ts';
import { createPagedRows } from './createPagedRows.ts';

beforeEach(() => vi.useFakeTimers());
afterEach(() => vi.useRealTimers());

const listThat = async (isAnswered: boolean) => {
  const rows = createPagedRows<unknown>({
    pageSize: 10,
    ask: async () => (isAnswered ? ok({ rows: [1], next: null }) : err({ type: 'NoDaybookOpen' })),
  });
  rows.show(0, 0);
  await vi.advanceTimersByTimeAsync(1);
  return rows;
};

it('gives back the list that was left last, and no other', async () => {
  const kept = createKeptRows();
  const [first, second] = [await listThat(true), await listThat(true)];
  kept.enter()('a', first);
  expect(kept.find('a')).toBe(first);
  expect(kept.find('b')).toBeNull();
  kept.enter()('b', second);
  expect(kept.find('a')).toBeNull();
  expect(kept.find('b')).toBe(second);
});

it('forgets it when rows have changed, and after a while, counted from the last time it was left', async () => {
  const kept = createKeptRows();
  const list = await listThat(true);
  kept.enter()('a', list);
  kept.forget();
  expect(kept.find('a')).toBeNull();
  kept.enter()('a', list);
  vi.advanceTimersByTime(20_000);
  kept.enter()('a', list);
  vi.advanceTimersByTime(20_000);
  expect(kept.find('a')).toBe(list);
  vi.advanceTimersByTime(10_000);
  expect(kept.find('a')).toBeNull();
});

it('keeps nothing that was refused or is still awaited', async () => {
  const kept = createKeptRows();
  kept.enter()('a', await listThat(false));
  expect(kept.find('a')).toBeNull();
  kept.enter()(
    'a',
    createPagedRows<unknown>({ pageSize: 10, ask: () => new Promise(() => undefined) }),
  );
  expect(kept.find('a')).toBeNull();
});

it('keeps nothing that is asked for again', async () => {
  const kept = createKeptRows();
  const list = await listThat(true);
  list.refresh({ erased: false });
  kept.enter()('a', list);
  expect(kept.find('a')).toBeNull();
  await vi.advanceTimersByTimeAsync(1);
  kept.enter()('a', list);
  expect(kept.find('a')).toBe(list);
});

it('takes no list of a daybook that has gone, however late it is left', async () => {
  const kept = createKeptRows();
  const keep = kept.enter();
  kept.forgetDaybook();
  keep('a', await listThat(true));
  expect(kept.find('a')).toBeNull();
  kept.enter()('a', await listThat(true));
  kept.forgetDaybook();
  expect(kept.find('a')).toBeNull();
});
