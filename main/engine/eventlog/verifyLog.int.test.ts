import { afterAll, describe, expect, test } from 'vitest';
import { clockToInteger } from '../../../shared/kernel/hybrid-clock.ts';
import { openUnguarded, type UnguardedDatabase } from '../sqlite/openUnguarded.ts';
import { removeScratchFolders } from '../sqlite/scratchDatabase.ts';
import type { EventToAppend, LogFinding } from './EventLog.ts';
import { eventHash } from './hash.ts';
import { writeNewHeads } from './heads-file.ts';
import { logFiles } from './log-files.ts';
import {
  appendTo,
  createScratchLog,
  idOf,
  mustAppend,
  openScratchLog,
  openSoundLog,
  sampleDaybook,
  sampleEvent,
  streamOf,
} from './scratchLog.ts';
import { tamper } from './tamper.ts';
import { copyOf, createVerifySample, typesOf, verify } from './verifySample.ts';

afterAll(removeScratchFolders);

const sample = createVerifySample();

/** What verify finds after something has been done to the tables. */
const afterwards = (work: (database: UnguardedDatabase) => void): readonly LogFinding[] => {
  const directory = copyOf(sample);
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
    const directory = copyOf(sample);
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
    const { log, startVerify, close } = openScratchLog(copyOf(sample));
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
    const directory = copyOf(sample);
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

test('time that runs back in an event that is chained as it should be', () => {
  const directory = createScratchLog();
  const log = openSoundLog(directory);
  const [first, second] = mustAppend(log, appendTo(streamOf(1), sampleEvent(), sampleEvent()));
  log.close();
  if (!first || !second) throw new Error('no events');
  const back = { ...second, clock: first.clock };
  const hash = eventHash(first.hash, back);
  tamper(directory, (database) => {
    const clock = clockToInteger(back.clock);
    database.write('UPDATE event SET clock = ?, hash = ? WHERE position = 2').run(clock, hash);
  });
  writeNewHeads(logFiles(directory).heads, sampleDaybook.id, [{ ...second, hash }]);
  expect(verify(directory)).toMatchObject([{ type: 'EventMalformed', position: 2 }]);
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

test('changed schema, and the chain as far as it can be read', () => {
  const directory = copyOf(sample);
  tamper(directory, sql('UPDATE event SET schema = 2 WHERE position = 3'));
  const database = openUnguarded(logFiles(directory).log);
  database.execute('DROP INDEX event_by_command');
  database.close();
  expect(verify(directory)).toMatchObject([
    { type: 'SchemaChanged' },
    { type: 'ChainBroken', position: 3 },
  ]);
});

describe('a position that is far beyond the others', () => {
  test.each([
    ['by one bit of its second byte', '603 + 16384'],
    ['so far that no memory holds what lies between', '1 << 40'],
    ['as far as numbers go', '(1 << 53) - 1'],
    ['farther than numbers are exact', '1 << 61'],
  ])('is found, %s', (_how, position) => {
    const findings = afterwards(
      sql(`UPDATE event SET position = ${position} WHERE position = 603`),
    );
    expect(typesOf(findings)).toContain('PositionsNotDense');
    expect(typesOf(findings)).not.toContain('DatabaseDamaged');
  });

  test('takes no time for what lies between', () => {
    const directory = copyOf(sample);
    tamper(directory, sql('UPDATE event SET position = 1 << 31 WHERE position = 603'));
    const { startVerify, close } = openScratchLog(directory);
    const run = startVerify();
    let steps = 0;
    const began = performance.now();
    while (run.step(0) === 'more') steps += 1;
    close();
    expect(steps).toBeLessThan(100);
    expect(performance.now() - began).toBeLessThan(2000);
    expect(typesOf(run.findings())).toContain('PositionsNotDense');
  });
});
