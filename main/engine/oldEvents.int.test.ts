import { rmSync } from 'node:fs';
import { describe, expect, test } from 'vitest';
import { records } from '../../shared/records/registry.ts';
import { createDaybookUnderTest, idOf, usd, type DaybookUnderTest } from './daybookUnderTest.ts';
import { appendRaw } from './rawEventsUnderTest.ts';
import { beginning, charge, accountId as known, withBeginning } from './historiesUnderTest.ts';

const ann = idOf(1);
const accountId = idOf(9, 0xa);
/** The second account of the beginning. */
const other = idOf(2, 0xa);
const chargeOf = (minor: number) => ({ accountId, amount: usd(minor), occurredOn: '2026-11-23' });

const daybookWith = async (
  append: (parts: Awaited<ReturnType<DaybookUnderTest['openParts']>>) => void,
): Promise<DaybookUnderTest> => {
  const daybook = await createDaybookUnderTest();
  const parts = await daybook.openParts();
  append(parts);
  parts.close();
  return daybook;
};

describe('events as an old Daybook wrote them', () => {
  const old = () =>
    daybookWith((parts) => {
      appendRaw(parts, {
        stream: `person-${ann}`,
        type: 'person.registered',
        schema: 1,
        data: {},
        personal: { name: 'Ann Old', reference: 'A-1', phone: '+47 22 44 22 22' },
        subject: ann,
        retention: 'profile',
      });
      appendRaw(parts, {
        stream: `credit-account-${accountId}`,
        type: 'credit-account.opened',
        schema: 1,
        data: { personId: ann, limit: '37.62' },
        subject: ann,
      });
    });

  test('are read, shown, found and decided on as if they were new ones', async () => {
    const open = await (await old()).open();
    expect(await open.rows('person/page', { personId: ann })).toMatchObject([
      {
        name: 'Ann Old',
        details: { name: 'Ann Old', reference: 'A-1', phones: ['+47 22 44 22 22'] },
        accounts: [{ accountId, limit: usd(3762), available: usd(3762) }],
      },
    ]);
    expect(
      (await open.rows('person/list', { search: '22442222' })).map(({ name }) => name),
    ).toEqual(['Ann Old']);
    expect(await open.rows('person/history', { personId: ann })).toMatchObject([
      { type: 'credit-account.opened', data: { limit: usd(3762) }, personal: null },
      {
        type: 'person.registered',
        personal: { name: 'Ann Old', reference: 'A-1', phones: ['+47 22 44 22 22'] },
      },
    ]);
    expect(await open.refusal('credit-account/charge', chargeOf(3763))).toEqual({
      type: 'CreditLimitExceeded',
      available: usd(3762),
      requested: usd(3763),
    });
    await open.run('credit-account/charge', { ...chargeOf(3762), memo: 'Flour' });
    expect(await open.rows('credit-account/exhausted', {})).toMatchObject([{ accountId }]);
    expect(await open.job('verify')).toMatchObject({ sound: true, events: 3 });
  });

  test('stay as they were written', async () => {
    const daybook = await old();
    const before = await daybook.openParts();
    const stored = before.reader.readAfter(0, 2);
    before.close();
    const open = await daybook.open();
    await open.run('credit-account/charge', chargeOf(1));
    await open.job('rebuild');
    expect(open.parts.reader.readAfter(0, 2)).toEqual(stored);
    expect(stored.map(({ schema }) => schema)).toEqual([1, 1]);
  });

  test('are erased like new ones', async () => {
    const open = await (await old()).open();
    await open.run('person/erase', { personId: ann, ground: 'request', confirm: 'A-1' });
    const history = await open.rows('person/history', { personId: ann });
    expect(history.at(-1)).toMatchObject({ personal: null, erased: true });
    expect(await open.job('verify')).toMatchObject({ sound: true });
  });

  test('that cannot be lifted are shown as poison, and stop only their own record', async () => {
    const daybook = await daybookWith((parts) => {
      appendRaw(parts, {
        stream: `credit-account-${accountId}`,
        type: 'credit-account.opened',
        schema: 1,
        data: { personId: ann, limit: 'a lot' },
        subject: ann,
      });
    });
    const open = await daybook.open();
    expect((await open.status()).poison).toMatchObject([
      { consumer: 'credit-account', position: 1 },
    ]);
    expect(await open.refusal('credit-account/charge', chargeOf(1))).toEqual({
      type: 'EventUnreadable',
      position: 1,
    });
    await open.engine.executeAll(beginning);
    expect(await open.rows('overview/totals', {})).toMatchObject([{ people: 3, accounts: 3 }]);
    expect(await open.job('verify')).toMatchObject({
      sound: false,
      findings: [{ type: 'EventInvalid', position: 1 }],
    });
  });
});

describe('events as only a newer Daybook writes them', () => {
  const newer = async () => {
    const { daybook, open } = await withBeginning();
    await open.close();
    const parts = await daybook.openParts();
    const stream = `credit-account-${known}`;
    // A newer version, an unknown type, and an unknown record.
    appendRaw(parts, { stream, type: 'credit-account.charged', schema: 9, data: {}, subject: ann });
    appendRaw(parts, { stream, type: 'credit-account.insured', schema: 1, data: {}, subject: ann });
    appendRaw(parts, {
      stream: `visit-${idOf(5)}`,
      type: 'visit.noted',
      schema: 1,
      data: { on: '2026-11-23' },
      subject: ann,
    });
    parts.close();
    return daybook;
  };

  test('are kept, counted and shown', async () => {
    const daybook = await newer();
    const open = await daybook.open();
    expect(await open.status()).toMatchObject({ needsNewer: 3, poison: [], findings: [] });
    const history = await open.rows('person/history', { personId: ann });
    expect(history.slice(0, 3)).toMatchObject([
      { type: 'visit.noted', record: '', recordId: idOf(5), data: {}, personal: null },
      { type: 'credit-account.insured', record: 'credit-account' },
      { type: 'credit-account.charged', record: 'credit-account' },
    ]);
    expect((await open.engine.readLog(9, 10)).map(({ type }) => type)).toEqual([
      'credit-account.charged',
      'credit-account.insured',
      'visit.noted',
    ]);
    await open.job('rebuild');
    expect(await open.status()).toMatchObject({ needsNewer: 3 });
  });

  test('keep their record from being decided on, and no other', async () => {
    const open = await (await newer()).open();
    expect(await open.engine.execute(charge(1))).toMatchObject({
      ok: false,
      error: { type: 'NeedsNewerDaybook', position: 10 },
    });
    await open.run('credit-account/charge', { ...chargeOf(1), accountId: other });
    await open.run('person/correct-details', { personId: ann, changes: { name: 'Ann New' } });
    expect(open.parts.reader.position()).toBe(14);
    expect(open.defects).toEqual([]);
  });

  test('are named by verify', async () => {
    const report = await (await (await newer()).open()).job('verify');
    expect(report.findings).toMatchObject(
      [10, 11, 12].map((position) => ({ type: 'NeedsNewer', position })),
    );
  });

  test('are counted again when the rows were lost, however long the log is', async () => {
    const daybook = await newer();
    const open = await daybook.open();
    await open.run('credit-account/change-limit', { accountId: other, limit: usd(1_000_000) });
    await open.engine.executeAll(
      Array.from({ length: 5000 }, () => ({
        ...charge(1),
        input: { ...chargeOf(1), accountId: other },
      })),
    );
    await open.close();
    rmSync(daybook.file('state.db'));
    const again = await daybook.open();
    expect(await again.status()).toMatchObject({
      needsNewer: 3,
      // What was rebuilt is not applied once more.
      poison: [],
      notes: [{ type: 'ReadModelsRemade' }, { type: 'ReadModelsRebuilt' }],
    });
  });

  test('are applied once a newer Daybook opens them', async () => {
    const daybook = await newer();
    const older = await daybook.open({ records: records.filter(({ name }) => name === 'person') });
    // The six of the accounts, the two newer ones, and the visit.
    expect((await older.status()).needsNewer).toBe(9);
    await older.close();
    const open = await daybook.open();
    expect((await open.status()).needsNewer).toBe(3);
    expect(await open.rows('overview/totals', {})).toMatchObject([{ accounts: 3, entries: 3 }]);
  });
});
