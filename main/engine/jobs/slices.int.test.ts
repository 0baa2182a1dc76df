import { rmSync } from 'node:fs';
import { beforeAll, describe, expect, test } from 'vitest';
import { createDaybookUnderTest, idOf, usd, type DaybookUnderTest } from '../daybookUnderTest.ts';
import type { JobProgress } from '../../../shared/protocol/jobs.ts';
import { createEngine } from '../createEngine.ts';
import { accountId, charge } from '../historiesUnderTest.ts';

/**
 * Time that this thread has worked. Other programs of the machine do not count, and so neither do they
 * make slices longer here than they are. **Units:** milliseconds.
 */
const workedMs = (): number => {
  const { user, system } = process.threadCpuUsage();
  return (user + system) / 1000;
};

const epoch = Date.UTC(2026, 10, 23);
const elapsedMs = (): number => epoch + Math.floor(workedMs());

const PEOPLE = 2000;

/** 22,000 events: many short streams and a long one. */
const createLong = async (): Promise<DaybookUnderTest> => {
  const daybook = await createDaybookUnderTest();
  const open = await daybook.open();
  const numbers = Array.from({ length: PEOPLE }, (_, index) => index + 1);
  await open.engine.executeAll(
    numbers.flatMap((number) => [
      {
        command: 'person/register',
        input: { personId: idOf(number), details: { name: `Person ${number}`, note: 'Flour' } },
      },
      {
        command: 'credit-account/open',
        input: {
          accountId: idOf(number, 0xa),
          personId: idOf(number),
          limit: usd(1_000_000),
        },
      },
      ...Array.from({ length: 6 }, () => ({
        command: 'credit-account/charge',
        input: {
          accountId: idOf(number, 0xa),
          amount: usd(1),
          occurredOn: '2026-11-23',
          memo: 'Flour',
        },
      })),
    ]),
  );
  await open.engine.executeAll(Array.from({ length: 6000 }, () => charge(1)));
  await open.close();
  return daybook;
};

let long: DaybookUnderTest;
beforeAll(async () => {
  long = await createLong();
});

/** How long the thread worked between the turns that others could have had, while something went on. */
const slicesOf = async (work: () => Promise<unknown>) => {
  const slices: number[] = [];
  const running = { done: false };
  let last = workedMs();
  const ended = work().finally(() => {
    running.done = true;
  });
  while (!running.done) {
    await new Promise(setImmediate);
    const now = workedMs();
    slices.push(now - last);
    last = now;
  }
  await ended;
  // Turns in which next to nothing was done are no slices.
  const worked = slices.filter((ms) => ms > 2);
  return {
    count: worked.length,
    meanMs: worked.reduce((sum, ms) => sum + ms, 0) / worked.length,
    longestMs: Math.max(...worked),
  };
};

/** Just under the time in which a screen shows three pictures. */
const LONGEST_MS = 48;

describe('long work over 22,000 events leaves turns to others', () => {
  test.each(['rebuild', 'verify'] as const)('%s', async (kind) => {
    const daybook = long.copy();
    const open = await daybook.open({ world: { ...daybook.world, elapsedMs } });
    expect((await open.status()).events).toBe(22_000);
    const { count, meanMs, longestMs } = await slicesOf(() => open.job(kind));
    expect(count).toBeGreaterThan(8);
    expect(meanMs).toBeLessThan(16);
    expect(longestMs).toBeLessThan(LONGEST_MS);
    await open.close();
  });

  test('making rows and the private index anew after the start', async () => {
    const daybook = long.copy();
    rmSync(daybook.file('state.db'));
    const world = { ...daybook.world, elapsedMs };
    const engine = createEngine(await daybook.openParts({ world }), daybook.options({ world }));
    const { count, longestMs } = await slicesOf(engine.whenIndexed);
    expect(count).toBeGreaterThan(8);
    expect(longestMs).toBeLessThan(LONGEST_MS);
    expect(await engine.ask('overview/totals', {})).toMatchObject({
      value: { rows: [{ people: PEOPLE, entries: 18_000 }] },
    });
  });

  test('though the time of the machine is put back meanwhile', async () => {
    const daybook = long.copy();
    let time = daybook.world.nowMs();
    const world = { ...daybook.world, elapsedMs, nowMs: () => (time -= 3_600_000) };
    const open = await daybook.open({ world });
    const { count, longestMs } = await slicesOf(() => open.job('rebuild'));
    expect(count).toBeGreaterThan(8);
    expect(longestMs).toBeLessThan(LONGEST_MS);
    await open.close();
  });

  test('negative control: with a clock that stands still it is one slice, and a long one', async () => {
    const open = await long.copy().open();
    const { longestMs } = await slicesOf(() => open.job('rebuild'));
    expect(longestMs).toBeGreaterThan(2 * LONGEST_MS);
  });
});

test('commands are answered in between, and hosts hear how far it is', async () => {
  const daybook = long.copy();
  const open = await daybook.open({ world: { ...daybook.world, elapsedMs } });
  const order: string[] = [];
  const progress: JobProgress[] = [];
  open.engine.onNotice((notice) => {
    if (notice.type === 'progress') progress.push(notice.progress);
  });
  await Promise.all([
    open.job('verify').then(() => order.push('verified')),
    open.engine.execute(charge(1)).then(() => order.push('charged')),
    open.engine.ask('credit-account/statement', { accountId }).then(() => order.push('asked')),
  ]);
  expect(order.at(-1)).toBe('verified');
  expect(progress.length).toBeGreaterThan(1);
  expect(progress.map(({ done }) => done)).toEqual(
    progress.map(({ done }) => done).toSorted((a, b) => a - b),
  );
  const last = progress.at(-1);
  expect((last?.done ?? 0) / (last?.total ?? 1)).toBeGreaterThan(0.8);
  for (const { job, done, total, remainingMs } of progress)
    expect(job === 'a verify' && done <= total && (remainingMs ?? 0) >= 0).toBe(true);
});
