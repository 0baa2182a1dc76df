import { describe, expect, test } from 'vitest';
import { records } from '../../../shared/records/registry.ts';
import { createEngine } from '../createEngine.ts';
import {
  createDaybookUnderTest,
  idOf,
  usd,
  wordsFor,
  type DaybookUnderTest,
  type OpenDaybook,
} from '../daybookUnderTest.ts';
import type { OpenedParts } from '../folder/openParts.ts';
import { accountId, charge } from '../historiesUnderTest.ts';
import { StorageFull } from '../sqlite/storage-errors.ts';

/** As if the way rows are made had changed: all of them are made again. */
const changed = {
  records: records.map((record) => ({
    ...record,
    projection: { ...record.projection, version: record.projection.version + 1 },
  })),
} as const;

const ENTRIES = 3000;

const withEntries = async (): Promise<DaybookUnderTest> => {
  const daybook = await createDaybookUnderTest();
  const open = await daybook.open();
  const details = { name: 'Ann', reference: 'A-1' };
  await open.run('person/register', { personId: idOf(1), details });
  const limit = usd(1_000_000);
  await open.run('credit-account/open', { accountId, personId: idOf(1), limit });
  await open.engine.executeAll(Array.from({ length: ENTRIES }, () => charge(1)));
  await open.rows('overview/totals', {});
  await open.close();
  return daybook;
};

/** Opens it without waiting for anything; the first attempts to make tables beside the others fail. */
const openAtOnce = async (
  daybook: DaybookUnderTest,
  failing: number,
): Promise<{ readonly open: OpenDaybook; readonly attempts: () => number }> => {
  let attempts = 0;
  const failingAtFirst = (parts: OpenedParts): OpenedParts => ({
    ...parts,
    state: {
      ...parts.state,
      execute: (text) => {
        if (text.startsWith('CREATE TABLE') && text.includes('__next')) {
          attempts += 1;
          if (attempts <= failing) throw new StorageFull('SQLITE_FULL', 'no room', null);
        }
        parts.state.execute(text);
      },
    },
  });
  const parts = await daybook.openParts({ ...changed, parts: failingAtFirst });
  const engine = createEngine(parts, daybook.options(changed));
  return { open: wordsFor(engine, parts, []), attempts: () => attempts };
};

test('a rebuild as a job and one at the start do not build in the same tables at once', async () => {
  const daybook = await withEntries();
  const { open } = await openAtOnce(daybook, 2);
  daybook.world.eachLookTakes(5);
  await expect(open.engine.whenIndexed()).rejects.toBeInstanceOf(StorageFull);
  // It tries once more before it begins, fails again, and begins all the same.
  const job = open.job('rebuild');
  for (let turns = 0; turns < 100; turns += 1) {
    await open.engine.whenIndexed().catch(() => undefined);
    await new Promise(setImmediate);
  }
  expect(await job).toMatchObject({ kind: 'rebuild', events: ENTRIES + 2 });
  daybook.world.eachLookTakes(0);
  await open.engine.whenIndexed();
  expect(await open.rows('overview/totals', {})).toMatchObject([{ entries: ENTRIES }]);
  expect(await open.job('verify')).toMatchObject({ findings: [] });
  await open.close();
});

describe('while rows are made', () => {
  test.each(['A-1', idOf(1)])('a person is erased on typing %s', async (confirm) => {
    const daybook = await withEntries();
    const { open } = await openAtOnce(daybook, Number.POSITIVE_INFINITY);
    const erase = { personId: idOf(1), ground: 'request' as const, confirm };
    expect(await open.run('person/erase', erase)).toMatchObject({
      receipt: { personId: idOf(1) },
    });
    await open.close();
  });

  test('a person is erased on typing the id before anything is indexed', async () => {
    const daybook = await withEntries();
    daybook.world.eachLookTakes(5);
    const { open } = await openAtOnce(daybook, 0);
    const erase = { personId: idOf(1), ground: 'request' as const, confirm: idOf(1) };
    let isSettled = false;
    const settled = open.engine.whenIndexed().finally(() => {
      isSettled = true;
    });
    await open.run('person/erase', erase);
    expect(isSettled).toBe(false);
    await settled;
    await open.close();
  });

  test.each(['verify', 'rebuild'] as const)('%s that waits for them is cancelled', async (kind) => {
    const daybook = await withEntries();
    daybook.world.eachLookTakes(5);
    const { open } = await openAtOnce(daybook, 0);
    let isSettled = false;
    const settled = open.engine.whenIndexed().finally(() => {
      isSettled = true;
    });
    const job = open.engine.runJob('a', { kind });
    await open.engine.cancelJob('a');
    expect(await job).toEqual({ ok: false, error: { type: 'Cancelled' } });
    expect(isSettled).toBe(false);
    await settled;
    expect(await open.job(kind)).toMatchObject({ kind });
    await open.close();
  });
});
