import { copyFileSync, readFileSync, rmSync, truncateSync, writeFileSync } from 'node:fs';
import { describe, expect, test } from 'vitest';
import type { AnyRecord } from '../../../shared/kernel/record.ts';
import { creditAccount } from '../../../shared/records/credit-account/record.ts';
import {
  createDaybookUnderTest,
  idOf,
  passphrase,
  usd,
  type DaybookUnderTest,
} from '../daybookUnderTest.ts';
import type { Engine } from '../Engine.ts';
import { accountId, charge, recordsWith, rowsOf, withBeginning } from '../historiesUnderTest.ts';
import { openEngine } from '../openEngine.ts';
import { openUnguarded } from '../sqlite/openUnguarded.ts';
import { StorageDamaged } from '../sqlite/storage-errors.ts';

const account: AnyRecord = creditAccount;

describe('rows of another version of Daybook', () => {
  test('are made again at the next start when the projection has another version', async () => {
    const { daybook, open } = await withBeginning();
    const rows = rowsOf(open.parts);
    open.parts.state.execute('UPDATE credit_account SET balance_minor = 1');
    await open.close();
    const newer = await daybook.open({
      records: recordsWith('credit-account', ({ projection }) => ({
        projection: { ...projection, version: projection.version + 1 },
      })),
    });
    expect(rowsOf(newer.parts)).toBe(rows);
    expect((await newer.status()).notes).toEqual([
      { type: 'ReadModelsRebuilt', detail: 'credit-account' },
    ]);
    await newer.close();
    const back = await daybook.open({
      records: recordsWith('credit-account', ({ projection }) => ({
        projection: { ...projection, version: projection.version + 1 },
      })),
    });
    expect((await back.status()).notes).toEqual([]);
  });

  test('negative control: with the same version they stay, though they are wrong', async () => {
    const { daybook, open } = await withBeginning();
    open.parts.state.execute('UPDATE credit_account SET balance_minor = 1');
    await open.close();
    const same = await daybook.open();
    expect(await same.rows('credit-account/exhausted', {})).toEqual([]);
    expect((await same.rows('overview/totals', {}))[0]?.owed).toEqual(usd(3));
  });

  test('are made again when a table has another shape', async () => {
    const { daybook, open } = await withBeginning();
    await open.close();
    const tables = account.projection.tables.map((table) => ({
      ...table,
      computed: { ...table.computed, twice: '2 * 21' },
    }));
    const newer = await daybook.open({
      records: recordsWith('credit-account', ({ projection }) => ({
        projection: { ...projection, tables },
      })),
    });
    expect(newer.parts.state.read('SELECT twice, entries FROM credit_account').all()).toEqual(
      Array.from({ length: 3 }, () => ({ twice: 42, entries: 1 })),
    );
  });
});

test('what an older Daybook could not apply is not counted any more once it is, in a new shape', async () => {
  const { daybook, open } = await withBeginning();
  await open.close();
  const { 'credit-account.charged': _unknown, ...events } = creditAccount.events;
  const tables = account.projection.tables.map((table) => ({
    ...table,
    computed: { ...table.computed, twice: '2 * 21' },
  }));
  const older = await daybook.open({
    records: recordsWith('credit-account', ({ projection }) => ({
      events,
      commands: [],
      projection: { ...projection, tables },
    })),
  });
  expect((await older.status()).needsNewer).toBe(3);
  await older.close();
  const today = await daybook.open();
  expect(await today.rows('overview/totals', {})).toMatchObject([{ entries: 3 }]);
  expect((await today.status()).needsNewer).toBe(0);
});

describe('a state.db', () => {
  const ways: readonly (readonly [string, (file: string) => void])[] = [
    ['that is gone', (file) => rmSync(file)],
    ['that is empty', (file) => truncateSync(file, 0)],
    ['that is no database', (file) => writeFileSync(file, 'x'.repeat(9999))],
    ['that was cut off', (file) => truncateSync(file, 3 * 4096)],
  ];

  test.each(ways)('%s is made anew, and the note says so', async (_way, damage) => {
    const { daybook, open } = await withBeginning();
    const rows = rowsOf(open.parts);
    await open.close();
    damage(daybook.file('state.db'));
    const again = await daybook.open();
    expect(rowsOf(again.parts)).toBe(rows);
    expect((await again.status()).notes).toMatchObject([{ type: 'ReadModelsRemade' }]);
    await again.close();
    expect((await (await daybook.open()).status()).notes).toEqual([]);
  });

  test('of another daybook is not taken for the own one', async () => {
    const { daybook, open } = await withBeginning();
    const rows = rowsOf(open.parts);
    open.parts.state.execute(`UPDATE basis SET daybook = '${idOf(99)}'`);
    await open.close();
    const again = await daybook.open();
    expect(rowsOf(again.parts)).toBe(rows);
    expect((await again.status()).notes).toMatchObject([{ type: 'ReadModelsRemade' }]);
  });

  test('of a new daybook is worth no note', async () => {
    const daybook = await createDaybookUnderTest();
    expect((await (await daybook.open()).status()).notes).toEqual([]);
  });

  test('that knows more than the log is a witness: an older log is not written', async () => {
    const { daybook, open } = await withBeginning();
    await open.close();
    const older = daybook.copy();
    const later = await daybook.open();
    await later.engine.execute(charge(5));
    await later.close();
    // Log and heads are put back from a copy, and fit each other; the rows are not.
    for (const name of ['log.db', 'heads']) copyFileSync(older.file(name), daybook.file(name));
    const back = await daybook.open();
    expect((await back.status()).findings).toMatchObject([{ type: 'LogBehindRows' }]);
    expect(await back.engine.execute(charge(6))).toMatchObject({ error: { type: 'ReadOnly' } });
    expect((await back.job('verify')).sound).toBe(false);
  });

  test('negative control: a whole daybook put back is written again', async () => {
    const { daybook, open } = await withBeginning();
    await open.close();
    const back = await daybook.copy().open();
    expect((await back.status()).findings).toEqual([]);
    expect(await back.engine.execute(charge(6))).toMatchObject({ ok: true });
  });
});

describe('a state.db with a damaged page', () => {
  /** Spoils the first page of a table. */
  const spoil = (daybook: DaybookUnderTest, table: string): void => {
    const file = daybook.file('state.db');
    const database = openUnguarded(file);
    const [root] = database
      .read<{ page: number }>('SELECT rootpage AS page FROM sqlite_schema WHERE name = ?')
      .all(table);
    database.close();
    const bytes = readFileSync(file);
    const start = ((root?.page ?? 0) - 1) * bytes.readUInt16BE(16);
    writeFileSync(file, bytes.fill(0xff, start, start + 100));
  };

  const openSpoiled = async (daybook: DaybookUnderTest) => {
    const location = { folder: daybook.folder, passphrase };
    const opened = await openEngine(location, daybook.options());
    if (!opened.ok) throw new Error(opened.error.type);
    return opened.value;
  };

  const totals = async (engine: Engine): Promise<unknown> => {
    await engine.whenIndexed();
    return engine.ask('overview/totals', {});
  };

  test.each(['projection', 'consumer', 'withheld', 'newest_event', 'person', 'credit_account'])(
    'of %s is made anew, at once or at the start after it was met',
    async (table) => {
      const { daybook, open } = await withBeginning();
      const expected = await totals(open.engine);
      await open.close();
      spoil(daybook, table);
      const engine = await openSpoiled(daybook);
      await totals(engine).catch(() => undefined);
      await engine.runJob('a', { kind: 'verify' });
      await engine.close();
      const again = await openSpoiled(daybook);
      expect(await totals(again)).toEqual(expected);
      expect(await again.runJob('a', { kind: 'verify' })).toMatchObject({ value: { sound: true } });
      await again.close();
    },
  );

  test('that the start looks at is made anew by it, and the note says so', async () => {
    const { daybook, open } = await withBeginning();
    await open.close();
    spoil(daybook, 'projection');
    const engine = await openSpoiled(daybook);
    expect((await engine.status()).notes).toMatchObject([{ type: 'ReadModelsRemade' }]);
    expect(await engine.execute(charge(1))).toMatchObject({ ok: true });
    await engine.close();
  });

  test('that is met later is told, and gone at the next start', async () => {
    const { daybook, open } = await withBeginning();
    await open.close();
    spoil(daybook, 'credit_account_entry');
    const engine = await openSpoiled(daybook);
    const question = ['credit-account/statement', { accountId }] as const;
    expect(await engine.ask(...question)).toMatchObject({ error: { type: 'StorageDamaged' } });
    await engine.close();
    const again = await openSpoiled(daybook);
    await again.whenIndexed();
    expect(await again.ask(...question)).toMatchObject({ value: { rows: [{ erased: false }] } });
    expect((await again.status()).notes).toMatchObject([{ type: 'ReadModelsRemade' }]);
    await again.close();
  });

  test('is not blamed for a page of the log', async () => {
    const { daybook, open } = await withBeginning();
    await open.close();
    const damaged = new StorageDamaged('SQLITE_CORRUPT', 'planted', null);
    const parts = await daybook.openParts();
    const work = (): void => {
      throw damaged;
    };
    expect(() => parts.state.transaction(work)).toThrow(StorageDamaged);
    parts.close();
    expect((await (await daybook.open()).status()).notes).toEqual([]);
  });
});
