import { describe, expect, test } from 'vitest';
import { compareClocks } from '../../../shared/kernel/hybrid-clock.ts';
import { streamIsAt, streamIsNew } from '../../../shared/kernel/precondition.ts';
import { eventHash, genesisHash } from './hash.ts';
import { placeEvents, type Placing } from './place-events.ts';
import {
  appendTo,
  otherDevice,
  sampleDaybook,
  sampleEvent,
  streamOf,
  thisDevice,
} from './scratchLog.ts';
import type { StreamAppend } from './EventLog.ts';

const empty: Placing = {
  daybook: sampleDaybook,
  device: thisDevice,
  tail: { position: 0, clock: { ms: 0, counter: 0 }, heads: new Map() },
  nowMs: 5000,
  streamVersion: () => 0,
};

const place = (placing: Placing, ...appends: readonly StreamAppend[]) => {
  const placed = placeEvents(placing, appends);
  if (!placed.ok) throw new Error('refused');
  return placed.value;
};

describe('places', () => {
  test('are dense, and begin with the daybook', () => {
    const [first, second, third] = place(
      empty,
      appendTo(streamOf(1), sampleEvent(), sampleEvent()),
      appendTo(streamOf(2), sampleEvent()),
    );
    expect([first, second, third]).toMatchObject([
      { position: 1, seq: 1, version: 1, stream: streamOf(1), clock: { ms: 5000, counter: 0 } },
      { position: 2, seq: 2, version: 2, stream: streamOf(1), clock: { ms: 5000, counter: 1 } },
      { position: 3, seq: 3, version: 1, stream: streamOf(2), clock: { ms: 5000, counter: 2 } },
    ]);
    if (!first || !second) throw new Error('no events');
    expect(first.hash).toEqual(eventHash(genesisHash(sampleDaybook, thisDevice), first));
    expect(second.hash).toEqual(eventHash(first.hash, second));
  });

  test('go on from the tail, and from the latest clock whoever set it', () => {
    const clock = { ms: 9000, counter: 3 };
    const own = {
      device: thisDevice,
      seq: 4,
      hash: Buffer.alloc(32, 1),
      clock: { ms: 1, counter: 0 },
    };
    const theirs = { device: otherDevice, seq: 9, hash: Buffer.alloc(32, 2), clock };
    const heads = new Map([own, theirs].map((head) => [head.device, head]));
    const [placed] = place(
      { ...empty, tail: { position: 13, clock, heads }, streamVersion: () => 6 },
      appendTo(streamOf(1), sampleEvent()),
    );
    if (!placed) throw new Error('no event');
    expect(placed).toMatchObject({ position: 14, seq: 5, version: 7 });
    expect(compareClocks(placed.clock, clock)).toBeGreaterThan(0);
    expect(placed.hash).toEqual(eventHash(own.hash, placed));
  });
});

describe('preconditions', () => {
  const append = (stream: string, precondition: StreamAppend['precondition']): StreamAppend => ({
    stream,
    precondition,
    events: [sampleEvent()],
  });

  test('see what stands before them in the same append', () => {
    const stream = streamOf(1);
    expect(
      place(empty, append(stream, streamIsNew), append(stream, streamIsAt(1))).map(
        ({ version }) => version,
      ),
    ).toEqual([1, 2]);
  });

  test('say what was expected and what was found', () => {
    const at = { ...empty, streamVersion: () => 3 };
    expect(placeEvents(at, [append(streamOf(1), streamIsNew)])).toEqual({
      ok: false,
      error: { type: 'PreconditionFailed', expected: streamIsNew, found: 3 },
    });
    expect(placeEvents(at, [append(streamOf(1), streamIsAt(2))])).toEqual({
      ok: false,
      error: { type: 'PreconditionFailed', expected: streamIsAt(2), found: 3 },
    });
    expect(placeEvents(at, [append(streamOf(1), streamIsAt(3))]).ok).toBe(true);
  });
});
