import { cpSync, readFileSync, writeFileSync } from 'node:fs';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { openUnguarded, type UnguardedDatabase } from '../sqlite/openUnguarded.ts';
import { removeScratchFolders, scratchFolder } from '../sqlite/scratchDatabase.ts';
import type { EventToAppend, LogFinding } from './EventLog.ts';
import { eventHash } from './hash.ts';
import { logFiles } from './log-files.ts';
import {
  appendTo,
  createScratchLog,
  idOf,
  mustAppend,
  openScratchLog,
  openSoundLog,
  otherDevice,
  sampleEvent,
  streamOf,
} from './scratchLog.ts';
import { tamper } from './tamper.ts';

afterAll(removeScratchFolders);

/** 600 events of this device, 3 of the other: longer than the quick check reads, and than one slice. */
const sample = createScratchLog();

beforeAll(() => {
  const log = openSoundLog(sample);
  const events = Array.from({ length: 600 }, (_, number) =>
    appendTo(
      streamOf(number % 50),
      sampleEvent(
        number % 2 === 0
          ? {
              subject: idOf(0x500 + (number % 7)),
              key: idOf(9),
              sealed: Buffer.from([number % 256]),
            }
          : { cause: idOf(0x500) },
      ),
    ),
  );
  mustAppend(log, ...events);
  const theirs = openSoundLog(createScratchLog(), otherDevice);
  log.appendForeign(
    mustAppend(theirs, appendTo(streamOf(1), sampleEvent(), sampleEvent(), sampleEvent())),
  );
  theirs.close();
  log.close();
});

const sampleCopy = (): string => {
  const directory = scratchFolder();
  cpSync(sample, directory, { recursive: true });
  return directory;
};

const verify = (directory: string): readonly LogFinding[] => {
  const { startVerify, close } = openScratchLog(directory);
  const run = startVerify();
  while (run.step(1) === 'more');
  close();
  return run.findings();
};

const typesOf = (findings: readonly LogFinding[]): string[] => [
  ...new Set(findings.map(({ type }) => type)),
];

/** What verify finds after something has been done to the tables. */
const afterwards = (work: (database: UnguardedDatabase) => void): readonly LogFinding[] => {
  const directory = sampleCopy();
  tamper(directory, work);
  return verify(directory);
};

const sql =
  (text: string) =>
  (database: UnguardedDatabase): void => {
    database.execute(text);
  };

describe('a sound log', () => {
  test('has no findings, and everything was looked at', () => {
    const directory = sampleCopy();
    const { startVerify, close } = openScratchLog(directory);
    const run = startVerify();
    let steps = 0;
    while (run.step(0) === 'more') steps += 1;
    expect(run.findings()).toEqual([]);
    expect(run.progress()).toEqual({ done: 603, total: 603 });
    expect(steps).toBeGreaterThan(5);
    expect(run.step(0)).toBe('done');
    close();
  });

  test('may grow while it is checked', () => {
    const { log, startVerify, close } = openScratchLog(sampleCopy());
    const run = startVerify();
    while (run.step(0) === 'more') {
      if (log) mustAppend(log, appendTo(streamOf(1), sampleEvent({ subject: idOf(0x501) })));
    }
    expect(run.findings()).toEqual([]);
    close();
  });

  test('may be empty', () => {
    expect(verify(createScratchLog())).toEqual([]);
  });
});

describe('one event changed in the middle is one break of the chain', () => {
  test.each([
    ['id', `'${idOf(1)}'`],
    ['clock', 'clock + 1'],
    ['stream', `'${streamOf(99)}', version = 1`],
    ['type', "'note.torn'"],
    ['schema', '2'],
    ['command', `'${idOf(1)}'`],
    ['cause', `'${idOf(1)}'`],
    ['actor', `'${idOf(1)}'`],
    ['data', "x'7b7d'"],
    ['subject', `'${idOf(1)}'`],
    ['key', `'${idOf(1)}'`],
    ['sealed', "x'00'"],
    ['hash', 'randomblob(32)'],
  ])('%s', (column, value) => {
    // 3 is the 51st event: with a subject, and the last of its stream but ten.
    const findings = afterwards(sql(`UPDATE event SET ${column} = ${value} WHERE position = 3`));
    const breaks = findings.filter(({ type }) => type === 'ChainBroken');
    expect(breaks.map(({ position }) => position)).toEqual(column === 'hash' ? [3, 4] : [3]);
  });

  test('also when its own hash was made again', () => {
    const directory = sampleCopy();
    const { reader, close } = openScratchLog(directory);
    const [before, event] = reader?.readAfter(1, 2) ?? [];
    close();
    if (!before || !event) throw new Error('no events');
    const forged = { ...event, data: Buffer.from('{"n":0}') };
    tamper(directory, (database) => {
      database
        .write('UPDATE event SET data = ?, hash = ? WHERE position = 3')
        .run(forged.data, eventHash(before.hash, forged));
    });
    expect(verify(directory)).toMatchObject([{ type: 'ChainBroken', position: 4 }]);
  });
});

describe('what is missing', () => {
  test('an event in the middle', () => {
    const findings = afterwards(sql('DELETE FROM event WHERE position = 300'));
    expect(findings).toMatchObject([
      { type: 'PositionsNotDense', position: 301 },
      { type: 'SequenceNotDense', position: 301, seq: 301 },
      { type: 'ChainBroken', position: 301 },
      { type: 'VersionsNotDense', position: 350 },
    ]);
  });

  test('an event that was taken out and the rest moved up', () => {
    const text = `
      DELETE FROM event WHERE position = 300;
      UPDATE event SET position = position + 10000 WHERE position > 300;
      UPDATE event SET position = position - 10001 WHERE position > 10000;`;
    expect(afterwards(sql(text))[0]).toMatchObject({
      type: 'SequenceNotDense',
      position: 300,
      seq: 301,
    });
  });

  test('the events of a stream, counted', () => {
    expect(typesOf(afterwards(sql('UPDATE event SET version = 99 WHERE position = 553')))).toEqual([
      'VersionsNotDense',
    ]);
  });

  test('the order of a stream', () => {
    const text = `
      UPDATE event SET version = -1 WHERE position = 3;
      UPDATE event SET version = 1 WHERE position = 53;
      UPDATE event SET version = 2 WHERE position = 3;`;
    expect(typesOf(afterwards(sql(text)))).toEqual(['VersionsNotDense']);
  });

  test('the last events', () => {
    expect(typesOf(afterwards(sql('DELETE FROM event WHERE position > 598')))).toEqual([
      'LogBehindHeads',
    ]);
  });
});

describe('what a faulty writer wrote, chained as it should be', () => {
  test.each<[string, Partial<EventToAppend>]>([
    ['id', { id: 'X' as never }],
    ['type', { type: 'written' }],
    ['schema', { schema: 0 }],
    ['command', { command: 'X' as never }],
    ['cause', { cause: 'X' as never }],
    ['actor', { actor: 'X' as never }],
    ['data', { data: Buffer.from('[]') }],
    ['data', { data: Buffer.from('{') }],
    ['data', { data: Buffer.from([0x22, 0xff, 0x22]) }],
    ['data', { data: Buffer.from('null') }],
    ['subject', { subject: 'X' as never }],
    ['key', { key: 'X' as never, sealed: Buffer.alloc(1), subject: idOf(1) }],
    ['sealed', { sealed: Buffer.alloc(1) }],
    ['sealed', { key: idOf(1) }],
    ['sealed', { key: idOf(1), sealed: Buffer.alloc(1) }],
  ])('%s', (column, parts) => {
    const directory = createScratchLog();
    const log = openSoundLog(directory);
    mustAppend(log, appendTo(streamOf(1), sampleEvent(), sampleEvent(parts)));
    log.close();
    expect(verify(directory)).toMatchObject([
      { type: 'EventMalformed', position: 2, detail: column },
    ]);
  });

  test('stream', () => {
    const directory = createScratchLog();
    const log = openSoundLog(directory);
    mustAppend(log, appendTo('Note', sampleEvent()));
    log.close();
    expect(verify(directory)).toMatchObject([{ type: 'EventMalformed', detail: 'stream' }]);
  });
});

/** Changes one text in one place of the file: its nth occurrence, which is in an index or in the table. */
const changeInFile = (directory: string, text: string, occurrence: number): boolean => {
  const path = logFiles(directory).log;
  const bytes = readFileSync(path);
  let at = -1;
  for (let count = 0; count <= occurrence; count += 1) {
    at = bytes.indexOf(text, at + 1);
    if (at < 0) return false;
  }
  bytes.write('e', at + text.length - 1);
  writeFileSync(path, bytes);
  return true;
};

describe('what SQLite does not see', () => {
  test('an index that does not agree with the table, wherever the text stands', () => {
    const { reader, close } = openScratchLog(sampleCopy());
    const [event] = reader?.readAfter(300, 1) ?? [];
    close();
    if (!event) throw new Error('no event');
    const found = [0, 1, 2].map((occurrence) => {
      const directory = sampleCopy();
      return changeInFile(directory, event.id, occurrence) ? typesOf(verify(directory)) : null;
    });
    // Once in the table, where the chain tells, once in its index.
    expect(found.flat()).toEqual(expect.arrayContaining(['IndexDisagrees', 'ChainBroken', null]));
    expect(found.slice(0, 2)).not.toContainEqual([]);
  });

  test('an entry too many in an index', () => {
    const condition = 'WHERE subject IS NOT NULL';
    const change = (database: UnguardedDatabase, from: string, to: string): void => {
      database.execute(`
        PRAGMA writable_schema=ON;
        UPDATE sqlite_schema SET sql = replace(sql, '${from}', '${to}') WHERE name = 'event_by_subject';
        PRAGMA writable_schema=RESET`);
    };
    const findings = afterwards((database) => {
      // While SQLite believes that the index is of no event, the table changes and the index does not.
      change(database, condition, 'WHERE position < 0');
      database.execute('UPDATE event SET subject = NULL WHERE position = 3');
      change(database, 'WHERE position < 0', condition);
    });
    expect(typesOf(findings)).toEqual(['EventMalformed', 'ChainBroken', 'IndexDisagrees']);
    expect(findings.at(-1)?.detail).toBe('event_by_subject: wrong');
  });

  test('pages that cannot be read, and the events beyond them', () => {
    const directory = sampleCopy();
    const path = logFiles(directory).log;
    const { reader, close } = openScratchLog(directory);
    const [event] = reader?.readAfter(300, 1) ?? [];
    close();
    const bytes = readFileSync(path);
    // A page that is full of the middle of the table: its data comes only there.
    const at = bytes.indexOf(Buffer.from(event?.data ?? []));
    bytes.fill(0xa5, at - (at % 4096), at - (at % 4096) + 8);
    writeFileSync(path, bytes);
    const findings = verify(directory);
    expect(typesOf(findings)).toContain('DatabaseDamaged');
    const damaged = findings.filter(({ type }) => type === 'DatabaseDamaged');
    expect(damaged.length).toBeLessThan(30);
  });
});

test('changed schema, and the chain as far as it can be read', () => {
  const directory = sampleCopy();
  tamper(directory, sql('UPDATE event SET schema = 2 WHERE position = 3'));
  const database = openUnguarded(logFiles(directory).log);
  database.execute('DROP INDEX event_by_command');
  database.close();
  expect(verify(directory)).toMatchObject([
    { type: 'SchemaChanged' },
    { type: 'ChainBroken', position: 3 },
  ]);
});
