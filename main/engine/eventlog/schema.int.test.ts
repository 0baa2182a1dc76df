import { cpSync } from 'node:fs';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { openUnguarded, type UnguardedDatabase } from '../sqlite/openUnguarded.ts';
import { removeScratchFolders, scratchFolder } from '../sqlite/scratchDatabase.ts';
import { logFiles } from './log-files.ts';
import { logMigrations } from './migrations/log-migrations.ts';
import { schemaHash } from './schema-hash.ts';
import {
  appendTo,
  createScratchLog,
  idOf,
  mustAppend,
  openScratchLog,
  openSoundLog,
  sampleEvent,
  streamOf,
  thisDevice,
} from './scratchLog.ts';

afterAll(removeScratchFolders);

const sample = createScratchLog();
beforeAll(() => {
  const log = openSoundLog(sample);
  mustAppend(log, appendTo(streamOf(1), sampleEvent(), sampleEvent(), sampleEvent()));
  log.close();
});

/** A log with three events, open to a stranger with SQLite's own settings. */
const strangersLog = (): { readonly directory: string; readonly database: UnguardedDatabase } => {
  const directory = scratchFolder();
  cpSync(sample, directory, { recursive: true });
  return { directory, database: openUnguarded(logFiles(directory).log) };
};

const contentOf = (database: UnguardedDatabase): unknown[] => [
  database.read('SELECT * FROM daybook').all(),
  database.read('SELECT * FROM event').all(),
];

const columns =
  'position, id, device, seq, clock, stream, version, type, schema, command, actor, data, hash';

/** An INSERT of an event that is the next one but for what is said. */
const insertSql = (verb: string, parts: Readonly<Record<string, string>> = {}): string => {
  const values: Readonly<Record<string, string>> = {
    position: '4',
    id: `'${idOf(77)}'`,
    device: `'${thisDevice}'`,
    seq: '4',
    clock: '99999999999999999',
    stream: `'${streamOf(1)}'`,
    version: '4',
    type: "'note.written'",
    schema: '1',
    command: `'${idOf(78)}'`,
    actor: `'${idOf(4)}'`,
    data: "x'7b7d'",
    hash: 'zeroblob(32)',
    ...parts,
  };
  const list = columns.split(', ').map((column) => values[column]);
  return `${verb} INTO event (${columns}) VALUES (${list.join(', ')})`;
};

describe('rows are only ever added, even by a stranger', () => {
  test.each([
    ['UPDATE event SET data = data', 'event: never changed'],
    [`UPDATE event SET position = 9 WHERE position = 3`, 'event: never changed'],
    [`UPDATE OR REPLACE event SET seq = 2 WHERE seq = 3`, 'event: never changed'],
    ['DELETE FROM event WHERE position = 3', 'event: never deleted'],
    ['UPDATE daybook SET name = name', 'daybook: never changed'],
    ['DELETE FROM daybook', 'daybook: never deleted'],
    ["INSERT INTO daybook VALUES (1, 'a', 'b', 'EUR', 1)", 'daybook: only one row'],
    ["INSERT OR REPLACE INTO daybook VALUES (1, 'a', 'b', 'EUR', 1)", 'daybook: only one row'],
  ])('%s', (text, message) => {
    const { database } = strangersLog();
    const before = contentOf(database);
    expect(() => database.write(text).run()).toThrow(message);
    expect(contentOf(database)).toEqual(before);
    database.close();
  });

  test('one row that is the next may be added, else this test proves nothing', () => {
    const { database } = strangersLog();
    expect(database.write(insertSql('INSERT')).run()).toBe(1);
    database.close();
  });

  describe.each(['INSERT', 'INSERT OR REPLACE', 'INSERT OR IGNORE', 'REPLACE'])('%s', (verb) => {
    test.each([
      ['an old position', { position: '3' }],
      ['a position that leaves a gap', { position: '5' }],
      ['a position of -1', { position: '-1' }],
      ['an old id', { id: `(SELECT id FROM event WHERE position = 2)` }],
      ['an old sequence', { seq: '2' }],
      ['a sequence that leaves a gap', { seq: '6' }],
      ['a first sequence that is not 1', { device: `'${idOf(55)}'`, seq: '2' }],
      ['an old version', { version: '2' }],
      ['a version that leaves a gap', { version: '5' }],
      ['a first version that is not 1', { stream: `'${streamOf(5)}'`, version: '2' }],
      ['no sequence', { seq: 'NULL' }],
      ['no version', { version: 'NULL' }],
    ])('of %s', (_, parts) => {
      const { database } = strangersLog();
      const before = contentOf(database);
      const rows = (): number => {
        try {
          return database.write(insertSql(verb, parts)).run();
        } catch {
          return 0;
        }
      };
      expect(rows()).toBe(0);
      expect(contentOf(database)).toEqual(before);
      database.close();
    });
  });

  test('a wrong row takes the rows of its transaction with it', () => {
    const { database } = strangersLog();
    const before = contentOf(database);
    const both = (): void =>
      database.transaction(() => {
        database.write(insertSql('INSERT')).run();
        database.write(insertSql('INSERT', { position: '9' })).run();
      });
    expect(both).toThrow('event: not the next one');
    expect(contentOf(database)).toEqual(before);
    database.close();
  });

  test('values of another type are refused', () => {
    const { database } = strangersLog();
    expect(() => database.write(insertSql('INSERT', { data: "'text'" })).run()).toThrow('BLOB');
    expect(() => database.write(insertSql('INSERT', { clock: "'noon'" })).run()).toThrow('INTEGER');
    database.close();
  });
});

describe('the schema is compared at each open', () => {
  test('and found sound when nobody touched it', () => {
    const { directory, database } = strangersLog();
    database.execute('CREATE TEMP TABLE passing (a); PRAGMA wal_checkpoint');
    database.close();
    const { findings, close } = openScratchLog(directory);
    expect(findings).toEqual([]);
    close();
  });

  test('the known hash is that of the migrations', () => {
    const { database } = strangersLog();
    expect(schemaHash(database)).toBe(logMigrations.at(-1)?.schemaHash);
    database.close();
  });

  test.each([
    'DROP TRIGGER event_insert',
    'DROP TRIGGER event_update',
    'DROP TRIGGER event_delete',
    'DROP TRIGGER daybook_update',
    'DROP INDEX event_by_command',
    'CREATE TABLE more (a)',
    'CREATE TRIGGER extra AFTER INSERT ON event BEGIN SELECT 1; END',
    'ALTER TABLE event ADD COLUMN more TEXT',
    "PRAGMA writable_schema=ON; UPDATE sqlite_schema SET sql = replace(sql, 'never', 'ever') WHERE name = 'event_update'",
  ])('%s', (text) => {
    const { directory, database } = strangersLog();
    database.execute(text);
    database.close();
    const { log, reader, findings, close } = openScratchLog(directory);
    expect(findings).toMatchObject([{ type: 'SchemaChanged' }]);
    expect(log).toBeNull();
    expect(reader?.readAfter(0, 10)).toHaveLength(3);
    close();
  });
});
