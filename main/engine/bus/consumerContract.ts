import { expect, test } from 'vitest';
import type { LogEntry } from '../projection/entry.ts';
import type { Consumer } from './Bus.ts';

/*
 * What every consumer has to stand, whatever it does. For tests only.
 */

/** A consumer with whatever it writes to, all of it fresh. */
export interface ConsumerUnderTest {
  /** Begins it anew over what it has written so far, as after a crash. */
  readonly start: () => Consumer;
  /** What has become of the events: to be compared. */
  readonly outcome: () => unknown;
}

const deliver = (consumer: Consumer, entries: readonly LogEntry[]): void => {
  for (const entry of entries) if (consumer.wants(entry.stored.type)) consumer.handle(entry);
};

/** Ways in which a bus may deliver the same events, since it delivers each at least once and in order. */
const ways: Readonly<
  Record<string, (start: () => Consumer, entries: readonly LogEntry[]) => void>
> = {
  once: (start, entries) => deliver(start(), entries),
  'each twice': (start, entries) => {
    const consumer = start();
    for (const entry of entries) deliver(consumer, [entry, entry]);
  },
  'all twice': (start, entries) => {
    const consumer = start();
    deliver(consumer, entries);
    deliver(consumer, entries);
  },
  'again from the beginning after a crash': (start, entries) => {
    deliver(start(), entries);
    deliver(start(), entries);
  },
  'in pieces, each begun again by a crash': (start, entries) => {
    for (let end = 1; end <= entries.length; end += 1)
      deliver(start(), entries.slice(Math.max(0, end - 2), end));
  },
  'from the beginning after each event': (start, entries) => {
    for (let end = 1; end <= entries.length; end += 1) deliver(start(), entries.slice(0, end));
  },
};

/** What becomes of the events in each way of delivery. */
export const deliverInEveryWay = async (
  entries: readonly LogEntry[],
  create: () => Promise<ConsumerUnderTest>,
): Promise<Readonly<Record<string, unknown>>> => {
  const outcomes: Record<string, unknown> = {};
  for (const [way, run] of Object.entries(ways)) {
    const { start, outcome } = await create();
    run(start, entries);
    outcomes[way] = outcome();
  }
  return outcomes;
};

/** Holds a consumer to it: however often and in whatever portions it is told, the outcome is the same. */
export const consumerContract = (
  name: string,
  entries: () => Promise<readonly LogEntry[]>,
  create: () => Promise<ConsumerUnderTest>,
): void => {
  test(`${name}: what is delivered twice or in pieces comes out as if it came once`, async () => {
    const { once, ...others } = await deliverInEveryWay(await entries(), create);
    for (const [way, outcome] of Object.entries(others))
      expect([way, outcome]).toEqual([way, once]);
  });

  test(`${name}: does something with these events at all`, async () => {
    const untouched = (await create()).outcome();
    const { once } = await deliverInEveryWay(await entries(), create);
    expect(once).not.toEqual(untouched);
  });
};
