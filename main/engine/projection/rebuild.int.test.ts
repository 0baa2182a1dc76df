import { describe, expect, test } from 'vitest';
import { usd } from '../daybookUnderTest.ts';
import type { OpenedParts } from '../folder/openParts.ts';
import { accountId, charge, rowsOf, whileItRuns, withBeginning } from '../historiesUnderTest.ts';

const spareTables = ({ state }: OpenedParts) =>
  state.read(`SELECT name FROM sqlite_schema WHERE name LIKE '%next%' OR name LIKE '%old%'`).all();

describe('a rebuild', () => {
  test('runs beside commands and questions, and leaves none of their rows out', async () => {
    const { daybook, open } = await withBeginning();
    await open.run('credit-account/change-limit', { accountId, limit: usd(1_000_000) });
    await open.engine.executeAll(Array.from({ length: 4000 }, () => charge(1)));
    daybook.world.eachLookTakes(5);
    const rebuild = open.engine.runJob('beside', { kind: 'rebuild' });
    let asked = 0;
    const times = await whileItRuns(rebuild, async () => {
      await open.engine.executeAll([charge(2), charge(3)]);
      const [row] = await open.rows('overview/totals', {});
      // Every answer is whole, whether the rows are old or new ones.
      asked += 1;
      expect(row?.entries).toBe(4003 + 2 * asked);
    });
    expect(await rebuild).toMatchObject({ ok: true, value: { kind: 'rebuild', streams: 6 } });
    expect(times).toBeGreaterThan(3);
    daybook.world.eachLookTakes(0);
    const rows = rowsOf(open.parts);
    await open.job('rebuild');
    expect(rowsOf(open.parts)).toBe(rows);
    expect(spareTables(open.parts)).toEqual([]);
  });

  test('that is cancelled leaves the running rows as they were, and nothing else', async () => {
    const { daybook, open } = await withBeginning();
    open.parts.state
      .write(`INSERT INTO withheld VALUES ('credit-account', 3, 'NotApplicable', 'planted')`)
      .run();
    const rows = rowsOf(open.parts);
    daybook.world.eachLookTakes(20);
    const rebuild = open.engine.runJob('a', { kind: 'rebuild' });
    while (spareTables(open.parts).length === 0) await new Promise(setImmediate);
    await open.engine.cancelJob('a');
    expect(await rebuild).toEqual({ ok: false, error: { type: 'Cancelled' } });
    expect(rowsOf(open.parts)).toBe(rows);
    expect(spareTables(open.parts)).toEqual([]);
    daybook.world.eachLookTakes(0);
    await open.engine.execute(charge(1));
    expect(await open.job('verify')).toMatchObject({ sound: true });
  });

  test('that a crash cut off leaves tables, which go at the next start', async () => {
    const { daybook, open } = await withBeginning();
    await open.close();
    const parts = await daybook.openParts();
    for (const name of ['credit_account__next', 'person__old', 'of_an_older_daybook__next'])
      parts.state.execute(`CREATE TABLE ${name} (a)`);
    parts.close();
    expect(spareTables((await daybook.open()).parts)).toEqual([]);
  });

  test('makes rows right that were not', async () => {
    const { open } = await withBeginning();
    const rows = rowsOf(open.parts);
    open.parts.state.execute('UPDATE credit_account SET balance_minor = 1');
    expect(rowsOf(open.parts)).not.toBe(rows);
    await open.job('rebuild');
    expect(rowsOf(open.parts)).toBe(rows);
  });

  test('writes a stream that is too long for one piece', async () => {
    const { open } = await withBeginning();
    await open.run('credit-account/change-limit', { accountId, limit: usd(1_000_000) });
    await open.engine.executeAll(Array.from({ length: 5100 }, () => charge(1)));
    const [entry] = await open.rows('credit-account/statement', { accountId });
    await open.run('credit-account/reverse-entry', {
      accountId,
      entryId: entry?.entryId ?? '',
      reason: 'Twice',
    });
    const rows = rowsOf(open.parts);
    await open.job('rebuild');
    expect(rowsOf(open.parts) === rows).toBe(true);
  });
});
