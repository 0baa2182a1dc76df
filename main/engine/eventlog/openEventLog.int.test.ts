import { closeSync, cpSync, openSync, readdirSync, rmSync, truncateSync, writeSync } from 'node:fs';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { filesOf, removeScratchFolders, scratchFolder } from '../sqlite/scratchDatabase.ts';
import { createEventLog } from './createEventLog.ts';
import type { DaybookIdentity } from './EventLog.ts';
import { readHeads, writeNewHeads } from './heads-file.ts';
import { headsSlotSize } from './heads.ts';
import { logFiles } from './log-files.ts';
import { openEventLog } from './openEventLog.ts';
import {
  appendTo,
  createScratchLog,
  idOf,
  mustAppend,
  openScratchLog,
  openSoundLog,
  otherDevice,
  sampleDaybook,
  sampleEvent,
  scratchClock,
  streamOf,
  thisDevice,
} from './scratchLog.ts';
import { tamper } from './tamper.ts';

afterAll(removeScratchFolders);

/** The same log at two times: `older` has ten events, `newer` five more. */
const older = scratchFolder();
const newer = createScratchLog();
/** As `newer`, copied while it was open: its last events are in the WAL, as after a crash. */
const crashed = scratchFolder();

beforeAll(() => {
  const append = (count: number): void => {
    const log = openSoundLog(newer);
    for (let number = 0; number < count; number += 1) {
      mustAppend(log, appendTo(streamOf(number % 3), sampleEvent({ subject: idOf(0x500) })));
    }
    if (count === 5) cpSync(newer, crashed, { recursive: true });
    log.close();
  };
  append(10);
  cpSync(newer, older, { recursive: true });
  append(5);
});

const copyOf = (folder: string): string => {
  const copy = scratchFolder();
  cpSync(folder, copy, { recursive: true });
  return copy;
};

const overwrite = (path: string, start: number, bytes: Buffer): void => {
  const file = openSync(path, 'r+');
  writeSync(file, bytes, 0, bytes.length, start);
  closeSync(file);
};

/** Opens, and says what was found; with findings nothing may be written, and nothing on disk changes. */
const findingsOf = (directory: string): readonly object[] => {
  const before = filesOf(directory);
  const { log, reader, findings, startWriting, close } = openScratchLog(directory);
  expect(log === null).toBe(findings.length > 0);
  if (log === null) {
    expect(startWriting(thisDevice)).toBeNull();
    reader?.readAfter(0, 100);
  }
  close();
  const after = filesOf(directory);
  delete after['log.db-shm'];
  if (log === null) expect(after).toEqual(before);
  return findings;
};

/** Puts one file of a folder in the place of another's. */
const replace = (directory: string, file: 'log.db' | 'heads', from: string): void => {
  cpSync(join(from, file), join(directory, file));
};

describe('a log is sound', () => {
  test('as it was closed', () => {
    expect(findingsOf(copyOf(newer))).toEqual([]);
  });

  test('as a crash left it, with all its events', () => {
    const directory = copyOf(crashed);
    expect(readdirSync(directory)).toContain('log.db-wal');
    const log = openSoundLog(directory);
    expect(log.position()).toBe(15);
    log.close();
    expect(readdirSync(directory).toSorted()).toEqual(['heads', 'log.db']);
  });

  test('ahead of its heads, which then catch up', () => {
    const directory = copyOf(newer);
    replace(directory, 'heads', older);
    const log = openSoundLog(directory);
    expect(readHeads(logFiles(directory).heads)).toMatchObject({
      heads: { devices: [{ device: thisDevice, seq: 15 }] },
    });
    log.close();
  });

  test.each([0, 1])('with slot %i of its heads torn', (slot) => {
    const directory = copyOf(newer);
    overwrite(logFiles(directory).heads, slot * headsSlotSize, Buffer.alloc(100, 0xff));
    expect(findingsOf(directory)).toEqual([]);
    const log = openSoundLog(directory);
    mustAppend(log, appendTo(streamOf(1), sampleEvent()));
    log.close();
    expect(findingsOf(directory)).toEqual([]);
  });

  test('when it is empty', () => {
    expect(findingsOf(createScratchLog())).toEqual([]);
  });
});

describe('found at open:', () => {
  test('an older log in place of a newer one', () => {
    const directory = copyOf(newer);
    replace(directory, 'log.db', older);
    expect(findingsOf(directory)).toMatchObject([
      { type: 'LogBehindHeads', device: thisDevice, seq: 15 },
    ]);
  });

  test('the WAL of a crash is gone', () => {
    const directory = copyOf(crashed);
    rmSync(join(directory, 'log.db-wal'));
    expect(findingsOf(directory)).toMatchObject([{ type: 'LogBehindHeads', seq: 15 }]);
  });

  test('the WAL of a crash is cut, and what is left of it stays', () => {
    const directory = copyOf(crashed);
    truncateSync(join(directory, 'log.db-wal'), 10_000);
    expect(findingsOf(directory)).toMatchObject([{ type: 'LogBehindHeads', seq: 15 }]);
  });

  test('another history of the same length', () => {
    const directory = createScratchLog();
    const log = openSoundLog(directory);
    const events = Array.from({ length: 15 }, () => sampleEvent());
    mustAppend(log, appendTo(streamOf(1), ...events));
    log.close();
    replace(directory, 'heads', newer);
    expect(findingsOf(directory)).toMatchObject([{ type: 'LogBehindHeads', seq: 15 }]);
  });

  test('no heads', () => {
    const directory = copyOf(newer);
    rmSync(logFiles(directory).heads);
    expect(findingsOf(directory)).toMatchObject([{ type: 'HeadsMissing' }]);
  });

  test('both slots of the heads damaged', () => {
    const directory = copyOf(newer);
    for (const start of [0, headsSlotSize]) {
      overwrite(logFiles(directory).heads, start, Buffer.from('?'));
    }
    expect(findingsOf(directory)).toMatchObject([{ type: 'HeadsDamaged' }]);
  });

  test('the heads of another daybook', () => {
    const directory = copyOf(newer);
    writeNewHeads(logFiles(directory).heads, idOf(99), []);
    expect(findingsOf(directory)).toMatchObject([{ type: 'IdentityChanged' }]);
  });

  test.each(['name', 'currency', 'created_at', 'id'])('another %s of the daybook', (column) => {
    const directory = copyOf(newer);
    tamper(directory, (database) => {
      const value = column === 'created_at' ? 1 : 'XXX';
      database.write(`UPDATE daybook SET ${column} = ?`).run(value);
    });
    const [finding] = findingsOf(directory);
    expect(finding).toMatchObject({ type: 'IdentityChanged' });
  });

  test('no daybook', () => {
    const directory = copyOf(newer);
    tamper(directory, (database) => {
      database.execute('DELETE FROM daybook');
    });
    expect(findingsOf(directory)).toMatchObject([{ type: 'IdentityChanged' }]);
  });

  test('one of the last events changed', () => {
    const directory = copyOf(newer);
    tamper(directory, (database) => {
      database.write('UPDATE event SET data = ? WHERE position = 12').run(Buffer.from('{}'));
    });
    expect(findingsOf(directory)).toMatchObject([{ type: 'ChainBroken', position: 12, seq: 12 }]);
  });

  test('one of the last events gone', () => {
    const directory = copyOf(newer);
    tamper(directory, (database) => {
      database.execute('DELETE FROM event WHERE position = 12');
    });
    expect(findingsOf(directory).map((finding) => 'type' in finding && finding.type)).toEqual([
      'SequenceNotDense',
      'ChainBroken',
      'PositionsNotDense',
    ]);
  });

  test('a file that cannot be read', () => {
    const directory = copyOf(newer);
    overwrite(logFiles(directory).log, 1000, Buffer.alloc(3000, 0xa5));
    expect(findingsOf(directory)).toMatchObject([{ type: 'DatabaseDamaged' }]);
  });
});

test('nothing is written before it is known who writes', () => {
  const directory = copyOf(newer);
  const opened = openEventLog({ directory, nowMs: () => scratchClock.nowMs });
  if (!opened.ok) throw new Error(opened.error.type);
  const { log, reader, startWriting, close } = opened.value;
  expect(log).toBeNull();
  expect(reader?.position()).toBe(15);
  const writer = startWriting(otherDevice);
  expect(writer?.append([appendTo(streamOf(1), sampleEvent())]).ok).toBe(true);
  expect(reader?.position()).toBe(16);
  expect(() => startWriting(otherDevice)).toThrow('written already');
  close();
  openSoundLog(directory, otherDevice).close();
});

describe('creating', () => {
  const create = (directory: string, daybook: DaybookIdentity = sampleDaybook) =>
    createEventLog({ directory, daybook });

  test('is refused where a log is', () => {
    const directory = copyOf(newer);
    for (const remove of [[], [logFiles(directory).heads]]) {
      for (const path of remove) rmSync(path);
      const before = filesOf(directory);
      expect(create(directory)).toMatchObject({ error: { type: 'DatabaseExists' } });
      expect(filesOf(directory)).toEqual(before);
    }
  });

  test('is refused where a log has been', () => {
    const directory = copyOf(newer);
    rmSync(logFiles(directory).log);
    const before = filesOf(directory);
    expect(create(directory)).toMatchObject({ error: { type: 'LogMissing' } });
    expect(filesOf(directory)).toEqual(before);
  });

  test('goes on where it was interrupted', () => {
    const directory = scratchFolder();
    writeNewHeads(logFiles(directory).heads, idOf(99), []);
    expect(create(directory).ok).toBe(true);
    expect(findingsOf(directory)).toEqual([]);
  });

  test.each<[string, Partial<DaybookIdentity>]>([
    ['no name', { name: '' }],
    ['a name of two lines', { name: 'a\nb' }],
    ['half a character', { name: '\ud83d' }],
    ['no currency', { currency: 'euro' }],
    ['an odd time', { createdAt: 1.5 }],
    ['an odd id', { id: 'x' as DaybookIdentity['id'] }],
  ])('is refused with %s', (_, parts) => {
    const directory = scratchFolder();
    expect(create(directory, { ...sampleDaybook, ...parts })).toMatchObject({
      error: { type: 'IdentityInvalid' },
    });
    expect(readdirSync(directory)).toEqual([]);
  });
});
