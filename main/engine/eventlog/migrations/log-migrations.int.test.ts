import { afterAll, describe, expect, test } from 'vitest';
import { migrateDatabase } from '../../sqlite/migrateDatabase.ts';
import { openDatabase, type Database } from '../../sqlite/openDatabase.ts';
import { removeScratchFolders } from '../../sqlite/scratchDatabase.ts';
import { createEventReader } from '../createEventReader.ts';
import { readHeads } from '../heads-file.ts';
import { logFiles, logKind } from '../log-files.ts';
import { quickCheck } from '../quick-check.ts';
import { schemaHash } from '../schema-hash.ts';
import {
  appendTo,
  createScratchLog,
  mustAppend,
  openSoundLog,
  sampleDaybook,
  sampleEvent,
  streamOf,
} from '../scratchLog.ts';
import { withSchemaCheck, type LogMigration } from './LogMigration.ts';
import { logMigrations } from './log-migrations.ts';

afterAll(removeScratchFolders);

/** A step that there is not: an index more. */
const addTypeIndex: LogMigration = {
  to: 2,
  schemaHash: '30f0aefc0b6028ecd722ee51ef38a7c0b82fcc61612b0944c18bdd153b3479dd',
  change: (handle) => {
    handle.execute('CREATE INDEX event_by_type ON event (type)');
  },
};

const filledLog = (): { readonly directory: string; readonly database: Database } => {
  const directory = createScratchLog();
  const log = openSoundLog(directory);
  mustAppend(log, appendTo(streamOf(1), sampleEvent(), sampleEvent()));
  log.close();
  const opened = openDatabase({ path: logFiles(directory).log, kind: logKind, durability: 'full' });
  if (!opened.ok) throw new Error(opened.error.type);
  return { directory, database: opened.value };
};

describe('format 1', () => {
  test('is what a new log has, and what its migration says', () => {
    const { directory, database } = filledLog();
    expect(database.format()).toBe(1);
    expect(schemaHash(database)).toBe(logMigrations[0]?.schemaHash);
    expect(migrateDatabase(database, logMigrations)).toBe(0);
    database.close();
    openSoundLog(directory).close();
  });
});

describe('a step to another format', () => {
  test('keeps events, chain and triggers', () => {
    const { directory, database } = filledLog();
    const reader = createEventReader(database, sampleDaybook, null);
    const before = reader.readAfter(0, 10);
    const steps = [...logMigrations, withSchemaCheck(addTypeIndex)];
    expect(migrateDatabase(database, steps)).toBe(1);
    expect(database.format()).toBe(2);
    expect(reader.readAfter(0, 10)).toEqual(before);
    const heads = readHeads(logFiles(directory).heads);
    expect(quickCheck(database, addTypeIndex.schemaHash, heads)).toEqual([]);
    expect(() => database.write('UPDATE event SET data = data').run()).toThrow('never changed');
    expect(() => database.write('DELETE FROM event').run()).toThrow('never deleted');
    database.close();
    // And this program, which does not know the format, leaves the file alone.
    expect(openDatabase({ path: database.path, kind: logKind, durability: 'full' })).toMatchObject({
      error: { type: 'FormatTooNew', found: 2, newest: 1 },
    });
  });

  test.each<[string, string, LogMigration['change']]>([
    ['loses a trigger', 'leaves schema', (handle) => handle.execute('DROP TRIGGER event_delete')],
    ['does something else', 'leaves schema', (handle) => handle.execute('CREATE TABLE other (a)')],
    ['does nothing', 'leaves schema', () => undefined],
    [
      'touches an event',
      'never changed',
      (handle) => {
        addTypeIndex.change(handle);
        handle.execute("UPDATE event SET type = 'note.torn'");
      },
    ],
  ])('that %s is undone', (_, message, change) => {
    const { directory, database } = filledLog();
    const wrong = withSchemaCheck({ ...addTypeIndex, change });
    expect(() => migrateDatabase(database, [...logMigrations, wrong])).toThrow(message);
    expect(database.format()).toBe(1);
    expect(schemaHash(database)).toBe(logMigrations[0]?.schemaHash);
    database.close();
    openSoundLog(directory).close();
  });
});
