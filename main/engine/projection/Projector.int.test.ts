import fc from 'fast-check';
import { rmSync } from 'node:fs';
import { describe, expect, test } from 'vitest';
import { records } from '../../../shared/records/registry.ts';
import { createDaybookUnderTest, usd } from '../daybookUnderTest.ts';
import { decode } from '../eventlog/decode.ts';
import { createEventCatalog } from '../eventlog/EventCatalog.ts';
import type { OpenedParts } from '../folder/openParts.ts';
import {
  accountId,
  anyHistory,
  beginning,
  charge,
  recordsWith,
  rowsOf,
  runHistory,
  withBeginning,
} from '../historiesUnderTest.ts';
import { StorageFull } from '../sqlite/storage-errors.ts';
import { createProjector } from './Projector.ts';

const catalog = createEventCatalog(records);

const entriesOf = ({ reader }: OpenedParts, after = 0) =>
  reader.readAfter(after, 10_000).map((stored) => ({
    stored,
    decoded: decode(stored, stored.version, catalog, 'USD'),
  }));

const projectorOf = (parts: OpenedParts) =>
  createProjector({ log: parts.reader, state: parts.state, catalog, elapsedMs: () => 0 });

describe('rows made one event at a time', () => {
  test('are those that a rebuild makes, whatever happened', async () => {
    let accepted = 0;
    await fc.assert(
      fc.asyncProperty(anyHistory(20, 60), async (steps) => {
        const { daybook, open } = await withBeginning();
        accepted += await runHistory(open, steps);
        const rows = rowsOf(open.parts);
        await open.job('rebuild');
        expect(rowsOf(open.parts)).toBe(rows);
        expect(await open.job('verify')).toMatchObject({ sound: true, findings: [] });
        await open.close();
        rmSync(daybook.file('state.db'));
        const again = await daybook.open();
        expect(rowsOf(again.parts)).toBe(rows);
        await again.close();
      }),
      { numRuns: 10 },
    );
    // The histories are about something.
    expect(accepted).toBeGreaterThan(100);
  });

  test('are the same when events are delivered twice and in pieces', async () => {
    const { daybook, open } = await withBeginning();
    const rows = rowsOf(open.parts);
    await open.close();
    rmSync(daybook.file('state.db'));
    const parts = await daybook.openParts();
    const projector = projectorOf(parts);
    const entries = entriesOf(parts);
    for (let end = 1; end <= entries.length; end += 1) {
      projector.apply(entries.slice(Math.max(0, end - 3), end));
      projector.apply(entries.slice(0, end));
    }
    expect(rowsOf(parts)).toBe(rows);
  });

  test('leave nothing out when a piece is missing: they wait for it', async () => {
    const { daybook, open } = await withBeginning();
    const rows = rowsOf(open.parts);
    await open.close();
    rmSync(daybook.file('state.db'));
    const parts = await daybook.openParts();
    const projector = projectorOf(parts);
    const entries = entriesOf(parts);
    projector.apply(entries.slice(4));
    expect(projector.position()).toBe(0);
    while (projector.catchUp(2));
    expect(rowsOf(parts)).toBe(rows);
  });

  test('negative control: an event applied again without its checkpoint is noticed', async () => {
    const { open } = await withBeginning();
    open.parts.state.write('UPDATE projection SET position = 8').run();
    const projector = projectorOf(open.parts);
    projector.apply(entriesOf(open.parts, 8));
    expect(rowsOf(open.parts)).toContain('NotApplicable');
  });
});

describe('a checkpoint', () => {
  const failing = ['UPDATE projection', 'INSERT INTO main."credit_account_entry"'];

  test.each(failing)(
    'is written with the rows or not at all: %s fails',
    async (failingStatement) => {
      const daybook = await createDaybookUnderTest();
      let full = false;
      const open = await daybook.open({
        parts: (parts) => ({
          ...parts,
          state: {
            ...parts.state,
            write: (text) => ({
              run: (...values) => {
                if (full && text.startsWith(failingStatement))
                  throw new StorageFull('SQLITE_FULL', 'no room', null);
                return parts.state.write(text).run(...values);
              },
            }),
          },
        }),
      });
      await open.engine.executeAll(beginning);
      await open.status();
      const before = rowsOf(open.parts);
      full = true;
      // It is on disk, so it is answered; the rows will follow.
      expect(await open.engine.execute(charge(7))).toMatchObject({ ok: true, position: 10 });
      await open.status();
      expect(rowsOf(open.parts)).toBe(before);
      // Old rows would be a wrong answer, to people and to those who decide by them.
      const stale = await open.engine.ask('credit-account/statement', { accountId });
      expect(stale).toMatchObject({ ok: false, error: { type: 'StorageFull' } });
      full = false;
      const fresh = await open.rows('credit-account/statement', { accountId });
      expect(fresh.map(({ amount }) => amount.minor)).toEqual([10, 7]);
      expect(await open.engine.execute(charge(8))).toMatchObject({ ok: true, position: 11 });
      await new Promise((resolve) => setTimeout(resolve, 20));
      const statement = await open.rows('credit-account/statement', { accountId });
      expect(statement.map(({ amount }) => amount.minor)).toEqual([10, 7, 8]);
      expect(await open.job('verify')).toMatchObject({ sound: true });
    },
  );
});

describe('an event that a projection fails on', () => {
  const poisoned = recordsWith('credit-account', ({ projection }) => ({
    projection: {
      ...projection,
      on: {
        ...(projection.on as Record<string, unknown>),
        'credit-account.charged': (event: {
          readonly data: { readonly amount: { minor: number } };
        }) => {
          if (event.data.amount.minor === 13) throw new TypeError('thirteen');
          const handlers = projection.on as Record<string, (event: object) => never>;
          return handlers['credit-account.charged']?.(event) ?? [];
        },
      },
    },
  }));

  test('is left out and shown, while the others go on', async () => {
    const daybook = await createDaybookUnderTest();
    const open = await daybook.open({ records: poisoned });
    await open.engine.executeAll(beginning);
    const replies = await open.engine.executeAll([charge(12), charge(13), charge(14)]);
    expect(replies.map(({ ok }) => ok)).toEqual([true, true, true]);
    const statement = await open.rows('credit-account/statement', { accountId });
    expect(statement.map(({ amount }) => amount.minor)).toEqual([10, 12, 14]);
    const poison = [{ consumer: 'credit-account', position: 11, error: 'NotApplicable: thirteen' }];
    expect((await open.status()).poison).toEqual(poison);
    const rows = rowsOf(open.parts);
    await open.job('rebuild');
    expect(rowsOf(open.parts)).toBe(rows);
    expect(await open.job('verify')).toMatchObject({ sound: true });
    expect((await open.status()).poison).toEqual(poison);
    // The limit is kept by the state, which knows of all three.
    expect(await open.engine.execute(charge(252))).toMatchObject({
      error: { type: 'CreditLimitExceeded', available: usd(251) },
    });
    await open.close();
    const mended = await daybook.open();
    await mended.job('rebuild');
    expect((await mended.status()).poison).toEqual([]);
    expect((await mended.rows('overview/totals', {}))[0]?.entries).toBe(6);
  });
});
