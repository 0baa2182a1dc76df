import fc from 'fast-check';
import { afterAll, describe, expect, test } from 'vitest';
import { compareCanonically } from '../../../shared/kernel/hybrid-clock.ts';
import { removeScratchFolders } from '../sqlite/scratchDatabase.ts';
import type {
  ClearStored,
  EventLog,
  ForeignEvent,
  SealedStored,
  StoredEvent,
  StreamCursor,
} from './EventLog.ts';
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
} from './scratchLog.ts';

afterAll(removeScratchFolders);

/** A log with events of streams 0 to 3 and subjects 0 to 2, as random as the numbers. */
const filledLog = (numbers: readonly number[]): EventLog => {
  const log = openSoundLog(createScratchLog());
  for (const number of numbers) {
    const subject = number % 5 < 3 ? idOf(0x500 + (number % 5)) : null;
    const command = idOf(0x600 + (number % 7));
    mustAppend(log, appendTo(streamOf(number % 4), sampleEvent({ subject, command })));
  }
  return log;
};

/** What the shorter ways to read give of an event. */
const clearOf = (
  event: Omit<ClearStored, 'data'> & { readonly data: Uint8Array | string },
): ClearStored => {
  const { position, id, device, seq, clock, stream, version, type, schema, actor } = event;
  const data = typeof event.data === 'string' ? event.data : Buffer.from(event.data).toString();
  return { position, id, device, seq, clock, stream, version, type, schema, actor, data };
};

const sealedOf = (event: StoredEvent): SealedStored => {
  const { subject, key, sealed } = event;
  return { ...clearOf(event), subject, key, sealed };
};

const numbers = fc.array(fc.nat({ max: 1000 }), { maxLength: 30 });
const runs = { numRuns: 25 };

describe('every way to read agrees with the events in log order', () => {
  test('by place, stream, person, command and id', () => {
    fc.assert(
      fc.property(
        numbers,
        fc.nat({ max: 10 }),
        fc.integer({ min: 1, max: 10 }),
        (list, after, limit) => {
          const log = filledLog(list);
          const all = log.readAfter(0, 1000);
          expect(all).toHaveLength(list.length);
          expect(log.position()).toBe(list.length);
          expect(log.readAfter(after, limit)).toEqual(all.slice(after, after + limit));
          for (const stream of [0, 1, 2, 3].map(streamOf)) {
            const own = all.filter((event) => event.stream === stream);
            expect(log.streamVersion(stream)).toBe(own.length);
            expect(log.readStream(stream, after, limit)).toEqual(own.slice(after, after + limit));
            expect(log.readClearStream(stream, after, limit)).toEqual(
              own.slice(after, after + limit).map(clearOf),
            );
          }
          for (const subject of [0, 1, 2].map((number) => idOf(0x500 + number))) {
            const about = all.filter((event) => event.subject === subject).toReversed();
            expect(log.readAbout(subject, null, limit)).toEqual(about.slice(0, limit));
            expect(log.readAbout(subject, after, limit)).toEqual(
              about.filter(({ position }) => position < after).slice(0, limit),
            );
            const types = [...new Set(about.map(({ type }) => type))].slice(1);
            const ofTypes = about.filter(({ type }) => types.includes(type));
            expect(log.readAbout(subject, null, limit, types)).toEqual(ofTypes.slice(0, limit));
            expect(log.readAbout(subject, after, limit, types)).toEqual(
              ofTypes.filter(({ position }) => position < after).slice(0, limit),
            );
          }
          for (const { id, command } of all) {
            expect(log.readById(id)).toEqual(all.find((event) => event.id === id));
            expect(log.readByCommand(command)).toEqual(
              all.filter((event) => event.command === command),
            );
          }
          expect(log.readById(idOf(1))).toBeNull();
          expect(log.readByCommand(idOf(1))).toEqual([]);
          log.close();
        },
      ),
      runs,
    );
  });

  test('stream by stream, in pages, up to a position', () => {
    fc.assert(
      fc.property(
        numbers,
        fc.nat({ max: 30 }),
        fc.integer({ min: 1, max: 10 }),
        (list, upTo, limit) => {
          const log = filledLog(list);
          mustAppend(log, appendTo(`nothing-${idOf(1)}`, sampleEvent()));
          mustAppend(log, appendTo(`not-${idOf(1)}`, sampleEvent()));
          const expected = log
            .readAfter(0, 1000)
            .filter(({ stream, position }) => stream.startsWith('note-') && position <= upTo)
            .toSorted((a, b) =>
              a.stream < b.stream ? -1 : a.stream > b.stream ? 1 : a.version - b.version,
            );
          const found: SealedStored[] = [];
          let after: StreamCursor | null = null;
          for (;;) {
            const page: SealedStored[] = log.readSealedByStream('note-', after, upTo, limit);
            found.push(...page);
            expect(log.readClearByStream('note-', after, upTo, limit)).toEqual(page.map(clearOf));
            const last = page.at(-1);
            if (!last) break;
            after = { stream: last.stream, version: last.version };
          }
          expect(found).toEqual(expected.map(sealedOf));
          log.close();
        },
      ),
      runs,
    );
  });
});

describe('an event is late', () => {
  test('when one that came before it belongs after it', () => {
    const theirs = openSoundLog(createScratchLog(), otherDevice);
    const ours = openSoundLog(createScratchLog());
    const foreign: ForeignEvent[] = [];
    for (const number of [1, 2, 1, 3, 2, 1]) {
      scratchClock.nowMs += 10;
      foreign.push(...mustAppend(theirs, appendTo(streamOf(number), sampleEvent())));
      scratchClock.nowMs += 10;
      mustAppend(ours, appendTo(streamOf(number % 2), sampleEvent()));
    }
    ours.appendForeign(foreign.slice(0, 3));
    scratchClock.nowMs += 10;
    mustAppend(ours, appendTo(streamOf(1), sampleEvent()));
    ours.appendForeign(foreign.slice(3));
    const all = ours.readAfter(0, 100);
    const late = all.map((event) =>
      all.some(
        (before) =>
          before.stream === event.stream &&
          before.position < event.position &&
          compareCanonically(before, event) > 0,
      ),
    );
    expect(all.map(ours.isLate)).toEqual(late);
    expect(new Set(late).size).toBe(2);
    theirs.close();
    ours.close();
  });
});
