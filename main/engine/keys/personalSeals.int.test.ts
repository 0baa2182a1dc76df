import { afterAll, describe, expect, test } from 'vitest';
import type { DaybookId, KeyId } from '../../../shared/kernel/ids.ts';
import { removeScratchFolders } from '../sqlite/scratchDatabase.ts';
import { eventOf, personOf, uuidOf } from './idsUnderTest.ts';
import type { SealHeader } from './KeyStore.ts';
import {
  bytesOf,
  headerOf,
  keyOf,
  newKeyStore,
  openedText,
  reopened,
  sealedPart,
} from './keyStoreUnderTest.ts';

afterAll(removeScratchFolders);

describe('keys', () => {
  test('one for each person and class, the same every time, also after a restart', async () => {
    const { path, store } = await newKeyStore();
    const keys = [
      keyOf(store, personOf(1)),
      keyOf(store, personOf(1), 'statutory'),
      keyOf(store, personOf(2)),
    ];
    expect(new Set(keys).size).toBe(3);
    expect(keyOf(store, personOf(1))).toBe(keys[0]);
    store.commitKeys();
    expect(keyOf(store, personOf(1))).toBe(keys[0]);
    store.close();
    const again = await reopened(path);
    expect([
      keyOf(again, personOf(1)),
      keyOf(again, personOf(1), 'statutory'),
      keyOf(again, personOf(2)),
    ]).toEqual(keys);
    again.close();
  });

  test('seal before the commit, and are gone without it', async () => {
    const { path, store } = await newKeyStore();
    const header = headerOf(personOf(1), keyOf(store, personOf(1)));
    const part = { header, sealed: store.seal(header, bytesOf('Kim')) };
    expect(openedText(store, part)).toBe('Kim');
    store.close();
    const again = await reopened(path);
    expect(again.open(part.header, part.sealed)).toEqual({ type: 'unknownKey', key: header.key });
    expect(keyOf(again, personOf(1))).not.toBe(header.key);
    again.close();
  });

  test('work all the same when far more are used than stay in memory', async () => {
    const { path, store } = await newKeyStore({ cachedKeys: 3 });
    const parts = Array.from({ length: 20 }, (_, at) => sealedPart(store, personOf(at)));
    const texts = parts.map(({ header }) => `name of ${header.person}`);
    expect(parts.map((part) => openedText(store, part))).toEqual(texts);
    store.close();
    const again = await reopened(path, { cachedKeys: 3 });
    expect(parts.map((part) => openedText(again, part))).toEqual(texts);
    again.close();
  });

  test('of a group larger than the memory for keys are all made durable', async () => {
    const { path, store } = await newKeyStore({ cachedKeys: 3 });
    const keys = Array.from({ length: 20 }, (_, at) => keyOf(store, personOf(at)));
    store.commitKeys();
    store.close();
    const again = await reopened(path);
    expect(keys.map((_, at) => keyOf(again, personOf(at)))).toEqual(keys);
    again.close();
  });
});

describe('a sealed part', () => {
  test('opens as what it was', async () => {
    const { path, store } = await newKeyStore();
    const part = sealedPart(store, personOf(1));
    store.close();
    const again = await reopened(path);
    expect(openedText(again, part)).toBe(`name of ${personOf(1)}`);
    again.close();
  });

  test('is refused under any other header', async () => {
    const { store } = await newKeyStore();
    const { header, sealed } = sealedPart(store, personOf(1));
    const other = sealedPart(store, personOf(2)).header;
    const moved: Partial<Record<keyof SealHeader, Partial<SealHeader>>> = {
      daybook: { daybook: uuidOf(5) as DaybookId },
      event: { event: eventOf(2) },
      stream: { stream: `person-${personOf(2)}` },
      type: { type: 'person.corrected' },
      schema: { schema: 2 },
      person: { person: personOf(2) },
      key: { key: other.key },
    };
    const opened = Object.entries(moved).filter(
      ([, change]) => store.open({ ...header, ...change }, sealed).type !== 'refused',
    );
    expect(opened).toEqual([]);
    expect(store.open({ ...other, event: header.event, stream: header.stream }, sealed).type).toBe(
      'refused',
    );
    expect(store.open(header, sealed).type).toBe('opened');
    store.close();
  });

  test('with a key that nobody knows is unknown, never erased', async () => {
    const { store } = await newKeyStore();
    const { header, sealed } = sealedPart(store, personOf(1));
    const key = uuidOf(0xbad) as KeyId;
    expect(store.open({ ...header, key }, sealed)).toEqual({ type: 'unknownKey', key });
    store.close();
  });

  test('is not made with a key of somebody else, nor of another daybook', async () => {
    const { store } = await newKeyStore();
    const { header } = sealedPart(store, personOf(1));
    const wrong: Partial<SealHeader>[] = [
      { person: personOf(2) },
      { daybook: uuidOf(5) as DaybookId },
      { key: uuidOf(0xbad) as KeyId },
      { type: 'person.registered\n2' },
      { stream: 'person-1\nperson.registered' },
    ];
    for (const change of wrong) {
      expect(() => store.seal({ ...header, ...change }, bytesOf('Kim'))).toThrow(Error);
    }
    store.close();
  });
});

describe('derive', () => {
  const hexOf = (bytes: Uint8Array): string => Buffer.from(bytes).toString('hex');

  test('gives the same for the same, and something else for anything else', async () => {
    const { path, store } = await newKeyStore();
    const derived = (person: number, text: string, retention: 'profile' | 'statutory') => {
      const result = store.derive(personOf(person), retention, text);
      if (!result.ok) throw new Error(result.error.type);
      expect(result.value).toHaveLength(16);
      return hexOf(result.value);
    };
    const all = [
      derived(1, 'row 1', 'profile'),
      derived(1, 'row 2', 'profile'),
      derived(1, 'row 1', 'statutory'),
      derived(2, 'row 1', 'profile'),
      derived(1, '', 'profile'),
    ];
    expect(new Set(all).size).toBe(all.length);
    expect(derived(1, 'row 1', 'profile')).toBe(all[0]);
    store.commitKeys();
    store.close();
    const again = await reopened(path);
    const later = again.derive(personOf(1), 'profile', 'row 1');
    expect(later.ok && hexOf(later.value)).toBe(all[0]);
    again.close();
  });

  test('is refused for a person who was erased', async () => {
    const { store } = await newKeyStore();
    store.destroy(personOf(1), ['profile'], eventOf(9));
    expect(store.derive(personOf(1), 'profile', 'row 1')).toEqual({
      ok: false,
      error: { type: 'PersonErased', personId: personOf(1) },
    });
    store.close();
  });
});
