import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { records } from '../../../shared/records/registry.ts';
import {
  createDaybookUnderTest,
  idOf,
  usd,
  type DaybookUnderTest,
  type OpenDaybook,
} from '../daybookUnderTest.ts';
import { createEventCatalog } from '../eventlog/EventCatalog.ts';
import type { StoredEvent } from '../eventlog/EventLog.ts';
import type { OpenedParts } from '../folder/openParts.ts';
import {
  anyHistory,
  beginning,
  charge,
  rowsOf,
  runHistory,
  type Step,
} from '../historiesUnderTest.ts';
import { createProjector } from './Projector.ts';

const catalog = createEventCatalog(records);

/** A daybook with its beginning, closed, to be taken to several devices. */
const createBase = async (): Promise<DaybookUnderTest> => {
  const daybook = await createDaybookUnderTest();
  const open = await daybook.open();
  await open.engine.executeAll(beginning);
  await open.close();
  return daybook;
};

/** What a device writes when it works by itself, its clock going on a little with each look at it. */
const written = async (
  device: DaybookUnderTest,
  work: (open: OpenDaybook) => Promise<unknown>,
): Promise<readonly StoredEvent[]> => {
  device.world.advance(10);
  device.world.eachLookTakes(1);
  const open = await device.open();
  await work(open);
  const own = open.parts.reader
    .readAfter(0, 10_000)
    .filter((event) => event.device === open.parts.keys.device);
  await open.close();
  return own;
};

/** Takes events of other devices in, and makes rows of them by the running projection. */
const takeIn = (
  { log, state, reader }: OpenedParts,
  pieces: readonly (readonly StoredEvent[])[],
) => {
  if (!log) throw new Error('read-only');
  const projector = createProjector({ log: reader, state, catalog, elapsedMs: () => 0 });
  for (const piece of pieces) {
    log.appendForeign(piece);
    while (projector.catchUp(3));
  }
};

/** Both lists in one, each in its own order, one event a piece, as the choices say. */
const merged = (
  one: readonly StoredEvent[],
  other: readonly StoredEvent[],
  choices: readonly boolean[],
): readonly (readonly StoredEvent[])[] => {
  const rest = [[...one], [...other]];
  const all: StoredEvent[][] = [];
  for (let index = 0; rest.some(({ length }) => length > 0); index += 1) {
    const [first, second] = choices[index % choices.length] ? rest : rest.toReversed();
    const next = first?.shift() ?? second?.shift();
    if (next) all.push([next]);
  }
  return all;
};

describe('events of other devices that come late', () => {
  test('give the same rows in any order of arrival, and those of a rebuild', async () => {
    const base = await createBase();
    let arrived = 0;
    let late = 0;
    await fc.assert(
      fc.asyncProperty(
        anyHistory(20, 40),
        anyHistory(20, 40),
        fc.array(fc.boolean(), { minLength: 1, maxLength: 50 }),
        async (one: readonly Step[], other: readonly Step[], choices) => {
          const a = await written(base.onDevice(1), (open) => runHistory(open, one));
          const b = await written(base.onDevice(2), (open) => runHistory(open, other));
          arrived += a.length + b.length;

          const whole = await base.onDevice(3).openParts();
          takeIn(whole, [a, b]);
          const rows = rowsOf(whole);
          late += whole.reader.readAfter(0, 10_000).filter(whole.reader.isLate).length;
          whole.close();

          const piecemeal = base.onDevice(4);
          const parts = await piecemeal.openParts();
          takeIn(parts, merged(a, b, choices));
          expect(rowsOf(parts)).toBe(rows);
          parts.close();

          const open = await piecemeal.open();
          await open.job('rebuild');
          expect(rowsOf(open.parts)).toBe(rows);
          await open.close();
        },
      ),
      { numRuns: 8 },
    );
    expect(arrived).toBeGreaterThan(100);
    expect(late).toBeGreaterThan(20);
  });

  test('make the rows of their own streams again, and no others', async () => {
    const base = await createBase();
    const [accountId, otherId] = [idOf(1, 0xa), idOf(2, 0xa)];
    const chargeOf = (account: string, minor: number) => ({
      accountId: account,
      amount: usd(minor),
      occurredOn: '2026-11-23',
    });
    const early = await written(base.onDevice(1), async ({ run }) => {
      await run('credit-account/charge', chargeOf(accountId, 1));
    });
    const here = base.onDevice(2);
    here.world.advance(60_000);
    const open = await here.open();
    await open.run('credit-account/charge', chargeOf(accountId, 2));
    await open.run('credit-account/charge', chargeOf(otherId, 3));
    await open.close();

    const parts = await here.openParts();
    // Rows that are made again lose these marks.
    parts.state.execute('UPDATE credit_account SET limit_minor = 42');
    const [stored] = parts.log?.appendForeign(early) ?? [];
    expect(stored && parts.reader.isLate(stored)).toBe(true);
    const projector = createProjector({
      log: parts.reader,
      state: parts.state,
      catalog,
      elapsedMs: () => 0,
    });
    while (projector.catchUp(10));
    expect(
      parts.state
        .read('SELECT account_id, limit_minor, balance_minor, entries FROM credit_account')
        .all(),
    ).toEqual([
      { account_id: accountId, limit_minor: 300, balance_minor: 13, entries: 3 },
      { account_id: otherId, limit_minor: 42, balance_minor: 13, entries: 2 },
      { account_id: idOf(3, 0xa), limit_minor: 42, balance_minor: 10, entries: 1 },
    ]);
    expect(
      parts.state
        .read(
          `SELECT ordinal, amount_minor FROM credit_account_entry WHERE account_id = ? ORDER BY ordinal`,
        )
        .all(accountId),
    ).toEqual([
      { ordinal: 2, amount_minor: 10 },
      { ordinal: 3, amount_minor: 1 },
      { ordinal: 4, amount_minor: 2 },
    ]);
  });

  test('set right what could not be applied before they came', async () => {
    const base = await createBase();
    const account = idOf(9, 0xa);
    // The second device has the account from the first; the third hears of the charge first.
    const first = base.onDevice(1);
    const opened = await written(first, async ({ run }) => {
      await run('credit-account/open', {
        accountId: account,
        personId: idOf(1),
        limit: usd(300),
      });
    });
    const second = base.onDevice(2);
    (
      await second.openParts().then((parts) => {
        parts.log?.appendForeign(opened);
        return parts;
      })
    ).close();
    second.world.advance(60_000);
    const charged = await written(second, async ({ run }) => {
      await run('credit-account/charge', {
        accountId: account,
        amount: usd(5),
        occurredOn: '2026-11-23',
      });
    });
    const third = await base.onDevice(3).openParts();
    takeIn(third, [charged]);
    expect(rowsOf(third)).toContain('NotApplicable');
    takeIn(third, [opened]);
    expect(rowsOf(third)).not.toContain('NotApplicable');
    const ordered = await base.onDevice(4).openParts();
    takeIn(ordered, [opened, charged]);
    expect(rowsOf(third)).toBe(rowsOf(ordered));
  });

  test('are found by name, and count in states and snapshots, when the daybook is opened', async () => {
    const base = await createBase();
    const events = await written(base.onDevice(1), async ({ run }) => {
      await run('person/correct-details', { personId: idOf(1), changes: { name: 'Zoë' } });
      await run('credit-account/charge', {
        accountId: idOf(1, 0xa),
        amount: usd(200),
        occurredOn: '2026-11-23',
      });
    });
    const here = base.onDevice(2);
    const parts = await here.openParts();
    parts.log?.appendForeign(events);
    parts.close();
    const open = await here.open();
    expect((await open.rows('person/list', { search: 'zoe' })).map(({ name }) => name)).toEqual([
      'Zoë',
    ]);
    expect(
      await open.refusal('credit-account/charge', {
        accountId: idOf(1, 0xa),
        amount: usd(100),
        occurredOn: '2026-11-23',
      }),
    ).toEqual({ type: 'CreditLimitExceeded', available: usd(90), requested: usd(100) });
    expect(await open.job('verify')).toMatchObject({ sound: true });
  });

  test('take their place in a state, though a snapshot was made before they came', async () => {
    const accountId = idOf(1, 0xa);
    const base = await createDaybookUnderTest();
    const begun = await base.open();
    await begun.engine.executeAll(beginning);
    await begun.run('credit-account/change-limit', { accountId, limit: usd(5000) });
    await begun.engine.executeAll(Array.from({ length: 600 }, () => charge(1)));
    expect(begun.parts.state.read('SELECT version FROM snapshot').all()).toHaveLength(1);
    await begun.close();

    const changeTo = (minor: number) => (open: OpenDaybook) =>
      open.run('credit-account/change-limit', { accountId, limit: usd(minor) });
    const early = await written(base.onDevice(1), changeTo(7000));
    const here = base.onDevice(2);
    here.world.advance(60_000);
    await written(here, changeTo(1000));
    const parts = await here.openParts();
    parts.log?.appendForeign(early);
    parts.close();
    // The limit that was set last counts, and not the one that came last.
    const open = await here.open();
    expect(await open.engine.execute(charge(500))).toMatchObject({
      error: { type: 'CreditLimitExceeded', available: usd(390) },
    });
    expect(await open.rows('person/page', { personId: idOf(1) })).toMatchObject([
      { accounts: [{ limit: usd(1000) }] },
    ]);
  });
});
