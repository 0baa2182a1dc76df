import fc from 'fast-check';
import { afterAll, expect, test } from 'vitest';
import type { LogOrder, LogSelection } from '../../../shared/kernel/view.ts';
import { removeScratchFolders } from '../sqlite/scratchDatabase.ts';
import type { EventLog, ForeignEvent, StoredEvent } from './EventLog.ts';
import {
  appendTo,
  createScratchLog,
  idOf,
  mustAppend,
  openSoundLog,
  otherDevice,
  sampleEvent,
  scratchClock,
  streamOf,
  thisDevice,
} from './scratchLog.ts';

afterAll(removeScratchFolders);

const types = ['note.written', 'note.read', 'note.lost'];
const subjects = [idOf(0x501), idOf(0x502), null];

interface Written {
  readonly type: number;
  readonly subject: number;
  readonly byOther: boolean;
  /** How long after the one before it. Below zero the wall clock was set back. */
  readonly later: number;
}

/** A log of two devices, in which the other's events come in late, some at a time. */
const filledLog = (written: readonly Written[], pieces: number): EventLog => {
  const theirs = openSoundLog(createScratchLog(), otherDevice);
  const ours = openSoundLog(createScratchLog());
  const waiting: ForeignEvent[] = [];
  for (const { type, subject, byOther, later } of written) {
    scratchClock.nowMs += later;
    const parts = { type: types[type] ?? '', subject: subjects[subject] ?? null };
    const append = appendTo(streamOf(type), sampleEvent(parts));
    if (byOther) waiting.push(...mustAppend(theirs, append));
    else mustAppend(ours, append);
    if (waiting.length >= pieces) ours.appendForeign(waiting.splice(0));
  }
  if (waiting.length > 0) ours.appendForeign(waiting);
  theirs.close();
  return ours;
};

const anyWritten = fc.array(
  fc.record({
    type: fc.nat({ max: 2 }),
    subject: fc.nat({ max: 2 }),
    byOther: fc.boolean(),
    later: fc.integer({ min: -3, max: 20 }),
  }),
  { maxLength: 30, size: 'max' },
);

const maybe = <Value>(values: fc.Arbitrary<Value>) => fc.option(values, { nil: undefined });
/** Instants are chosen as places in the log, so that they lie close to events. */
const anySelection = fc.record({
  types: maybe(fc.subarray([...types, 'nobody.knows'], { minLength: 1 })),
  subject: maybe(fc.constantFrom(idOf(0x501), idOf(0x502), idOf(0x509))),
  device: maybe(fc.constantFrom(thisDevice, otherDevice, idOf(0x77))),
  from: maybe(fc.nat({ max: 30 })),
  before: maybe(fc.nat({ max: 30 })),
});

const isSelected = (event: StoredEvent, where: LogSelection): boolean =>
  (where.types?.includes(event.type) ?? true) &&
  (where.subject === undefined || event.subject === where.subject) &&
  (where.device === undefined || event.device === where.device) &&
  (where.recordedFrom === undefined || event.clock.ms >= where.recordedFrom) &&
  (where.recordedBefore === undefined || event.clock.ms < where.recordedBefore);

const walked = (
  log: EventLog,
  where: LogSelection,
  order: LogOrder,
  [isSound, span, limit, from]: readonly [boolean, number, number, number | null],
): readonly number[] => {
  const walk = log.walk(where, order, isSound);
  const begin = order === 'newest' ? walk.ends?.last : walk.ends?.first;
  let next = from === null ? (begin ?? null) : walk.placeAt(from);
  const found: number[] = [];
  while (next !== null) {
    const stretch = walk.stretch(next, span, limit);
    expect(stretch.events.length).toBeLessThanOrEqual(limit);
    found.push(...stretch.events.map(({ position }) => position));
    next = stretch.next;
  }
  return found;
};

test('every way gives exactly what is selected, in order, in stretches of any size', () => {
  let bounded = 0;
  // A log takes much longer to make than to ask.
  const logs = fc
    .sample(fc.tuple(anyWritten, fc.integer({ min: 1, max: 8 })), { numRuns: 8, seed: 5 })
    .map((made) => filledLog(...made));
  fc.assert(
    fc.property(
      fc.constantFrom(...logs),
      anySelection,
      fc.constantFrom('newest' as const, 'oldest' as const),
      fc.tuple(
        fc.boolean(),
        fc.integer({ min: 1, max: 9 }),
        fc.integer({ min: 1, max: 5 }),
        fc.option(fc.integer({ min: 1, max: 32 })),
      ),
      (log, { from, before, ...rest }, order, way) => {
        const all = log.readAfter(0, 1000);
        const instant = (at: number | undefined) =>
          at === undefined ? undefined : (all[at % Math.max(all.length, 1)]?.clock.ms ?? 1);
        const where = { ...rest, recordedFrom: instant(from), recordedBefore: instant(before) };
        const start = way[3];
        const expected = all
          .filter((event) => isSelected(event, where))
          .map(({ position }) => position)
          .filter((position) => {
            if (start === null) return true;
            return order === 'newest' ? position <= start : position >= start;
          });
        expect(walked(log, where, order, way)).toEqual(
          order === 'newest' ? expected.toReversed() : expected,
        );
        const { ends } = log.walk(where, order, true);
        if (ends !== null && ends.last - ends.first + 1 < all.length) bounded += 1;
      },
    ),
    { numRuns: 1000 },
  );
  for (const log of logs) log.close();
  // Halving would not be tested by a property that never came to it.
  expect(bounded).toBeGreaterThan(200);
});

test('events at positions, and by the numbers of their device', () => {
  const log = filledLog(
    [0, 1, 2, 0, 1].map((type) => ({ type, subject: 0, byOther: type === 1, later: 1 })),
    1,
  );
  const all = log.readAfter(0, 10);
  expect(log.readAt([2, 4, 99])).toEqual([all[3], all[1]]);
  expect(log.readAt([])).toEqual([]);
  expect(log.readOfDevice(otherDevice, 2)).toEqual(all.at(-1));
  expect(log.readOfDevice(otherDevice, 3)).toBeNull();
  log.close();
});
