import { closeSync, openSync, readFileSync, writeFileSync, writeSync } from 'node:fs';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { checkKind } from '../sqlite/database-kind.ts';
import { readDatabaseHeader } from '../sqlite/database-header.ts';
import type { ReadHandle } from '../sqlite/handle.ts';
import { openUnguarded, type UnguardedDatabase } from '../sqlite/openUnguarded.ts';
import { removeScratchFolders, scratchFolder } from '../sqlite/scratchDatabase.ts';
import { answersOf, type Questions } from './everyAnswer.ts';
import { readHeads, type HeadsRead } from './heads-file.ts';
import { logFiles, logKind } from './log-files.ts';
import { logMigrations } from './migrations/log-migrations.ts';
import { schemaHash } from './schema-hash.ts';
import {
  appendTo,
  createScratchLog,
  idOf,
  mustAppend,
  openSoundLog,
  otherDevice,
  sampleEvent,
  streamOf,
} from './scratchLog.ts';
import { tallied, type Tally } from './tally.ts';
import { startVerifyLog } from './verifyLog.ts';

afterAll(removeScratchFolders);

const PAGE = 512;
/** Some twenty seconds on a machine that has nothing else to do. */
const LONG = 600_000;
const knownSchema = logMigrations.at(-1)?.schemaHash ?? '';

/** What verify finds, looking to the end whatever it has found before. */
const verified = (handle: ReadHandle, heads: HeadsRead): readonly object[] => {
  const run = startVerifyLog(handle, knownSchema, heads);
  while (run.step(10) === 'more');
  return run.findings();
};

/** One lock for many reads: that is what most of the time goes into otherwise. */
const inOneLock = <Value>(database: UnguardedDatabase, work: () => Value): Value => {
  database.execute('BEGIN');
  const value = work();
  try {
    database.execute('ROLLBACK');
  } catch {
    // SQLite has rolled back already, or complains once more of what it has read.
  }
  return value;
};

/** The settings under which the product reads. */
const guard = (database: UnguardedDatabase): void => {
  database.execute('PRAGMA cell_size_check=ON; PRAGMA trusted_schema=OFF');
};

/** True for a byte of the space between the cell pointers of a page and its cells, which means nothing. */
const isUnused = (image: Buffer, at: number): boolean => {
  const page = at - (at % PAGE);
  const header = page === 0 ? 100 : page;
  const isLeaf = image[header] === 0x0a || image[header] === 0x0d;
  const cells = image.readUInt16BE(header + 3);
  const start = header + (isLeaf ? 8 : 12) + 2 * cells;
  return isLeaf && at >= start && at < page + image.readUInt16BE(header + 5);
};

/** Flips every bit of some bytes in turn, but one only of an unused byte, and calls while it is flipped. */
const flipEach = (
  image: Buffer,
  pages: readonly number[],
  flipped: (at: number, bit: number) => void,
): void => {
  const pristine = Buffer.from(image);
  for (const page of pages) {
    for (let at = (page - 1) * PAGE; at < page * PAGE; at += 1) {
      const original = pristine[at] ?? 0;
      const bits = isUnused(pristine, at) ? [at % 8] : [0, 1, 2, 3, 4, 5, 6, 7];
      for (const bit of bits) {
        image[at] = original ^ (1 << bit);
        flipped(at, bit);
      }
      image[at] = original;
    }
  }
};

describe('any flipped bit of log.db that changes an answer is found', () => {
  const directory = createScratchLog(PAGE);
  let heads: HeadsRead = { type: 'missing' };
  let questions: Questions = { ids: [], streams: [], subject: '', command: '' };
  let image = Buffer.alloc(0);
  let eventPages: number[] = [];
  let schemaPages: number[] = [];

  beforeAll(() => {
    const log = openSoundLog(directory);
    const theirs = openSoundLog(createScratchLog(PAGE), otherDevice);
    const subject = idOf(0x500);
    const about = { subject, key: idOf(9), sealed: Buffer.from('0123456789') };
    mustAppend(log, appendTo(streamOf(1), sampleEvent(), sampleEvent({ command: idOf(0x600) })));
    log.appendForeign(mustAppend(theirs, appendTo(streamOf(1), sampleEvent())));
    mustAppend(
      log,
      appendTo(streamOf(2), sampleEvent(about), sampleEvent({ ...about, cause: idOf(7) })),
    );
    questions = {
      ids: log.readAfter(0, 100).map(({ id }) => id),
      streams: [streamOf(1), streamOf(2)],
      subject,
      command: idOf(0x600),
    };
    log.close();
    theirs.close();
    heads = readHeads(logFiles(directory).heads);
    image = readFileSync(logFiles(directory).log);
    // Out of WAL mode, so that a copy can be opened in memory.
    image.fill(1, 18, 20);
    const database = openUnguarded(Buffer.from(image));
    const pagesOf = (condition: string): number[] =>
      database
        .read<{ pageno: number }>(
          `SELECT pageno FROM dbstat WHERE name ${condition} ORDER BY pageno`,
        )
        .all()
        .map(({ pageno }) => pageno);
    schemaPages = pagesOf("= 'sqlite_schema'");
    eventPages = pagesOf("<> 'sqlite_schema'");
    database.close();
  });

  test('all pages are looked at', () => {
    expect((schemaPages.length + eventPages.length) * PAGE).toBe(image.length);
  });

  test(
    'in the pages of the events',
    () => {
      // One connection: with another change counter in the header SQLite reads every page again.
      const file = join(scratchFolder(), 'flipped.db');
      writeFileSync(file, image);
      const descriptor = openSync(file, 'r+');
      const database = openUnguarded(file);
      guard(database);
      const counter = Buffer.alloc(4);
      let changes = 1;
      const forgetPages = (): void => {
        counter.writeUInt32BE((changes += 1));
        writeSync(descriptor, counter, 0, 4, 24);
        writeSync(descriptor, counter, 0, 4, 92);
      };
      const pristine = answersOf(database, questions);
      expect(verified(database, heads)).toEqual([]);

      const tally = tallied((tally) => {
        flipEach(image, eventPages, (at, bit) => {
          writeSync(descriptor, image, at, 1, at);
          forgetPages();
          if (inOneLock(database, () => answersOf(database, questions)) === pristine) {
            tally.same += 1;
          } else {
            forgetPages();
            if (inOneLock(database, () => verified(database, heads)).length > 0) tally.found += 1;
            else tally.missed.push(`${at}.${bit}`);
          }
          writeSync(descriptor, Buffer.of((image[at] ?? 0) ^ (1 << bit)), 0, 1, at);
        });
      });
      database.close();
      closeSync(descriptor);
      expect(tally.missed).toEqual([]);
      expect(tally.found).toBeGreaterThan(10_000);
      expect(tally.same).toBeGreaterThan(1000);
    },
    LONG,
  );

  test(
    'in the header and the pages of the schema',
    () => {
      const open = (): UnguardedDatabase => {
        const database = openUnguarded(Buffer.from(image));
        guard(database);
        return database;
      };
      const first = open();
      const pristine = answersOf(first, questions);
      first.close();

      const isFoundAtOnce = (database: UnguardedDatabase): boolean => {
        try {
          return schemaHash(database) !== knownSchema;
        } catch {
          return true;
        }
      };
      const outcome = (): keyof Tally => {
        if (!checkKind('', logKind, readDatabaseHeader(image)).ok) return 'found';
        let database: UnguardedDatabase;
        try {
          database = open();
        } catch {
          return 'found';
        }
        try {
          if (isFoundAtOnce(database)) return 'found';
          if (answersOf(database, questions) === pristine) return 'same';
          return verified(database, heads).length > 0 ? 'found' : 'missed';
        } finally {
          database.close();
        }
      };
      const tally = tallied((tally) => {
        flipEach(image, schemaPages, (at, bit) => {
          const what = outcome();
          if (what === 'missed') tally.missed.push(`${at}.${bit}`);
          else tally[what] += 1;
        });
      });
      expect(tally.missed).toEqual([]);
      expect(tally.found).toBeGreaterThan(10_000);
      expect(tally.same).toBeGreaterThan(100);
    },
    LONG,
  );
});
