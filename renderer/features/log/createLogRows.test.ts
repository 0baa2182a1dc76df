import { describe, expect, it } from 'vitest';
import { err, ok } from '../../../shared/kernel/result.ts';
import type { LogRow } from './createHeldLines.ts';
import { createLogRows, type LogRowsOptions } from './createLogRows.ts';

type Input = Parameters<LogRowsOptions['ask']>[0];

/** A log that answers as the program does, in slices of some places; `holes` are positions it lost. */
const createLog = (last: number, slice = 1000, holes: readonly number[] = []) => {
  const types: string[] = Array.from({ length: last }, (_, at) =>
    at % 10 === 0 ? 'rare' : 'often',
  );
  const asked: Input[] = [];
  const names = { shown: 'Ann' as string | null };
  let refuses = false;
  const rowAt = (position: number): LogRow =>
    ({
      position,
      type: types[position - 1] ?? '',
      person: { personId: 'p', name: names.shown, erased: names.shown === null },
    }) as LogRow;
  const reach = (done: number) => ({
    done,
    total: types.length,
    last: types.length,
    devices: ['d'],
  });
  const ask: LogRowsOptions['ask'] = async (input) => {
    asked.push(input);
    const { positions, types: wanted, order = 'newest', from, after, limit = 200 } = input;
    const named = names.shown;
    await Promise.resolve();
    if (refuses) return err({ type: 'Closed' });
    const row = (position: number): LogRow => ({
      ...rowAt(position),
      person: { personId: 'p', name: named, erased: named === null },
    });
    if (positions !== undefined)
      return ok({
        rows: positions.filter((at) => at <= types.length && !holes.includes(at)).map(row),
        next: null,
        reach: reach(0),
      });
    const step = order === 'newest' ? -1 : 1;
    let at =
      after === undefined ? (from ?? (order === 'newest' ? types.length : 1)) : Number(after);
    const rows: LogRow[] = [];
    for (
      let looked = 0;
      looked < slice && rows.length < limit && at >= 1 && at <= types.length;
      looked += 1
    ) {
      const isIn = !holes.includes(at);
      if (isIn && (wanted === undefined || wanted.includes(types[at - 1] ?? '')))
        rows.push(row(at));
      at += step;
    }
    const isOver = at < 1 || at > types.length;
    return ok({ rows, next: isOver ? null : String(at), reach: reach(types.length - at) });
  };
  return {
    asked,
    names,
    ask,
    append: (...more: readonly string[]) => types.push(...more),
    refuse: (does: boolean) => {
      refuses = does;
    },
  };
};

const settle = async (): Promise<void> => {
  for (let turn = 0; turn < 200; turn += 1) await Promise.resolve();
};

const open = async (
  log: ReturnType<typeof createLog>,
  filters: LogRowsOptions['filters'] = {},
  order: LogRowsOptions['order'] = 'newest',
) => {
  const rows = createLogRows({ ask: log.ask, filters, order });
  rows.start();
  await settle();
  return rows;
};

const rare = { types: ['rare'] };
const position = (rows: Awaited<ReturnType<typeof open>>, index: number) =>
  rows.state().lineAt(index)?.position;

describe('the whole log', () => {
  it('is there from any place at once', async () => {
    const log = createLog(1_000_000);
    const rows = await open(log);
    expect(rows.state()).toMatchObject({
      count: 1_000_000,
      complete: true,
      loading: false,
      looked: null,
    });
    expect(position(rows, 0)).toBe(1_000_000);
    const before = log.asked.length;
    rows.show(600_000, 600_040, 600_010);
    expect(position(rows, 600_000)).toBeUndefined();
    await settle();
    expect(position(rows, 600_000)).toBe(400_000);
    expect(position(rows, 600_040)).toBe(399_960);
    expect(log.asked.length).toBe(before + 1);
    expect(rows.state().indexOf(400_000)).toBe(600_000);
    // What is far away is let go.
    expect(rows.state().lineAt(0)).toBeUndefined();
  });

  it('may begin with the oldest', async () => {
    const rows = await open(createLog(500), {}, 'oldest');
    expect(position(rows, 0)).toBe(1);
    expect(rows.state().indexOf(7)).toBe(6);
  });

  it('shows where it lost an event', async () => {
    const rows = await open(createLog(500, 1000, [400]));
    rows.show(95, 105, 95);
    await settle();
    expect(rows.state().lineAt(100)).toEqual({ kind: 'missing', position: 400 });
    expect(rows.state().lineAt(101)).toMatchObject({ kind: 'event', position: 399 });
  });

  it('grows above as long as its top is in sight', async () => {
    const log = createLog(500);
    const rows = await open(log);
    log.append('often', 'often');
    rows.refresh({ erased: false });
    await settle();
    expect(rows.state()).toMatchObject({ count: 502, newer: 0, last: 502 });
    expect(position(rows, 0)).toBe(502);
  });

  it('does not move while it is read, and says how many came in', async () => {
    const log = createLog(500);
    const rows = await open(log);
    rows.show(100, 140, 112);
    await settle();
    log.append('often', 'often', 'often');
    rows.refresh({ erased: false });
    await settle();
    expect(rows.state()).toMatchObject({ count: 500, newer: 3, last: 503 });
    expect(position(rows, 120)).toBe(380);
    rows.showNewer();
    await settle();
    expect(rows.state()).toMatchObject({ count: 503, newer: 0 });
    rows.show(0, 40, 0);
    await settle();
    expect(position(rows, 0)).toBe(503);
  });
});

describe('a narrowed log', () => {
  it('is looked through as far as the screen wants it', async () => {
    const log = createLog(10_000, 500);
    const rows = await open(log, rare);
    const { count, complete, looked } = rows.state();
    expect(count).toBeGreaterThanOrEqual(100);
    expect(count).toBeLessThan(300);
    expect(complete).toBe(false);
    expect(looked).toMatchObject({ total: 10_000 });
    expect(position(rows, 0)).toBe(9991);
    expect(position(rows, 1)).toBe(9981);
    for (let last = 100; !rows.state().complete; last += 100) {
      rows.show(last - 40, last, last - 30);
      await settle();
    }
    expect(rows.state()).toMatchObject({ count: 1000, looked: null });
    expect(rows.state().positionAt(999)).toBe(1);
    expect(rows.state().indexOf(501)).toBe(949);
    expect(rows.state().indexOf(502)).toBeNull();
  });

  it('finds what came in later, and nothing twice', async () => {
    const log = createLog(500, 100);
    const rows = await open(log, rare);
    rows.show(20, 40, 25);
    await settle();
    log.append('often', 'rare', 'often', 'rare');
    rows.refresh({ erased: false });
    await settle();
    expect(rows.state()).toMatchObject({ count: 50, newer: 2 });
    log.append('rare');
    rows.refresh({ erased: false });
    await settle();
    expect(rows.state()).toMatchObject({ count: 50, newer: 3 });
    rows.show(0, 30, 0);
    await settle();
    expect(rows.state()).toMatchObject({ count: 53, newer: 0 });
    expect([0, 1, 2, 3].map((index) => position(rows, index))).toEqual([505, 504, 502, 491]);
  });

  it('goes on at its end, the oldest first', async () => {
    const log = createLog(500, 100);
    const rows = await open(log, rare, 'oldest');
    expect(rows.state()).toMatchObject({ count: 50, complete: true });
    log.append('rare');
    rows.refresh({ erased: false });
    await settle();
    expect(rows.state()).toMatchObject({ count: 51, complete: true });
    expect(rows.state().positionAt(50)).toBe(501);
  });

  it('is no longer looked through once it is stopped', async () => {
    const log = createLog(10_000, 10);
    const rows = createLogRows({
      ask: log.ask,
      filters: { types: ['nobody.knows'] },
      order: 'newest',
    });
    rows.start();
    await Promise.resolve();
    rows.stop();
    await settle();
    const before = log.asked.length;
    expect(before).toBeLessThan(5);
    await settle();
    expect(log.asked.length).toBe(before);
    rows.start();
    await settle();
    expect(log.asked.length).toBeGreaterThan(before);
  });
});

describe('somebody who is erased', () => {
  it('is not named by what was held, nor by an answer under way', async () => {
    const log = createLog(500);
    const rows = await open(log);
    rows.refresh({ erased: false });
    // The question under way still gives the name.
    log.names.shown = null;
    rows.refresh({ erased: true });
    expect(rows.state().lineAt(0)).toBeUndefined();
    const seen = new Set<unknown>();
    rows.onChange(() => {
      const line = rows.state().lineAt(0);
      if (line?.kind === 'event') seen.add(line.event.person?.name);
    });
    await settle();
    expect([...seen]).toEqual([null]);
  });
});

it('what is refused is told, and asked for again when there is a reason', async () => {
  const log = createLog(500);
  log.refuse(true);
  const rows = await open(log);
  expect(rows.state()).toMatchObject({ refusal: { type: 'Closed' }, loading: false });
  expect(log.asked.length).toBe(1);
  log.refuse(false);
  rows.refresh({ erased: false });
  await settle();
  expect(rows.state()).toMatchObject({ refusal: null, count: 500 });
});

it('the types that were met are remembered', async () => {
  const rows = await open(createLog(500));
  expect(rows.state().types.toSorted()).toEqual(['often', 'rare']);
});
