import { describe, expect, test } from 'vitest';
import { records } from '../../../shared/records/registry.ts';
import { createDaybookUnderTest, usd } from '../daybookUnderTest.ts';
import type { TestWorld } from '../worldUnderTest.ts';
import { createEventCatalog } from '../eventlog/EventCatalog.ts';
import type { OpenedParts } from '../folder/openParts.ts';
import { accountId, beginning, charge, withBeginning } from '../historiesUnderTest.ts';
import { StorageFull } from '../sqlite/storage-errors.ts';
import { createBus, type CheckpointStore, type Consumer } from './Bus.ts';

const catalog = createEventCatalog(records);

/** A log of that many events, and the world that it is read in. */
const logOf = async (
  count: number,
): Promise<{ readonly parts: OpenedParts; readonly world: TestWorld }> => {
  const { daybook, open } = await withBeginning();
  await open.run('credit-account/change-limit', { accountId, limit: usd(1_000_000) });
  await open.engine.executeAll(Array.from({ length: count - 10 }, () => charge(1)));
  return { parts: open.parts, world: daybook.world };
};

const checkpointsIn = (saved: Map<string, number>): CheckpointStore => ({
  load: (consumer) => saved.get(consumer) ?? 0,
  save: (consumer, position) => void saved.set(consumer, position),
});

const busOver = (
  parts: OpenedParts,
  consumers: readonly Consumer[],
  saved = new Map<string, number>(),
  elapsedMs = () => 0,
) => {
  const aside = new Map<string, unknown>();
  const bus = createBus(
    {
      log: parts.reader,
      catalog,
      elapsedMs,
      isTransient: (cause) => cause instanceof StorageFull,
      aside: {
        put: (consumer, position, cause) => void aside.set(`${consumer} ${position}`, cause),
        takeBack: (consumer, position) => void aside.delete(`${consumer} ${position}`),
        takeAllBack: (consumer) => {
          for (const key of aside.keys()) if (key.startsWith(`${consumer} `)) aside.delete(key);
        },
      },
    },
    consumers.map((consumer) => ({ consumer, checkpoints: checkpointsIn(saved) })),
  );
  return { bus, aside, saved };
};

/** A consumer that writes down what it is told. */
const listener = (
  name: string,
  before: (position: number) => void = () => undefined,
  wants: Consumer['wants'] = () => true,
) => {
  const heard: number[] = [];
  const consumer: Consumer = {
    name,
    wants,
    handle: ({ stored }) => {
      before(stored.position);
      heard.push(stored.position);
    },
  };
  return { heard, consumer };
};

const upTo = (last: number, from = 1) =>
  Array.from({ length: last - from + 1 }, (_, index) => from + index);

/** Fails on one position as long as it is told to. */
const failing = (position: number, cause: Error) => {
  const failure = { on: true, attempts: 0 };
  return {
    failure,
    before: (at: number) => {
      if (at !== position) return;
      failure.attempts += 1;
      if (failure.on) throw cause;
    },
  };
};

describe('a bus', () => {
  test('tells every event in order, and nothing twice while it runs', async () => {
    const { parts } = await logOf(1234);
    const { heard, consumer } = listener('a');
    const { bus, saved } = busOver(parts, [consumer]);
    expect(bus.deliver(1000)).toBe('done');
    expect(bus.deliver(1000)).toBe('done');
    expect(heard).toEqual(upTo(1234));
    expect(saved).toEqual(new Map([['a', 1234]]));
  });

  test('passes over what a consumer does not want', async () => {
    const { parts } = await logOf(20);
    const { heard, consumer } = listener('a', undefined, (type) => type === 'person.registered');
    busOver(parts, [consumer]).bus.deliver(1000);
    expect(heard).toEqual([1, 4, 7]);
  });

  test('goes on where it was, each consumer by itself', async () => {
    const { parts } = await logOf(20);
    const [a, b] = [listener('a'), listener('b')];
    const saved = new Map([['a', 15]]);
    busOver(parts, [a.consumer, b.consumer], saved).bus.deliver(1000);
    expect(a.heard).toEqual(upTo(20, 16));
    expect(b.heard).toEqual(upTo(20));
    expect(saved).toEqual(
      new Map([
        ['a', 20],
        ['b', 20],
      ]),
    );
  });

  test('tells again what a crash kept from being marked as told', async () => {
    const { parts } = await logOf(600);
    const saved = new Map<string, number>();
    const crashing = listener('a', (position) => {
      if (position === 550) throw new StorageFull('SQLITE_FULL', 'as if it ended here', null);
    });
    busOver(parts, [crashing.consumer], saved).bus.deliver(1000);
    // The last checkpoint that was written in time.
    saved.set('a', 500);
    const again = listener('a');
    busOver(parts, [again.consumer], saved).bus.deliver(1000);
    expect(crashing.heard).toEqual(upTo(549));
    expect(again.heard).toEqual(upTo(600, 501));
  });

  test('tells everything again when the log is shorter than the checkpoint', async () => {
    const { parts } = await logOf(20);
    const { heard, consumer } = listener('a');
    busOver(parts, [consumer], new Map([['a', 21]])).bus.deliver(1000);
    expect(heard).toEqual(upTo(20));
  });

  test('gives up its turn when its time is over, and goes on in the next', async () => {
    const { parts, world } = await logOf(2600);
    const { heard, consumer } = listener('a');
    world.eachLookTakes(5);
    const { bus } = busOver(parts, [consumer], new Map(), world.elapsedMs);
    let turns = 1;
    while (bus.deliver(8) === 'more') turns += 1;
    expect(turns).toBe(3);
    expect(heard).toEqual(upTo(2600));
  });

  test('waits when the disk has failed, and leaves nothing out', async () => {
    const { parts } = await logOf(20);
    const { failure, before } = failing(12, new StorageFull('SQLITE_FULL', 'no room', null));
    const [a, b] = [listener('a', before), listener('b')];
    const { bus, aside } = busOver(parts, [a.consumer, b.consumer]);
    bus.deliver(1000);
    bus.deliver(1000);
    expect(failure.attempts).toBe(2);
    expect(a.heard).toEqual(upTo(11));
    expect(b.heard).toEqual(upTo(20));
    failure.on = false;
    bus.deliver(1000);
    expect(a.heard).toEqual(upTo(20));
    expect(aside.size).toBe(0);
  });
});

describe('an event that a consumer fails on', () => {
  const cause = new TypeError('cannot');

  test('is tried three times, put aside for all to see, and does not stop the others', async () => {
    const { parts } = await logOf(20);
    const { failure, before } = failing(12, cause);
    const [a, b] = [listener('a', before), listener('b')];
    const { bus, aside, saved } = busOver(parts, [a.consumer, b.consumer]);
    bus.deliver(1000);
    expect(failure.attempts).toBe(3);
    expect(a.heard).toEqual(upTo(20).filter((position) => position !== 12));
    expect(b.heard).toEqual(upTo(20));
    expect(aside).toEqual(new Map([['a 12', cause]]));
    expect(saved.get('a')).toBe(20);
  });

  test('is heard when it only failed at first', async () => {
    const { parts } = await logOf(20);
    const { failure, before } = failing(12, cause);
    const a = listener('a', (position) => {
      if (failure.attempts === 2) failure.on = false;
      before(position);
    });
    const { bus, aside } = busOver(parts, [a.consumer]);
    bus.deliver(1000);
    expect(a.heard).toEqual(upTo(20));
    expect(aside.size).toBe(0);
  });

  test('comes again to one that insists, in this run and in the next, until it is heard', async () => {
    const { parts } = await logOf(20);
    const { failure, before } = failing(12, cause);
    const saved = new Map<string, number>();
    const a = listener('a', before);
    const first = busOver(parts, [{ ...a.consumer, insists: true }], saved);
    first.bus.deliver(1000);
    first.bus.deliver(1000);
    expect(failure.attempts).toBe(6);
    expect(a.heard).toEqual(upTo(20).filter((position) => position !== 12));
    expect([...first.aside.keys()]).toEqual(['a 12']);
    // The next run has to begin before it.
    expect(saved.get('a')).toBe(11);
    failure.on = false;
    first.bus.deliver(1000);
    expect(first.aside.size).toBe(0);
    first.bus.settle();
    expect(saved.get('a')).toBe(20);

    saved.set('a', 11);
    const b = listener('a');
    busOver(parts, [{ ...b.consumer, insists: true }], saved).bus.deliver(1000);
    expect(b.heard).toEqual(upTo(20, 12));
  });
});

describe('consumers of an engine', () => {
  test('hear of a command before anybody sees its rows, and of nothing twice after a start', async () => {
    const daybook = await createDaybookUnderTest();
    const [a, b] = [listener('a'), listener('a')];
    const open = await daybook.open({ consumers: [a.consumer] });
    await open.engine.executeAll(beginning);
    await open.status();
    expect(a.heard).toEqual(upTo(9));
    await open.engine.execute(charge(1));
    await open.close();
    expect(a.heard).toEqual(upTo(10));
    const again = await daybook.open({ consumers: [b.consumer] });
    await again.engine.execute(charge(1));
    await again.status();
    expect(b.heard).toEqual([11]);
  });

  test('that are slow are told the rest without another command', async () => {
    const { daybook, open } = await withBeginning();
    await open.close();
    const a = listener('a', () => daybook.world.advance(6));
    const slow = await daybook.open({ consumers: [a.consumer] });
    expect(a.heard).toEqual(upTo(9));
    await slow.run('credit-account/change-limit', { accountId, limit: usd(1_000_000) });
    await slow.engine.executeAll(Array.from({ length: 1500 }, () => charge(1)));
    for (let turns = 0; turns < 50 && a.heard.length < 1510; turns += 1)
      await new Promise(setImmediate);
    expect(a.heard).toEqual(upTo(1510));
  });

  test('that fail are shown, and stop neither the others nor the engine', async () => {
    const { before } = failing(10, new TypeError('cannot'));
    const [a, b] = [listener('a', before), listener('b')];
    const daybook = await createDaybookUnderTest();
    const open = await daybook.open({ consumers: [a.consumer, b.consumer] });
    await open.engine.executeAll([...beginning, charge(1), charge(2)]);
    await open.status();
    expect(b.heard).toEqual(upTo(11));
    expect((await open.status()).poison).toEqual([
      { consumer: 'a', position: 10, error: 'ConsumerFailed: an incident' },
    ]);
    expect(open.defects).toMatchObject([{ message: 'cannot' }]);
  });
});
