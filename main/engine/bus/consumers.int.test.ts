import { beforeAll, expect, test } from 'vitest';
import type { AnyRecord } from '../../../shared/kernel/record.ts';
import { records } from '../../../shared/records/registry.ts';
import { idOf, type DaybookUnderTest } from '../daybookUnderTest.ts';
import { decode } from '../eventlog/decode.ts';
import { createEventCatalog } from '../eventlog/EventCatalog.ts';
import { sealHeaderOf } from '../eventlog/openPersonal.ts';
import type { OpenedParts } from '../folder/openParts.ts';
import { withBeginning } from '../historiesUnderTest.ts';
import type { LogEntry } from '../projection/entry.ts';
import { consumerContract, deliverInEveryWay } from './consumerContract.ts';
import { createErasures } from './erasures.ts';
import { createUnknownEvents } from './unknownEvents.ts';

const catalog = createEventCatalog(records);

/** As it was before the erasures, and the events with them. */
let before: DaybookUnderTest;
let entries: readonly LogEntry[];

const entriesIn = ({ reader }: OpenedParts): readonly LogEntry[] =>
  reader.readAfter(0, 1000).map((stored) => ({
    stored,
    decoded: decode(stored, stored.version, catalog, 'USD'),
  }));

beforeAll(async () => {
  const { daybook, open } = await withBeginning();
  await open.close();
  before = daybook.copy();
  const later = await daybook.open();
  const erase = (number: number, classes: readonly ('profile' | 'statutory')[]) =>
    later.run('person/erase', {
      personId: idOf(number),
      ground: 'request',
      confirm: idOf(number),
      classes,
    });
  await erase(1, ['profile']);
  await erase(2, ['profile', 'statutory']);
  await erase(1, ['statutory']);
  entries = entriesIn(later.parts);
  await later.close();
});

/** What the keys still open, and what is known to be gone. */
const keysOf = ({ keys, reader }: OpenedParts) => ({
  tombstones: keys.tombstones().map(({ person, retention, event }) => [person, retention, event]),
  sealed: reader.readAfter(0, 1000).flatMap((stored) => {
    const header = sealHeaderOf(stored, reader.daybook.id);
    return header && stored.sealed ? [keys.open(header, stored.sealed).type] : [];
  }),
});

const createErasuresUnderTest = async () => {
  const parts = await before.copy().openParts();
  const forgotten = new Set<string>();
  return {
    start: () =>
      createErasures({ keys: parts.keys, forget: (person) => void forgotten.add(person) }, catalog),
    outcome: () => ({ ...keysOf(parts), forgotten: [...forgotten] }),
  };
};

consumerContract('erasures', () => Promise.resolve(entries), createErasuresUnderTest);

test('erasures: end the keys that the events name, and no others', async () => {
  const { start, outcome } = await createErasuresUnderTest();
  expect(outcome()).toMatchObject({
    tombstones: [],
    sealed: ['opened', 'opened', 'opened', 'opened', 'opened', 'opened'],
  });
  const consumer = start();
  for (const entry of entries) if (consumer.wants(entry.stored.type)) consumer.handle(entry);
  expect(outcome()).toMatchObject({
    // Each person has a name and a memo.
    sealed: ['erased', 'erased', 'erased', 'erased', 'opened', 'opened'],
    forgotten: [idOf(1), idOf(2)],
  });
});

const fewerRecords = createEventCatalog(
  records.filter(({ name }: AnyRecord) => name !== 'credit-account'),
);

const createUnknownEventsUnderTest = () => {
  const shown = new Map<number, string>();
  return Promise.resolve({
    start: () =>
      createUnknownEvents(fewerRecords, ({ position, type }) => void shown.set(position, type)),
    outcome: () => [...shown],
  });
};

consumerContract('unknown events', () => Promise.resolve(entries), createUnknownEventsUnderTest);

test('negative control: a consumer that counts what it is told does not pass', async () => {
  const outcomes = await deliverInEveryWay(entries, () => {
    let count = 0;
    return Promise.resolve({
      start: () => ({
        name: 'counter',
        wants: () => true,
        handle: () => {
          count += 1;
        },
      }),
      outcome: () => count,
    });
  });
  const { once, ...others } = outcomes;
  expect(Object.values(others).every((outcome) => outcome !== once)).toBe(true);
});
