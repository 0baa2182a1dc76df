import { setTimeout as wait } from 'node:timers/promises';
import { describe, expect, test } from 'vitest';
import { createDaybookUnderTest, type Otherwise } from './daybookUnderTest.ts';
import { accountId, beginning, charge, rowsOf, withBeginning } from './historiesUnderTest.ts';

const entriesIn = (rows: string): number => rows.split('"entry_id"').length - 1;

describe('rows of commands that were answered', () => {
  test('are there for whoever asks, however soon', async () => {
    const { open } = await withBeginning();
    const before = entriesIn(rowsOf(open.parts));
    const [, answer] = await Promise.all([
      open.engine.execute(charge(1)),
      open.engine
        .execute(charge(2))
        .then(() => open.rows('credit-account/statement', { accountId })),
    ]);
    expect(answer.map(({ amount }) => amount.minor).slice(-2)).toEqual([1, 2]);
    expect(entriesIn(rowsOf(open.parts))).toBe(before + 2);
  });

  test('do not keep the reply waiting, and come by themselves', async () => {
    const { open } = await withBeginning();
    const before = entriesIn(rowsOf(open.parts));
    expect(await open.engine.execute(charge(1))).toMatchObject({ ok: true });
    expect(entriesIn(rowsOf(open.parts))).toBe(before);
    for (let tries = 0; tries < 200 && entriesIn(rowsOf(open.parts)) === before; tries += 1)
      await wait(10);
    expect(entriesIn(rowsOf(open.parts))).toBe(before + 1);
  });

  test('share a transaction when commands follow each other closely, and are bounded in number', async () => {
    let transactions = 0;
    const counted: Otherwise = {
      parts: (parts) => ({
        ...parts,
        state: {
          ...parts.state,
          transaction: (work) => {
            transactions += 1;
            return parts.state.transaction(work);
          },
        },
      }),
    };
    const daybook = await createDaybookUnderTest();
    const open = await daybook.open(counted);
    await open.engine.executeAll(beginning);
    await open.status();
    const before = entriesIn(rowsOf(open.parts));
    transactions = 0;
    for (let count = 0; count < 20; count += 1) await open.engine.execute(charge(1));
    expect(transactions).toBeLessThan(20);
    await open.engine.executeAll(Array.from({ length: 600 }, () => charge(1)));
    // Nobody has asked: what is there was written because too much waited.
    expect(entriesIn(rowsOf(open.parts))).toBeGreaterThan(before + 250);
  });
});
