import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import type { OpenedParts } from '../folder/openParts.ts';
import {
  accountId,
  anyHistory,
  charge,
  rowsOf,
  runHistory,
  withBeginning,
} from '../historiesUnderTest.ts';

/** The sums by day, and what the entries add up to when all of them are read. */
const keptSums = ({ state }: OpenedParts) =>
  state.read('SELECT * FROM credit_account_day ORDER BY occurred_on').all();
const trueSums = ({ state }: OpenedParts) =>
  state
    .read(
      `SELECT occurred_on, count(*) AS rows, sum(charged_minor) AS charged_minor,
         sum(paid_minor) AS paid_minor, sum(effect_minor) AS effect_minor
       FROM credit_account_entry GROUP BY occurred_on ORDER BY occurred_on`,
    )
    .all();

describe('sums of rows', () => {
  test('are what the rows add up to, whatever happened', async () => {
    let days = 0;
    await fc.assert(
      fc.asyncProperty(anyHistory(10, 40), async (steps) => {
        const { open } = await withBeginning();
        await runHistory(open, steps);
        expect(keptSums(open.parts)).toEqual(trueSums(open.parts));
        days += keptSums(open.parts).length;
        await open.close();
      }),
      { numRuns: 8 },
    );
    expect(days).toBeGreaterThan(0);
  });

  test('follow rows that change and rows that go', async () => {
    const { open } = await withBeginning();
    await open.engine.executeAll([charge(1), charge(2)]);
    await open.engine.status();
    const { state } = open.parts;
    const before = keptSums(open.parts);
    expect(before).not.toEqual([]);
    state.execute(`UPDATE credit_account_entry SET occurred_on = '2020-01-01' WHERE ordinal = 2`);
    expect(keptSums(open.parts)).toEqual(trueSums(open.parts));
    expect(keptSums(open.parts)).not.toEqual(before);
    state.execute(`DELETE FROM credit_account_entry WHERE account_id = '${accountId}'`);
    expect(keptSums(open.parts)).toEqual(trueSums(open.parts));
    state.execute('DELETE FROM credit_account_entry');
    expect(keptSums(open.parts)).toEqual([]);
  });

  test('come anew with a rebuild, and leave nothing of the old ones', async () => {
    const { open } = await withBeginning();
    await open.engine.executeAll([charge(1), charge(2)]);
    await open.engine.status();
    const rows = rowsOf(open.parts);
    const { state } = open.parts;
    state.execute('UPDATE credit_account_day SET rows = 7');
    await open.job('rebuild');
    await open.job('rebuild');
    expect(rowsOf(open.parts)).toBe(rows);
    const triggers = state
      .read<{ tbl_name: string }>(`SELECT tbl_name FROM sqlite_schema WHERE type = 'trigger'`)
      .all();
    expect(triggers.map((trigger) => trigger.tbl_name)).toEqual(
      Array(3).fill('credit_account_entry'),
    );
    await open.engine.execute(charge(3));
    await open.engine.status();
    expect(keptSums(open.parts)).toEqual(trueSums(open.parts));
  });
});
