import { createHash } from 'node:crypto';
import { beforeAll, describe, expect, test } from 'vitest';
import { z } from 'zod';
import { defineCommand, type DecisionContext } from '../../../shared/kernel/command.ts';
import { defineEvent, type EventOf } from '../../../shared/kernel/event.ts';
import { defineRecord, type AnyRecord } from '../../../shared/kernel/record.ts';
import { err, ok, type Result } from '../../../shared/kernel/result.ts';
import { creditAccount } from '../../../shared/records/credit-account/record.ts';
import {
  unopenedAccount,
  type CreditAccount,
} from '../../../shared/records/credit-account/state.ts';
import { records } from '../../../shared/records/registry.ts';
import { createDaybookUnderTest, idOf, usd, type DaybookUnderTest } from '../daybookUnderTest.ts';
import { createEventCatalog } from '../eventlog/EventCatalog.ts';
import type { OpenedParts } from '../folder/openParts.ts';
import { createStateCache } from './StateCache.ts';

const ann = idOf(1);
const account: AnyRecord = creditAccount;
const accountId = idOf(2);
const stream = `credit-account-${accountId}`;
const charge = (minor: number) => ({
  command: 'credit-account/charge',
  input: { accountId, amount: usd(minor), occurredOn: '2026-11-23' },
});

/** An account with that many charges of 1, of which the first has been reversed. */
const withCharges = async (count: number) => {
  const daybook = await createDaybookUnderTest();
  const open = await daybook.open();
  await open.run('person/register', { personId: ann, details: { name: 'Ann' } });
  await open.run('credit-account/open', { accountId, personId: ann, limit: usd(9999) });
  const [first] = await open.engine.executeAll(Array.from({ length: count }, () => charge(1)));
  if (!first?.ok) throw new Error('not charged');
  const { entryId } = first.result as { readonly entryId: string };
  await open.run('credit-account/reverse-entry', { accountId, entryId, reason: 'No' });
  return { daybook, open };
};

/** Loads the account by a cache of its own, and says from where in the stream it had to read. */
const load = (parts: OpenedParts, record: AnyRecord = creditAccount) => {
  const readFrom: number[] = [];
  const cache = createStateCache({
    catalog: createEventCatalog(records.map((one) => (one.name === record.name ? record : one))),
    state: parts.state,
    log: {
      ...parts.reader,
      readClearStream: (name, afterVersion, limit) => {
        readFrom.push(afterVersion);
        return parts.reader.readClearStream(name, afterVersion, limit);
      },
    },
  });
  return { loaded: cache.load(record, stream), readFrom, cache };
};

const folded = (parts: OpenedParts) => {
  parts.state.write('DELETE FROM snapshot').run();
  return load(parts).loaded;
};

const snapshotVersion = (parts: OpenedParts) =>
  parts.state.read<{ version: number }>('SELECT version FROM snapshot').get()?.version;

describe('a snapshot', () => {
  test('is kept of a long stream, and of no short one', async () => {
    expect(snapshotVersion((await withCharges(498)).open.parts)).toBe(500);
    expect(snapshotVersion((await withCharges(497)).open.parts)).toBeUndefined();
  });

  test('spares the events before it after the daybook was opened again', async () => {
    const { daybook, open } = await withCharges(600);
    await open.close();
    const parts = await daybook.openParts();
    const { loaded, readFrom } = load(parts);
    expect(readFrom).toEqual([601]);
    expect(loaded.version).toBe(602);
    expect(loaded).toEqual(folded(parts));
    expect((loaded.state as CreditAccount & { balance: number }).balance).toBe(599);
  });

  test('is made anew when the stream has grown by half', async () => {
    const { open } = await withCharges(600);
    await open.engine.executeAll(Array.from({ length: 298 }, () => charge(1)));
    expect(snapshotVersion(open.parts)).toBe(601);
    await open.engine.executeAll([charge(1), charge(1)]);
    expect(snapshotVersion(open.parts)).toBe(902);
  });
});

describe('a snapshot that cannot be right is left aside', () => {
  let long: DaybookUnderTest;
  beforeAll(async () => {
    const { daybook, open } = await withCharges(600);
    await open.close();
    long = daybook;
  });

  test.each([
    ['its state was changed', `UPDATE snapshot SET state = replace(state, '600', '6')`],
    ['its version was changed', 'UPDATE snapshot SET version = version - 1'],
    ['it is of another history', `UPDATE snapshot SET event_hash = zeroblob(32)`],
    ['it is ahead of the log', 'UPDATE snapshot SET version = version + 100'],
    ['other code made it', `UPDATE snapshot SET fingerprint = 'other'`],
  ])('%s', async (_fault, statement) => {
    const parts = await long.copy().openParts();
    expect(load(parts).readFrom).toEqual([601]);
    expect(parts.state.write(statement).run()).toBe(1);
    const { loaded, readFrom } = load(parts);
    expect(readFrom).toEqual([0]);
    expect(loaded).toEqual(folded(parts));
  });

  test('the record folds by other code', async () => {
    const other: AnyRecord = {
      ...account,
      evolve: { ...account.evolve, 'credit-account.closed': (state: unknown) => state },
    };
    expect(load(await long.copy().openParts(), other).readFrom).toEqual([0]);
  });

  test('the record lifts old events by other code', async () => {
    const other: AnyRecord = {
      ...account,
      upcasts: { 'credit-account.opened': { 1: { data: (data: object) => data } } },
    };
    expect(load(await long.copy().openParts(), other).readFrom).toEqual([0]);
  });

  test('negative control: one with the right checksum is believed, whatever it says', async () => {
    const parts = await long.copy().openParts();
    const [row] = parts.state
      .read<{ version: number; fingerprint: string; state: string }>('SELECT * FROM snapshot')
      .all();
    if (!row) throw new Error('no snapshot');
    const wrong = row.state.replace('"balance":600', '"balance":6');
    const checksum = createHash('sha256')
      .update(`${stream}\n${row.version}\n${row.fingerprint}\n${wrong}`)
      .digest();
    parts.state.write('UPDATE snapshot SET state = ?, checksum = ?').run(wrong, checksum);
    expect(load(parts).loaded.state).toMatchObject({ balance: 5 });
  });
});

describe('states in memory', () => {
  test('give way to younger ones when there is no more room, and are folded again', async () => {
    const { open } = await withCharges(10);
    const { cache, readFrom } = load(open.parts);
    expect(readFrom).toEqual([0]);
    const first = cache.load(creditAccount, stream);
    expect(readFrom).toEqual([0]);
    // Each takes a little room, even when nothing has happened in it yet.
    for (let number = 1; number <= 40_000; number += 1)
      cache.put(`credit-account-${idOf(number, 7)}`, { state: unopenedAccount, version: 0 });
    expect(cache.load(creditAccount, stream)).toEqual(first);
    expect(readFrom).toEqual([0, 0]);
    // The one that was asked for last is not the next to go.
    cache.put(`credit-account-${idOf(0, 7)}`, { state: unopenedAccount, version: 0 });
    cache.load(creditAccount, stream);
    expect(readFrom).toEqual([0, 0]);
  });
});

const tallyEvents = {
  'tally.added': defineEvent({
    schema: 1,
    data: z.strictObject({ by: z.number() }),
    personal: { retention: 'profile', fields: z.strictObject({ note: z.string().optional() }) },
  }),
};
type TallyEvent = EventOf<typeof tallyEvents>;

/** A record whose state is changed in place, so that an event that is folded twice shows. */
const tally = defineRecord({
  name: 'tally',
  events: tallyEvents,
  initialState: { summands: [] as number[] },
  evolve: {
    'tally.added': (state, { data }) => {
      state.summands.push(data.by);
      return state;
    },
  },
  subject: () => null,
  commands: [
    defineCommand({
      name: 'tally/add',
      input: z.strictObject({ by: z.number(), note: z.string().optional() }),
      streamId: () => accountId,
      writes: ['tally.added'],
      // With a note it fails half-way: there is nobody whom the note is about.
      decide: ({ by, note }: { by: number; note?: string | undefined }) =>
        ok<readonly TallyEvent[]>([{ type: 'tally.added', data: { by }, personal: { note } }]),
      output: () => ({}),
    }),
    defineCommand({
      name: 'tally/tell',
      input: z.strictObject({}),
      streamId: () => accountId,
      writes: [],
      decide: (
        _input: object,
        { summands }: { summands: readonly number[] },
        _context: DecisionContext,
      ): Result<readonly TallyEvent[], { type: 'Told'; summands: readonly number[] }> =>
        err({ type: 'Told', summands: [...summands] }),
      output: () => ({}),
    }),
  ],
  upcasts: {},
  projection: { version: 1, tables: [], on: { 'tally.added': () => [] } },
  views: [],
});

describe('a command that fails half-way', () => {
  const add = (by: number, note?: string) => ({
    command: 'tally/add',
    input: { by, ...(note === undefined ? {} : { note }) },
  });
  const tell = { command: 'tally/tell', input: {} };

  test('leaves the state as it was for those after it, in its group and later', async () => {
    const daybook = await createDaybookUnderTest();
    const open = await daybook.open({ records: [...records, tally] });
    const told = (summands: readonly number[]) => ({ error: { type: 'Told', summands } });
    const replies = await open.engine.executeAll([
      add(1),
      add(2),
      add(9, 'about nobody'),
      tell,
      tell,
      add(3),
      tell,
    ]);
    expect(replies).toMatchObject([
      { ok: true },
      { ok: true },
      { error: { type: 'Unexpected' } },
      told([1, 2]),
      told([1, 2]),
      { ok: true },
      told([1, 2, 3]),
    ]);
    expect(await open.engine.execute(tell)).toMatchObject(told([1, 2, 3]));
    expect(open.defects).toMatchObject([{ name: 'SubjectMissing' }]);
    expect(open.parts.reader.position()).toBe(3);
  });

  test('alone leaves the state as it was', async () => {
    const daybook = await createDaybookUnderTest();
    const open = await daybook.open({ records: [...records, tally] });
    await open.engine.execute(add(1));
    await open.engine.execute(add(9, 'about nobody'));
    expect(await open.engine.execute(tell)).toMatchObject({ error: { summands: [1] } });
  });
});
