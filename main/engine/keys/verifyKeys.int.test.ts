import { readFileSync, writeFileSync } from 'node:fs';
import { afterAll, describe, expect, test } from 'vitest';
import { openUnguarded } from '../sqlite/openUnguarded.ts';
import { removeScratchFolders } from '../sqlite/scratchDatabase.ts';
import { openWatched } from './erasureUnderTest.ts';
import { eventOf, personOf } from './idsUnderTest.ts';
import {
  createClock,
  keyOf,
  newKeyStore,
  openedText,
  reopened,
  sealedPart,
  type SealedPart,
} from './keyStoreUnderTest.ts';

afterAll(removeScratchFolders);

const [alive, twin, erased] = [personOf(1), personOf(1 + 256), personOf(3)];

/** A closed file with two living keys of one bucket and an erased one. */
const prepare = async () => {
  const { path, store } = await newKeyStore();
  const parts = { alive: sealedPart(store, alive), twin: sealedPart(store, twin) };
  sealedPart(store, erased);
  store.destroy(erased, ['profile'], eventOf(7));
  store.close();
  return { path, parts };
};

const triggersOff = [
  'person_key_update',
  'person_key_insert',
  'tombstone_delete',
  'tombstone_insert',
]
  .map((name) => `DROP TRIGGER ${name};`)
  .join('');

/** What `verify` finds after a stranger had the file, besides that triggers are missing. */
const foundAfter = async (path: string, sql: string) => {
  const file = openUnguarded(path);
  file.execute(triggersOff + sql);
  file.close();
  const store = await reopened(path);
  const findings = store.verify();
  store.close();
  return findings.filter(({ type }) => type !== 'KeysSchemaChanged');
};

const wrappedOf = (person: string): string =>
  `(SELECT wrapped FROM person_key WHERE person = '${person}')`;

test('a sound file has no findings', async () => {
  const { path } = await prepare();
  const store = await reopened(path);
  expect(store.verify()).toEqual([]);
  store.close();
});

describe('finds', () => {
  test('a trigger that was dropped', async () => {
    const { path } = await prepare();
    const file = openUnguarded(path);
    file.execute('DROP TRIGGER tombstone_delete');
    file.close();
    const store = await reopened(path);
    expect(store.verify()).toEqual([{ type: 'KeysSchemaChanged', detail: 'schema' }]);
    store.close();
  });

  test('keys that were swapped between two persons of a bucket', async () => {
    const { path, parts } = await prepare();
    const found = await foundAfter(
      path,
      `CREATE TEMP TABLE kept AS SELECT ${wrappedOf(alive)} AS wrapped;
       UPDATE person_key SET wrapped = ${wrappedOf(twin)} WHERE person = '${alive}';
       UPDATE person_key SET wrapped = (SELECT wrapped FROM kept) WHERE person = '${twin}'`,
    );
    const keys = [parts.alive, parts.twin].map(({ header }) => header.key);
    expect(found.map(({ type, key }) => ({ type, key }))).toEqual(
      keys.map((key) => ({ type: 'KeyDoesNotOpen', key })),
    );
    const store = await reopened(path);
    expect(openedText(store, parts.alive)).toBe('refused');
    expect(() => store.sealingKey(alive, 'profile')).toThrow(parts.alive.header.key);
    store.close();
  });

  test.each<[string, (parts: Record<'alive' | 'twin', SealedPart>) => string]>([
    [
      'owner',
      () => `UPDATE person_key SET person = '${personOf(1 + 512)}' WHERE person = '${alive}'`,
    ],
    ['class', () => `UPDATE person_key SET class = 'statutory' WHERE person = '${alive}'`],
    ['bucket', () => `UPDATE person_key SET bucket = 2 WHERE person = '${alive}'`],
    ['blob', () => `UPDATE person_key SET wrapped = zeroblob(136) WHERE person = '${alive}'`],
  ])('a key with another %s', async (_, sql) => {
    const { path, parts } = await prepare();
    const found = await foundAfter(path, sql(parts));
    expect(found.map(({ type, key }) => ({ type, key }))).toEqual([
      { type: 'KeyDoesNotOpen', key: parts.alive.header.key },
    ]);
  });

  test('a key with another id: events that name the old one are unknown', async () => {
    const { path, parts } = await prepare();
    const found = await foundAfter(
      path,
      `UPDATE person_key SET key_id = '${eventOf(99)}' WHERE person = '${alive}'`,
    );
    expect(found.map(({ type, key }) => ({ type, key }))).toEqual([
      { type: 'KeyDoesNotOpen', key: eventOf(99) },
    ]);
    const store = await reopened(path);
    expect(openedText(store, parts.alive)).toBe('unknownKey');
    store.close();
  });

  test('a tombstone whose key still stands, which opens nothing', async () => {
    const { path, parts } = await prepare();
    const { key } = parts.alive.header;
    const found = await foundAfter(
      path,
      `INSERT INTO tombstone VALUES ('${alive}', 'profile', '${eventOf(8)}', 1)`,
    );
    expect(found).toEqual([{ type: 'TombstoneWithKey', key, detail: 'profile' }]);
    const store = await reopened(path);
    expect(openedText(store, parts.alive)).toBe('erased');
    store.destroy(alive, ['profile'], eventOf(8));
    expect(store.verify().map(({ type }) => type)).toEqual(['KeysSchemaChanged']);
    store.close();
  });

  test('a tombstone that is gone; its person stays erased', async () => {
    const { path } = await prepare();
    const found = await foundAfter(path, 'DELETE FROM tombstone');
    expect(found.map(({ type }) => type)).toEqual(['TombstoneMissing']);
    const store = await reopened(path);
    expect(store.sealingKey(erased, 'statutory').ok).toBe(false);
    store.close();
  });

  test('a bucket key that is damaged, swapped or gone', async () => {
    const { path } = await prepare();
    const found = await foundAfter(
      path,
      `DROP TRIGGER bucket_delete;
       UPDATE bucket SET wrapped = (SELECT wrapped FROM bucket WHERE bucket = 11) WHERE bucket = 10;
       UPDATE bucket SET wrapped = zeroblob(136) WHERE bucket = 20;
       DELETE FROM bucket WHERE bucket = 30`,
    );
    expect(found).toEqual(
      [10, 20, 30].map((bucket) => ({ type: 'KeysDamaged', detail: `bucket ${bucket}` })),
    );
  });

  test('a damaged bucket key, and every key under it', async () => {
    const { path, parts } = await prepare();
    const found = await foundAfter(
      path,
      'UPDATE bucket SET wrapped = zeroblob(136) WHERE bucket = 1',
    );
    expect(found.map(({ type }) => type)).toEqual([
      'KeysDamaged',
      'KeyDoesNotOpen',
      'KeyDoesNotOpen',
    ]);
    const store = await reopened(path);
    expect(openedText(store, parts.alive)).toBe('refused');
    // Nothing is minted where it could not be wrapped.
    expect(() => store.sealingKey(personOf(1 + 1024), 'profile')).toThrow(Error);
    expect(keyOf(store, personOf(2))).toBeTypeOf('string');
    store.commitKeys();
    store.close();
  });

  test('damage in the file, though the key in memory is still good', async () => {
    const { path, parts } = await prepare();
    const { store, database } = await openWatched(path, () => undefined);
    expect(openedText(store, parts.alive)).toBe(`name of ${alive}`);
    database.execute('UPDATE bucket SET wrapped = zeroblob(136) WHERE bucket = 1');
    expect(store.verify()[0]).toEqual({ type: 'KeysDamaged', detail: 'bucket 1' });
    store.close();
  });

  test('a flipped bit in a record or in an index over it', async () => {
    const { path, parts } = await prepare();
    const sound = readFileSync(path);
    const id = Buffer.from(parts.alive.header.key);
    const places: number[] = [];
    for (let at = sound.indexOf(id); at !== -1; at = sound.indexOf(id, at + 1)) places.push(at);
    expect(places).toHaveLength(2);
    for (const place of places) {
      const damaged = Buffer.from(sound);
      const last = place + id.length - 1;
      damaged[last] = (damaged[last] ?? 0) ^ 1;
      writeFileSync(path, damaged);
      const store = await reopened(path);
      expect(store.verify().map(({ type }) => type)).toEqual(['KeysDamaged']);
      store.close();
    }
  });
});

test('goes in pieces, and says how far it is', async () => {
  const clock = createClock();
  let looks = 0;
  const world = {
    ...clock.world,
    elapsedMs: () => {
      looks += 1;
      return looks;
    },
  };
  const { store } = await newKeyStore({ world });
  for (let person = 0; person < 300; person += 1) keyOf(store, personOf(person));
  store.commitKeys();
  const run = store.startVerify();
  const progress: number[] = [];
  while (run.step(0) === 'more') progress.push(run.progress().done);
  expect(run.progress()).toEqual({ done: 300, total: 300 });
  expect(progress).toEqual([0, 64, 128, 192, 256]);
  expect(run.findings()).toEqual([]);
  store.close();
});
