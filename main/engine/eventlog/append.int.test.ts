import { afterAll, describe, expect, test } from 'vitest';
import { compareClocks } from '../../../shared/kernel/hybrid-clock.ts';
import { streamIsAt, streamIsNew } from '../../../shared/kernel/precondition.ts';
import { openUnguarded } from '../sqlite/openUnguarded.ts';
import { removeScratchFolders } from '../sqlite/scratchDatabase.ts';
import type { ForeignEvent, StoredEvent } from './EventLog.ts';
import { eventHash } from './hash.ts';
import { readHeads } from './heads-file.ts';
import { insertEvents } from './insert-event.ts';
import { logFiles } from './log-files.ts';
import { ForeignEventRefused } from './log-errors.ts';
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

describe('append', () => {
  test('gives back what a reader finds, now and after opening again', () => {
    const directory = createScratchLog();
    const log = openSoundLog(directory);
    const written = mustAppend(
      log,
      appendTo(streamOf(1), sampleEvent(), sampleEvent({ cause: idOf(9), subject: idOf(10) })),
      appendTo(
        streamOf(2),
        sampleEvent({ subject: idOf(10), key: idOf(11), sealed: Buffer.from([0, 255]) }),
      ),
    );
    expect(written).toHaveLength(3);
    expect(log.readAfter(0, 10)).toEqual(written);
    log.close();
    const again = openSoundLog(directory);
    expect(again.readAfter(0, 10)).toEqual(written);
    expect(again.daybook).toEqual(log.daybook);
    again.close();
  });

  test.each([1, 7, 8, 9, 16, 17, 1000])('takes %i events at once', (count) => {
    const log = openSoundLog(createScratchLog());
    const events = Array.from({ length: count }, () => sampleEvent());
    mustAppend(log, appendTo(streamOf(1), ...events));
    expect(log.readAfter(0, count + 1).map(({ id }) => id)).toEqual(events.map(({ id }) => id));
    log.close();
  });

  test('writes nothing at all when one stream is elsewhere than expected', () => {
    const log = openSoundLog(createScratchLog());
    mustAppend(log, appendTo(streamOf(1), sampleEvent()));
    const refused = log.append([
      appendTo(streamOf(2), sampleEvent()),
      { stream: streamOf(1), precondition: streamIsNew, events: [sampleEvent()] },
    ]);
    expect(refused).toEqual({
      ok: false,
      error: { type: 'PreconditionFailed', expected: streamIsNew, found: 1 },
    });
    expect(log.position()).toBe(1);
    expect(log.streamVersion(streamOf(2))).toBe(0);
    const next = { stream: streamOf(1), precondition: streamIsAt(1), events: [sampleEvent()] };
    expect(log.append([next]).ok).toBe(true);
    log.close();
  });

  test('of an id that is there throws, and the log goes on', () => {
    const log = openSoundLog(createScratchLog());
    const event = sampleEvent();
    mustAppend(log, appendTo(streamOf(1), event));
    expect(() => log.append([appendTo(streamOf(2), sampleEvent(), event)])).toThrow('not the next');
    expect(log.position()).toBe(1);
    expect(mustAppend(log, appendTo(streamOf(2), sampleEvent()))).toMatchObject([{ position: 2 }]);
    log.close();
  });

  test('at another place than the events were given writes nothing', () => {
    const directory = createScratchLog();
    const log = openSoundLog(directory);
    const [first] = mustAppend(log, appendTo(streamOf(1), sampleEvent()));
    log.close();
    const database = openUnguarded(logFiles(directory).log);
    const misplaced = { ...sampleEvent(), ...first, id: idOf(99), position: 3, seq: 2, version: 2 };
    expect(() =>
      database.transaction(() => {
        insertEvents(database, [misplaced as StoredEvent]);
      }),
    ).toThrow('positions are not as placed');
    expect(database.read('SELECT position FROM event').all()).toEqual([{ position: 1 }]);
    database.close();
  });

  test('of nothing writes nothing', () => {
    const log = openSoundLog(createScratchLog());
    expect(log.append([])).toEqual({ ok: true, value: [] });
    log.close();
  });

  test('keeps time running forward when the wall clock runs back', () => {
    const directory = createScratchLog();
    const log = openSoundLog(directory);
    scratchClock.nowMs = 1_800_000_000_000;
    const [late] = mustAppend(log, appendTo(streamOf(1), sampleEvent()));
    log.close();
    scratchClock.nowMs = 1_700_000_000_000;
    const again = openSoundLog(directory);
    const [later] = mustAppend(again, appendTo(streamOf(1), sampleEvent()));
    expect(late && later && compareClocks(later.clock, late.clock)).toBeGreaterThan(0);
    again.close();
  });

  test('is followed by the heads', () => {
    const directory = createScratchLog();
    const log = openSoundLog(directory);
    for (let count = 0; count < 3; count += 1) {
      mustAppend(log, appendTo(streamOf(1), sampleEvent()));
      expect(readHeads(logFiles(directory).heads)).toMatchObject({
        heads: { devices: log.heads() },
      });
    }
    log.close();
  });
});

describe('events of another device', () => {
  /** Three events that the other device has made in its own log of this daybook. */
  const foreignEvents = (): ForeignEvent[] => {
    const theirs = openSoundLog(createScratchLog(), otherDevice);
    scratchClock.nowMs += 1000;
    const events = mustAppend(
      theirs,
      appendTo(streamOf(1), sampleEvent(), sampleEvent()),
      appendTo(streamOf(2), sampleEvent()),
    );
    theirs.close();
    return [...events];
  };

  test('keep their sequence, clock and hash, and get places here', () => {
    const directory = createScratchLog();
    const log = openSoundLog(directory);
    mustAppend(log, appendTo(streamOf(1), sampleEvent()));
    const foreign = foreignEvents();
    const placed = log.appendForeign(foreign);
    expect(placed).toMatchObject(
      foreign.map(({ id, seq, clock, hash }) => ({ id, seq, clock, hash, device: otherDevice })),
    );
    expect(placed.map(({ position, version }) => [position, version])).toEqual([
      [2, 2],
      [3, 3],
      [4, 1],
    ]);
    expect(log.readAfter(1, 10)).toEqual(placed);
    expect(log.heads().map(({ seq }) => seq)).toEqual([3, 1]);
    log.close();
    openSoundLog(directory).close();
  });

  test('move this clock on', () => {
    const log = openSoundLog(createScratchLog());
    scratchClock.nowMs += 1_000_000;
    const placed = log.appendForeign(foreignEvents());
    scratchClock.nowMs -= 1_000_000;
    const [own] = mustAppend(log, appendTo(streamOf(1), sampleEvent()));
    const last = placed.at(-1);
    expect(own && last && compareClocks(own.clock, last.clock)).toBeGreaterThan(0);
    log.close();
  });

  test('come in parts, in their order', () => {
    const log = openSoundLog(createScratchLog());
    const [first, ...rest] = foreignEvents();
    log.appendForeign(first ? [first] : []);
    expect(log.appendForeign(rest)).toHaveLength(2);
    expect(log.appendForeign([])).toEqual([]);
    log.close();
  });

  test.each<[ForeignEventRefused['reason'], (events: ForeignEvent[]) => ForeignEvent[]]>([
    ['notTheNext', (events) => events.slice(1)],
    ['notTheNext', ([first]) => (first ? [first, first] : [])],
    ['hashWrong', ([first]) => (first ? [{ ...first, data: Buffer.from('{"n":0}') }] : [])],
    ['hashWrong', ([first]) => (first ? [{ ...first, stream: streamOf(9) }] : [])],
    ['hashWrong', ([first]) => (first ? [{ ...first, hash: Buffer.alloc(32) }] : [])],
    ['hashWrong', ([first]) => (first ? [{ ...first, device: idOf(5) }] : [])],
  ])('are refused whole: %s', (reason, change) => {
    const log = openSoundLog(createScratchLog());
    const refused = (() => {
      try {
        return log.appendForeign(change(foreignEvents()));
      } catch (error) {
        return error;
      }
    })();
    expect(refused).toBeInstanceOf(ForeignEventRefused);
    expect(refused).toMatchObject({ reason });
    expect(log.position()).toBe(0);
    log.close();
  });

  test('are refused when time runs back in them', () => {
    const log = openSoundLog(createScratchLog());
    const [first, second] = foreignEvents();
    if (!first || !second) throw new Error('no events');
    const back = { ...second, clock: first.clock };
    const forged = { ...back, hash: eventHash(first.hash, back) };
    expect(() => log.appendForeign([first, forged])).toThrow('clockRunsBack');
    expect(log.position()).toBe(0);
    log.close();
  });

  test('are refused when they are of this device', () => {
    const log = openSoundLog(createScratchLog(), otherDevice);
    expect(() => log.appendForeign(foreignEvents())).toThrow('ownDevice');
    log.close();
  });
});
