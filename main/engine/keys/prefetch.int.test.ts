import { afterAll, describe, expect, test } from 'vitest';
import { openUnguarded } from '../sqlite/openUnguarded.ts';
import { removeScratchFolders } from '../sqlite/scratchDatabase.ts';
import { eventOf, personOf, uuidOf } from './idsUnderTest.ts';
import type { KeyId } from '../../../shared/kernel/ids.ts';
import { newKeyStore, openedText, reopened, sealedPart } from './keyStoreUnderTest.ts';

afterAll(removeScratchFolders);

describe('keys that are brought into memory together', () => {
  test('open what they sealed, asked for or not', async () => {
    const { path, store } = await newKeyStore();
    const parts = [1, 2, 3].map((number) => sealedPart(store, personOf(number)));
    const expected = parts.map((part) => openedText(store, part));
    store.close();
    const again = await reopened(path);
    again.prefetch(parts.slice(0, 2).map(({ header }) => header.key));
    again.prefetch(parts.map(({ header }) => header.key));
    expect(parts.map((part) => openedText(again, part))).toEqual(expected);
    again.close();
  });

  test('do not come back after an erasure, and unknown ones stay unknown', async () => {
    const { path, store } = await newKeyStore();
    const [gone, kept] = [sealedPart(store, personOf(1)), sealedPart(store, personOf(2))];
    const unknown = uuidOf(0xabc) as KeyId;
    const keys = [gone.header.key, kept.header.key, unknown];
    store.destroy(personOf(1), ['profile'], eventOf(9));
    store.prefetch(keys);
    expect(openedText(store, gone)).toBe('erased');
    store.close();
    const again = await reopened(path);
    again.prefetch(keys);
    expect(openedText(again, gone)).toBe('erased');
    expect(openedText(again, { ...kept, header: { ...kept.header, key: unknown } })).toBe(
      'unknownKey',
    );
    again.close();
  });

  test('open nothing when a tombstone stands beside them', async () => {
    const { path, store } = await newKeyStore();
    const part = sealedPart(store, personOf(1));
    store.close();
    const tampering = openUnguarded(path);
    tampering
      .write('INSERT INTO tombstone VALUES (?, ?, ?, 1)')
      .run(personOf(1), 'profile', eventOf(9));
    tampering.close();
    const again = await reopened(path);
    again.prefetch([part.header.key]);
    expect(openedText(again, part)).toBe('erased');
    again.close();
  });
});
