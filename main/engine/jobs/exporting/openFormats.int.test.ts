import { writeFileSync } from 'node:fs';
import path from 'node:path';
import { describe, expect, test } from 'vitest';
import { createDaybookUnderTest, usd, type OpenDaybook } from '../../daybookUnderTest.ts';
import { begin, exportTo, odd, readRows, register } from './exportingUnderTest.ts';

const peopleMap = (phones: number) => ({
  details: {
    reference: '{reference}',
    name: '{name}',
    phones: Array.from({ length: phones }, (_, index) => `{phone${index + 1}}`),
    email: '{email}',
    address: '{address}',
    birthDate: '{birthDate}',
    note: '{note}',
  },
  account: { limit: '{limit}' },
});

const entriesMap = {
  person: '{person}',
  reference: '{reference}',
  kind: '{kind}',
  amount: '{amount}',
  occurredOn: '{occurredOn}',
  memo: '{memo}',
  approval: '{approval}',
};

describe('people and entries', () => {
  const bringIn = async ({ engine }: OpenDaybook, kind: string, file: string, map: object) => {
    const outcome = await engine.runJob(`an import of ${kind}`, {
      kind: 'import',
      import: kind,
      file,
      map: { ...map },
      dryRun: false,
    });
    if (!outcome.ok || outcome.value.kind !== 'import') throw new Error('not imported');
    return outcome.value;
  };

  const described = async (open: OpenDaybook) => {
    const people = await open.rows('exchange/people', {});
    const list = await open.rows('person/list', {});
    const memos = (await open.rows('exchange/entries', {})).filter(
      ({ reversed, kind }) => !reversed && kind !== 'reversal',
    );
    return {
      people: people.map(({ details, limit }) => ({ details, limit })).toSorted(byName),
      balances: list.map(({ name, balance, available }) => ({ name, balance, available })),
      entries: memos.map(({ memo, amount, kind, occurredOn }) => ({
        memo,
        amount,
        kind,
        occurredOn,
      })),
    };
  };

  const byName = (
    a: { readonly details: { readonly name: string } | null },
    b: { readonly details: { readonly name: string } | null },
  ): number => ((a.details?.name ?? '') < (b.details?.name ?? '') ? -1 : 1);

  test('come back the same from the files in an empty daybook', async () => {
    const { open, folder } = await begin();
    for (const details of odd)
      await register(
        open,
        {
          ...details,
          phones: ['+82 10-1234-5678', '02-123'],
          note: '-first line\nsecond, "line"',
          address: '=1 High Street\nTown',
        },
        '=memo, "with"\nlines',
      );
    const paid = await register(open, { name: 'Paid', reference: 'P' });
    const { accountId } = paid;
    await open.run('credit-account/pay', { accountId, amount: usd(100), occurredOn: '2026-11-21' });
    await open.run('credit-account/reverse-entry', {
      accountId,
      entryId: paid.entryId,
      reason: 'wrong',
    });
    await open.run('person/register', { details: { name: 'Without account', reference: 'W' } });
    const people = path.join(folder, 'people.csv');
    const entries = path.join(folder, 'entries.csv');
    expect(await exportTo(open, people, { what: 'people' })).toMatchObject({
      written: 7,
      leftOut: 0,
    });
    expect(await exportTo(open, entries, { what: 'entries' })).toMatchObject({
      written: 6,
      leftOut: 2,
    });

    const other = await (await createDaybookUnderTest()).open();
    expect(await bringIn(other, 'people', people, peopleMap(2))).toMatchObject({
      added: 7,
      refused: [],
    });
    expect(await bringIn(other, 'entries', entries, entriesMap)).toMatchObject({
      added: 6,
      refused: [],
    });
    expect(await described(other)).toEqual(await described(open));
    expect(await bringIn(other, 'entries', entries, entriesMap)).toMatchObject({
      added: 0,
      unchanged: 6,
    });
  });

  test('come back with the same balances where charges have passed the limit, and why is kept', async () => {
    const { open, folder } = await begin();
    const enter = (accountId: string, kind: 'charge' | 'pay', minor: number, more: object = {}) =>
      open.run(`credit-account/${kind}`, {
        accountId,
        amount: usd(minor),
        occurredOn: '2026-11-21',
        ...more,
      });
    const limitOf = (accountId: string, minor: number) =>
      open.run('credit-account/change-limit', { accountId, limit: usd(minor), reason: 'less' });
    // Each has been charged 12.34 of 50.00.
    const approved = await register(open, { name: 'Approved', reference: 'A' });
    await enter(approved.accountId, 'charge', 9000, { approval: { reason: '=Pays on Friday' } });
    const lowered = await register(open, { name: 'Lowered', reference: 'L' });
    await enter(lowered.accountId, 'charge', 3000);
    await limitOf(lowered.accountId, 2000);
    const paidBack = await register(open, { name: 'Payment taken back', reference: 'P' });
    const { entryId } = await enter(paidBack.accountId, 'pay', 4000);
    await enter(paidBack.accountId, 'charge', 7000);
    await open.run('credit-account/reverse-entry', {
      accountId: paidBack.accountId,
      entryId,
      reason: 'bounced',
    });
    const undone = await register(open, { name: 'Charge taken back', reference: 'C' });
    const wrong = await enter(undone.accountId, 'charge', 9000, { approval: { reason: 'A slip' } });
    await enter(undone.accountId, 'charge', 1000, { approval: { reason: 'Known to us' } });
    await open.run('credit-account/reverse-entry', {
      accountId: undone.accountId,
      entryId: wrong.entryId,
      reason: 'wrong',
    });
    const people = path.join(folder, 'people.csv');
    const entries = path.join(folder, 'entries.csv');
    await exportTo(open, people, { what: 'people' });
    const approvals = { approved: 'approved', earlier: 'earlier limit' };
    await exportTo(open, entries, { what: 'entries', approvals });
    expect(readRows(entries).map((row) => [row[0], row[3], row[6]])).toEqual([
      ['person', 'amount', 'approval'],
      ['A', '12.34', ''],
      ['A', '90.00', "'=Pays on Friday"],
      ['L', '12.34', ''],
      ['L', '30.00', 'earlier limit'],
      ['P', '12.34', ''],
      ['P', '70.00', 'earlier limit'],
      ['C', '12.34', ''],
      ['C', '10.00', 'Known to us'],
    ]);

    const other = await (await createDaybookUnderTest()).open();
    expect(await bringIn(other, 'people', people, peopleMap(1))).toMatchObject({ refused: [] });
    expect(await bringIn(other, 'entries', entries, entriesMap)).toMatchObject({
      added: 8,
      refused: [],
    });
    expect(await described(other)).toEqual(await described(open));
    const kept = await other.rows('exchange/entries', {});
    expect(kept.flatMap(({ approvalReason }) => approvalReason ?? [])).toEqual([
      '=Pays on Friday',
      'earlier limit',
      'earlier limit',
      'Known to us',
    ]);
    // It was beyond the limit with the charge that was taken back, which has not come along.
    expect(kept.at(-1)).toMatchObject({ approved: false });
    expect(await bringIn(other, 'entries', entries, entriesMap)).toMatchObject({
      added: 0,
      unchanged: 8,
    });
  });

  test('add nothing where they came from', async () => {
    const { open, folder } = await begin();
    for (const details of odd) await register(open, details, '=memo');
    const none = await register(open, { name: 'None' });
    const second = await register(open, { name: 'Two accounts', reference: 'B' });
    const { personId } = second;
    await open.run('credit-account/open', { personId, limit: usd(100) });
    const people = path.join(folder, 'people.csv');
    const entries = path.join(folder, 'entries.csv');
    await exportTo(open, people, { what: 'people' });
    await exportTo(open, entries, { what: 'entries' });
    const { accountId, entryId } = none;
    await open.run('credit-account/reverse-entry', { accountId, entryId, reason: 'wrong' });
    const before = await described(open);
    const count = odd.length + 2;
    const nothing = { added: 0, unchanged: count, refused: [], differing: [] };
    expect(await bringIn(open, 'people', people, peopleMap(1))).toMatchObject(nothing);
    expect(await bringIn(open, 'entries', entries, entriesMap)).toMatchObject(nothing);
    expect(await described(open)).toEqual(before);
  });

  test('add no entry where the reference of their person has changed, or is somebody else’s', async () => {
    const { open, folder } = await begin();
    const { personId, entryId } = await register(open, { name: 'Ada', reference: 'A1' });
    const entries = path.join(folder, 'entries.csv');
    await exportTo(open, entries, { what: 'entries' });
    await open.run('person/correct-details', { personId, changes: { reference: 'A2' } });
    const told = {
      added: 0,
      unchanged: 1,
      refused: [],
      differing: [{ line: 2, fields: ['person'] }],
    };
    expect(await bringIn(open, 'entries', entries, entriesMap)).toMatchObject(told);
    await register(open, { name: 'Eve', reference: 'A1' });
    expect(await bringIn(open, 'entries', entries, entriesMap)).toMatchObject(told);
    const kept = await open.rows('exchange/entries', {});
    expect(kept.map((entry) => entry.entryId)).toContain(entryId);
    expect(kept).toHaveLength(2);
  });

  test('that say something else in a second file are told, and enter nothing', async () => {
    const { open, folder } = await begin();
    await register(open, { name: 'Ada', reference: 'A1' });
    const file = path.join(folder, 'bank.csv');
    const head = 'person,reference,kind,amount,occurredOn,memo,approval';
    const bring = async (row: string) => {
      writeFileSync(file, `${head}\n${row}\n`);
      return bringIn(open, 'entries', file, entriesMap);
    };
    expect(await bring('A1,I-1,charge,10.00,2026-11-20,,')).toMatchObject({ added: 1 });
    expect(await bring('A1,I-1,charge,15.00,2026-11-21,,')).toMatchObject({
      added: 0,
      differing: [{ line: 2, fields: ['amount', 'occurredOn'] }],
    });
  });

  test('are refused of somebody without a reference who was erased since', async () => {
    const { open, folder } = await begin();
    const { personId } = await register(open, { name: 'None' });
    const people = path.join(folder, 'people.csv');
    const entries = path.join(folder, 'entries.csv');
    await exportTo(open, people, { what: 'people' });
    await exportTo(open, entries, { what: 'entries' });
    await open.run('person/erase', { personId, ground: 'request', confirm: personId });
    const gone = { added: 0, refused: [{ line: 2, error: { type: 'PersonErased' } }] };
    expect(await bringIn(open, 'people', people, peopleMap(1))).toMatchObject(gone);
    expect(await bringIn(open, 'entries', entries, entriesMap)).toMatchObject(gone);
  });

  test('without a reference of their own go by their id, and erased people are left out', async () => {
    const { open, folder } = await begin();
    const none = await register(open, { name: 'None' });
    const first = await register(open, { name: 'Twice', reference: 'T' });
    const second = await register(open, { name: 'Twice', reference: 'T' });
    const gone = await register(open, { name: 'Gone', reference: 'G' });
    await open.run('person/erase', { personId: gone.personId, ground: 'request', confirm: 'G' });
    const people = path.join(folder, 'people.csv');
    const entries = path.join(folder, 'entries.csv');
    expect(await exportTo(open, people, { what: 'people' })).toMatchObject({
      written: 3,
      leftOut: 1,
    });
    expect(await exportTo(open, entries, { what: 'entries' })).toMatchObject({
      written: 3,
      leftOut: 1,
    });
    const names = [none.personId, 'T', second.personId];
    expect(
      readRows(people)
        .slice(1)
        .map(([reference]) => reference),
    ).toEqual(names);
    expect(
      readRows(entries)
        .slice(1)
        .map(([person, entry]) => [person, entry]),
    ).toEqual([
      [none.personId, none.entryId],
      ['T', first.entryId],
      [second.personId, second.entryId],
    ]);
    const other = await (await createDaybookUnderTest()).open();
    expect(await bringIn(other, 'people', people, peopleMap(1))).toMatchObject({ refused: [] });
    expect(await bringIn(other, 'entries', entries, entriesMap)).toMatchObject({ refused: [] });
  });
});
