import { copyFileSync, readFileSync } from 'node:fs';
import { afterAll, describe, expect, test } from 'vitest';
import type { KeyId } from '../../../shared/kernel/ids.ts';
import { openUnguarded } from '../sqlite/openUnguarded.ts';
import { removeScratchFolders } from '../sqlite/scratchDatabase.ts';
import {
  blob,
  blobsOf,
  both,
  erasedError,
  filledStore,
  neighbour,
} from './filledStoreUnderTest.ts';
import { bucketOf } from './keyRecords.ts';
import { eventOf, personOf } from './idsUnderTest.ts';
import {
  headerOf,
  keyOf,
  newKeyStore,
  openedText,
  rawBytes,
  reopened,
  sealedPart,
  snapshotOf,
} from './keyStoreUnderTest.ts';

afterAll(removeScratchFolders);

/** Puts the old wrapped key back and takes the tombstones away; the database is left open for more. */
const putKeyBack = (path: string, key: KeyId, before: ReturnType<typeof blobsOf>) => {
  const tampering = openUnguarded(path);
  tampering.execute('DROP TRIGGER person_key_update; DROP TRIGGER tombstone_delete');
  tampering.execute('DELETE FROM tombstone');
  tampering
    .write('UPDATE person_key SET wrapped = ?, destroyed_at = NULL WHERE key_id = ?')
    .run(blob(before.keys, key), key);
  return tampering;
};

describe('on the disk', () => {
  test('nothing is left of the wrapped key, nor of its bucket key', async () => {
    const { path, parts, before, store } = await filledStore();
    const wrapped = blob(before.keys, parts.profile.header.key);
    const bucket = blob(before.buckets, 1);
    // Negative control: both stand there until the erasure.
    expect(rawBytes(path).includes(wrapped)).toBe(true);
    expect(rawBytes(path).includes(bucket)).toBe(true);
    store.destroy(personOf(1), ['profile'], eventOf(7));
    expect(rawBytes(path).includes(wrapped)).toBe(false);
    expect(rawBytes(path).includes(bucket)).toBe(false);
    expect(readFileSync(`${path}-wal`)).toHaveLength(0);
    // Nor of what the others of the bucket were wrapped as.
    for (const part of [parts.statutory, parts.neighbour]) {
      expect(rawBytes(path).includes(blob(before.keys, part.header.key))).toBe(false);
    }
    expect(rawBytes(path).includes(blob(before.keys, parts.other.header.key))).toBe(true);
    store.close();
    expect(rawBytes(path).includes(wrapped)).toBe(false);
  });

  test('nothing is left either of keys that were minted a moment before', async () => {
    const { path, store } = await newKeyStore();
    const header = headerOf(personOf(1), keyOf(store, personOf(1)));
    store.commitKeys();
    // The WAL has not been moved into the file: the blob is read from a copy.
    const { keys } = blobsOf(snapshotOf(path));
    const wrapped = blob(keys, header.key);
    expect(rawBytes(path).includes(wrapped)).toBe(true);
    store.destroy(personOf(1), both, eventOf(7));
    expect(rawBytes(path).includes(wrapped)).toBe(false);
    store.close();
  });

  test('an old wrapped key put back opens with nothing that exists', async () => {
    const { path, parts, before, store } = await filledStore();
    store.destroy(personOf(1), both, eventOf(7));
    store.close();
    putKeyBack(path, parts.profile.header.key, before).close();
    const again = await reopened(path);
    expect(openedText(again, parts.profile)).toBe('refused');
    expect(again.verify().map(({ type }) => type)).toContain('KeyDoesNotOpen');
    again.close();
  });

  test('planted fault: with the old bucket key put back besides, it would open', async () => {
    const { path, parts, before, store } = await filledStore();
    store.destroy(personOf(1), both, eventOf(7));
    store.close();
    const tampering = putKeyBack(path, parts.profile.header.key, before);
    tampering.write('UPDATE bucket SET wrapped = ? WHERE bucket = 1').run(blob(before.buckets, 1));
    tampering.close();
    const again = await reopened(path);
    expect(openedText(again, parts.profile)).toBe(`name of ${personOf(1)}`);
    again.close();
  });

  test('many erasures among many keys leave no wrapped key of the erased anywhere', async () => {
    const { path, store } = await newKeyStore();
    const persons = Array.from({ length: 600 }, (_, at) => personOf(at));
    for (const person of persons) for (const retention of both) keyOf(store, person, retention);
    store.commitKeys();
    store.close();
    const { keys, buckets } = blobsOf(path);
    const again = await reopened(path);
    const erased = persons.filter((_, at) => at % 7 === 0);
    const destroyed = erased.flatMap((person) => again.destroy(person, both, eventOf(7)).keys);
    again.close();
    const raw = rawBytes(path);
    expect(destroyed).toHaveLength(erased.length * 2);
    expect(destroyed.filter(({ id }) => raw.includes(blob(keys, id)))).toEqual([]);
    const renewed = [...new Set(erased.map(bucketOf))];
    expect(renewed.filter((bucket) => raw.includes(blob(buckets, bucket)))).toEqual([]);
    const last = await reopened(path);
    expect(last.verify()).toEqual([]);
    last.close();
  });
});

describe('an older copy of the file put back', () => {
  test('is erased again by the same call, and the copy of the key is gone', async () => {
    const { path, parts, before, store } = await filledStore();
    const backup = snapshotOf(path);
    const first = store.destroy(personOf(1), both, eventOf(7));
    store.close();
    copyFileSync(backup, path);
    const again = await reopened(path);
    // Negative control: the copy does bring the key back until the tombstones of the log are applied.
    expect(openedText(again, parts.profile)).toBe(`name of ${personOf(1)}`);
    expect(again.destroy(personOf(1), both, eventOf(7)).keys).toEqual(first.keys);
    expect(openedText(again, parts.profile)).toBe('erased');
    expect(rawBytes(path).includes(blob(before.keys, parts.profile.header.key))).toBe(false);
    expect(again.sealingKey(personOf(1), 'profile')).toEqual(erasedError(1));
    again.close();
  });

  test('of before the person had a key knows nothing, and mints nothing once told', async () => {
    const { path, store } = await newKeyStore();
    const backup = snapshotOf(path);
    const part = sealedPart(store, personOf(1));
    store.destroy(personOf(1), both, eventOf(7));
    store.close();
    copyFileSync(backup, path);
    const again = await reopened(path);
    expect(openedText(again, part)).toBe('unknownKey');
    again.destroy(personOf(1), both, eventOf(7));
    expect(openedText(again, part)).toBe('erased');
    expect(again.sealingKey(personOf(1), 'profile')).toEqual(erasedError(1));
    again.close();
  });
});

describe('damage beside it', () => {
  const tamper = (path: string, sql: string): void => {
    const database = openUnguarded(path);
    database.execute(sql);
    database.close();
  };

  test('a key of the bucket that does not open is left as it is, and the others are kept', async () => {
    const { path, parts, store } = await filledStore();
    store.close();
    tamper(path, `UPDATE person_key SET wrapped = zeroblob(136) WHERE class = 'statutory'`);
    const again = await reopened(path);
    again.destroy(personOf(1), ['profile'], eventOf(7));
    expect(openedText(again, parts.profile)).toBe('erased');
    expect(openedText(again, parts.neighbour)).toBe(`name of ${neighbour}`);
    expect(openedText(again, parts.statutory)).toBe('refused');
    expect(again.verify().map(({ type, key }) => ({ type, key }))).toEqual([
      { type: 'KeyDoesNotOpen', key: parts.statutory.header.key },
    ]);
    again.close();
  });

  test('a bucket whose key is damaged keeps it; the erased key goes all the same', async () => {
    const { path, parts, before, store } = await filledStore();
    store.close();
    tamper(path, `UPDATE bucket SET wrapped = zeroblob(136) WHERE bucket = 1`);
    const again = await reopened(path);
    again.destroy(personOf(1), both, eventOf(7));
    expect(openedText(again, parts.profile)).toBe('erased');
    expect(openedText(again, parts.neighbour)).toBe('refused');
    expect(openedText(again, parts.other)).toBe(`name of ${personOf(2)}`);
    again.close();
    expect(blobsOf(path).buckets.get(1)).toEqual(Buffer.alloc(136));
    // A bucket key from a backup still opens the rest.
    const mending = openUnguarded(path);
    mending.write('UPDATE bucket SET wrapped = ? WHERE bucket = 1').run(blob(before.buckets, 1));
    mending.close();
    const mended = await reopened(path);
    expect(openedText(mended, parts.neighbour)).toBe(`name of ${neighbour}`);
    mended.close();
  });
});
