import { execFileSync, spawn } from 'node:child_process';
import { once } from 'node:events';
import { createInterface } from 'node:readline';
import { afterAll, describe, expect, test } from 'vitest';
import { removeScratchFolders, scratchFolder } from '../sqlite/scratchDatabase.ts';
import { openDatabase, type Database } from '../sqlite/openDatabase.ts';
import { StorageDamaged, StorageFailed, StorageFull } from '../sqlite/storage-errors.ts';
import { createEventLog } from './createEventLog.ts';
import { createLogWriter } from './createLogWriter.ts';
import { readDaybook } from './daybook-row.ts';
import type { EventLog } from './EventLog.ts';
import { openHeadsWriter, readHeads } from './heads-file.ts';
import { logFiles, logKind } from './log-files.ts';
import { CommitOutcomeUnknown } from './log-errors.ts';
import {
  appendTo,
  createScratchLog,
  mustAppend,
  openSoundLog,
  sampleDaybook,
  sampleEvent,
  scratchClock,
  streamOf,
  thisDevice,
} from './scratchLog.ts';
import { mountDisk } from '../sqlite/diskUnderTest.ts';

afterAll(removeScratchFolders);

const failed = (): StorageFailed => new StorageFailed('SQLITE_IOERR_FSYNC', 'planted', null);

/** A log on a real database, of which single operations are made to fail. */
const faultyLog = (
  directory = createScratchLog(),
): { readonly log: EventLog; readonly database: Database; readonly faults: Partial<Database> } => {
  const files = logFiles(directory);
  const opened = openDatabase({ path: files.log, kind: logKind, durability: 'full' });
  const heads = readHeads(files.heads);
  if (!opened.ok || heads.type !== 'read') throw new Error('not opened');
  const real = opened.value;
  const faults: { -readonly [Name in keyof Database]?: Database[Name] } = {};
  const database: Database = {
    ...real,
    transaction: (work) => (faults.transaction ?? real.transaction)(work),
    reopen: () => (faults.reopen ?? real.reopen)(),
    truncateWal: () => (faults.truncateWal ?? real.truncateWal)(),
  };
  const log = createLogWriter({
    database,
    daybook: readDaybook(database) ?? sampleDaybook,
    device: thisDevice,
    nowMs: () => scratchClock.nowMs,
    heads: openHeadsWriter(files.heads, heads.heads, () => undefined),
  });
  return { log, database: real, faults };
};

const thrownBy = (work: () => unknown): unknown => {
  try {
    return work();
  } catch (error) {
    return error;
  }
};

describe('a commit that fails', () => {
  test('after it reached the disk is a success', () => {
    const { log, database, faults } = faultyLog();
    mustAppend(log, appendTo(streamOf(1), sampleEvent()));
    Object.assign(faults, {
      transaction: (work: () => unknown) => {
        database.transaction(work);
        throw failed();
      },
    });
    const event = sampleEvent();
    expect(mustAppend(log, appendTo(streamOf(1), event))).toMatchObject([
      { position: 2, version: 2 },
    ]);
    expect(log.readById(event.id)).toMatchObject({ position: 2 });
    expect(log.heads()).toMatchObject([{ seq: 2 }]);
    Object.assign(faults, { transaction: undefined });
    expect(mustAppend(log, appendTo(streamOf(1), sampleEvent()))).toMatchObject([{ position: 3 }]);
    log.close();
  });

  test('before it reached the disk is a failure, and the log goes on', () => {
    const { log, database, faults } = faultyLog();
    mustAppend(log, appendTo(streamOf(1), sampleEvent()));
    Object.assign(faults, {
      transaction: (work: () => unknown) =>
        database.transaction(() => {
          work();
          throw failed();
        }),
    });
    const event = sampleEvent();
    expect(thrownBy(() => log.append([appendTo(streamOf(1), event)]))).toBeInstanceOf(
      StorageFailed,
    );
    expect(log.readById(event.id)).toBeNull();
    Object.assign(faults, { transaction: undefined });
    expect(mustAppend(log, appendTo(streamOf(1), event))).toMatchObject([{ position: 2 }]);
    log.close();
  });

  test.each(['reopen', 'truncateWal'])('is of unknown outcome when %s fails too', (operation) => {
    const directory = createScratchLog();
    const { log, database, faults } = faultyLog(directory);
    mustAppend(log, appendTo(streamOf(1), sampleEvent()));
    Object.assign(faults, {
      transaction: (work: () => unknown) => {
        database.transaction(work);
        throw failed();
      },
      [operation]: () => {
        throw failed();
      },
    });
    const event = sampleEvent();
    const thrown = thrownBy(() => log.append([appendTo(streamOf(1), event)]));
    expect(thrown).toBeInstanceOf(CommitOutcomeUnknown);
    expect(thrown).toMatchObject({ events: [event.id] });
    // Nothing is claimed: the heads do not lead, and nothing is written before the disk answers again.
    expect(readHeads(logFiles(directory).heads)).toMatchObject({
      heads: { devices: [{ seq: 1 }] },
    });
    expect(thrownBy(() => log.append([appendTo(streamOf(1), sampleEvent())]))).toBeInstanceOf(
      StorageFailed,
    );
    Object.assign(faults, { transaction: undefined, [operation]: undefined });
    expect(mustAppend(log, appendTo(streamOf(1), sampleEvent()))).toMatchObject([{ position: 3 }]);
    expect(log.readById(event.id)).toMatchObject({ position: 2 });
    log.close();
    expect(openSoundLog(directory).position()).toBe(3);
  });

  test('and takes earlier events with it is damage, not silence', () => {
    const { log, database, faults } = faultyLog();
    mustAppend(log, appendTo(streamOf(1), sampleEvent(), sampleEvent()));
    Object.assign(faults, {
      transaction: () => {
        throw failed();
      },
      reopen: () => {
        database.reopen();
        database.execute('DROP TRIGGER event_delete; DELETE FROM event WHERE position = 2');
      },
    });
    const thrown = thrownBy(() => log.append([appendTo(streamOf(1), sampleEvent())]));
    expect(thrown).toBeInstanceOf(CommitOutcomeUnknown);
    expect(thrown).toMatchObject({ cause: expect.any(StorageDamaged) as unknown });
    log.close();
  });
});

/** Appends ever larger events until one is refused; gives what was thrown and how many there are. */
const fill = (log: EventLog): { readonly thrown: unknown; readonly appended: number } => {
  let appended = 0;
  const thrown = thrownBy(() => {
    for (;;) {
      mustAppend(
        log,
        appendTo(streamOf(1), sampleEvent({ data: Buffer.from(`{"x":"${'x'.repeat(20_000)}"}`) })),
      );
      appended += 1;
    }
  });
  return { thrown, appended };
};

describe('a full disk', () => {
  test('as SQLite knows it', () => {
    const directory = createScratchLog();
    const { log, database } = faultyLog(directory);
    database.execute('PRAGMA max_page_count=100');
    const { thrown, appended } = fill(log);
    expect(thrown).toBeInstanceOf(StorageFull);
    expect(appended).toBeGreaterThan(3);
    expect(log.position()).toBe(appended);
    // The log has been opened again, and with it the limit is gone.
    mustAppend(log, appendTo(streamOf(1), sampleEvent()));
    log.close();
    expect(openSoundLog(directory).position()).toBe(appended + 1);
  });

  const mounted = mountDisk(scratchFolder(), '2m');

  test.skipIf(mounted === null)('as the system knows it', () => {
    const directory = mounted ?? '';
    createEventLog({ directory, daybook: sampleDaybook });
    const log = openSoundLog(directory);
    const { thrown, appended } = fill(log);
    expect(thrown).toBeInstanceOf(StorageFull);
    expect(log.position()).toBe(appended);
    log.close();
    execFileSync('mount', ['-o', 'remount,size=8m', directory]);
    const again = openSoundLog(directory);
    expect(again.position()).toBe(appended);
    mustAppend(again, appendTo(streamOf(1), sampleEvent()));
    again.close();
  });
});

test('a killed process has written all that it answered', async () => {
  const module = new URL('./scratchLog.ts', import.meta.url).href;
  for (const answers of [1, 5, 40]) {
    const directory = createScratchLog();
    const script = `
      const { appendTo, mustAppend, openSoundLog, sampleEvent, streamOf } = await import(${JSON.stringify(module)});
      const log = openSoundLog(${JSON.stringify(directory)});
      for (;;) {
        const [event] = mustAppend(log, appendTo(streamOf(1), sampleEvent()));
        process.stdout.write(event.id + '\\n');
      }`;
    const child = spawn(process.execPath, ['--input-type=module', '--eval', script], {
      stdio: ['ignore', 'pipe', 'inherit'],
    });
    const answered: string[] = [];
    for await (const line of createInterface(child.stdout)) {
      answered.push(line);
      if (answered.length === answers) child.kill('SIGKILL');
    }
    if (child.exitCode === null && child.signalCode === null) await once(child, 'exit');
    const log = openSoundLog(directory);
    const ids = log.readAfter(0, 1_000_000).map(({ id }) => id);
    expect(ids.slice(0, answered.length)).toEqual(answered);
    log.close();
  }
});
