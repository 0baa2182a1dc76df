import { afterAll, describe, expect, test } from 'vitest';
import type { KeyId } from '../../../shared/kernel/ids.ts';
import { filesOf, removeScratchFolders } from '../sqlite/scratchDatabase.ts';
import { both, erasedError, filledStore, neighbour } from './filledStoreUnderTest.ts';
import { eventOf, personOf, uuidOf } from './idsUnderTest.ts';
import {
  bytesOf,
  headerOf,
  keyOf,
  newKeyStore,
  openedText,
  rawBytes,
  reopened,
} from './keyStoreUnderTest.ts';

afterAll(removeScratchFolders);

describe('destroying', () => {
  test('ends what was sealed in these classes, and nothing else', async () => {
    const { path, clock, parts, store } = await filledStore();
    const erased = store.destroy(personOf(1), ['profile'], eventOf(7));
    expect(erased).toEqual({
      keys: [{ id: parts.profile.header.key, retention: 'profile' }],
      destroyedAt: clock.world.nowMs(),
    });
    const texts = (of: typeof store) =>
      Object.fromEntries(Object.entries(parts).map(([name, part]) => [name, openedText(of, part)]));
    const expected = {
      profile: 'erased',
      statutory: `name of ${personOf(1)}`,
      neighbour: `name of ${neighbour}`,
      other: `name of ${personOf(2)}`,
    };
    expect(texts(store)).toEqual(expected);
    store.close();
    const again = await reopened(path);
    expect(texts(again)).toEqual(expected);
    expect(again.verify()).toEqual([]);
    again.close();
  });

  test('gives the same answer every time, and counts from the first', async () => {
    const { path, clock, parts, store } = await filledStore();
    const first = store.destroy(personOf(1), both, eventOf(7));
    expect(first.keys.map(({ id }) => id).toSorted()).toEqual(
      [parts.profile.header.key, parts.statutory.header.key].toSorted(),
    );
    const files = rawBytes(path);
    clock.advance(1000);
    expect(store.destroy(personOf(1), both, eventOf(8))).toEqual(first);
    expect(rawBytes(path)).toEqual(files);
    store.close();
    const again = await reopened(path, { world: clock.world });
    expect(again.destroy(personOf(1), both, eventOf(8))).toEqual(first);
    expect(again.tombstones()).toEqual(
      both.map((retention) => ({
        person: personOf(1),
        retention,
        event: eventOf(7),
        destroyedAt: first.destroyedAt,
      })),
    );
    again.close();
  });

  test('a class at a time', async () => {
    const { clock, parts, store } = await filledStore();
    const first = store.destroy(personOf(1), ['profile'], eventOf(7));
    clock.advance(1000);
    const second = store.destroy(personOf(1), ['statutory'], eventOf(8));
    expect(second).toEqual({
      keys: [{ id: parts.statutory.header.key, retention: 'statutory' }],
      destroyedAt: first.destroyedAt + 1000,
    });
    expect(store.destroy(personOf(1), both, eventOf(9)).destroyedAt).toBe(first.destroyedAt);
    expect(openedText(store, parts.statutory)).toBe('erased');
    store.close();
  });

  test('a person who never had a key gets a tombstone all the same', async () => {
    const { path, store } = await newKeyStore();
    expect(store.destroy(personOf(1), both, eventOf(7)).keys).toEqual([]);
    expect(store.isErased(personOf(1))).toBe(true);
    expect(store.sealingKey(personOf(1), 'profile')).toEqual(erasedError(1));
    store.close();
    const again = await reopened(path);
    expect(again.isErased(personOf(1))).toBe(true);
    expect(again.sealingKey(personOf(1), 'statutory')).toEqual(erasedError(1));
    expect(again.isErased(personOf(2))).toBe(false);
    again.close();
  });

  test('without a class is a mistake', async () => {
    const { store } = await newKeyStore();
    expect(() => store.destroy(personOf(1), [], eventOf(7))).toThrow(RangeError);
    store.close();
  });
});

describe('after an erasure', () => {
  test('no key is minted, in no class, not even one that was never erased', async () => {
    const { path, store } = await filledStore();
    store.destroy(personOf(1), ['profile'], eventOf(7));
    expect(store.sealingKey(personOf(1), 'profile')).toEqual(erasedError(1));
    expect(store.sealingKey(personOf(1), 'statutory')).toEqual(erasedError(1));
    store.close();
    const again = await reopened(path);
    expect(again.sealingKey(personOf(1), 'statutory')).toEqual(erasedError(1));
    again.close();
  });

  test('a key that was asked for before seals nothing', async () => {
    const { store } = await filledStore();
    const header = headerOf(personOf(1), keyOf(store, personOf(1)));
    const statutory = headerOf(personOf(1), keyOf(store, personOf(1), 'statutory'));
    store.destroy(personOf(1), ['profile'], eventOf(7));
    expect(() => store.seal(header, bytesOf('Kim'))).toThrow(Error);
    expect(() => store.seal(statutory, bytesOf('Kim'))).toThrow(Error);
    store.close();
  });

  test('a key minted and not yet committed is gone as well, and is known as erased', async () => {
    const { path, store } = await newKeyStore();
    const header = headerOf(personOf(1), keyOf(store, personOf(1)));
    const part = { header, sealed: store.seal(header, bytesOf('Kim')) };
    expect(store.destroy(personOf(1), ['profile'], eventOf(7)).keys).toEqual([
      { id: header.key, retention: 'profile' },
    ]);
    store.commitKeys();
    expect(openedText(store, part)).toBe('erased');
    store.close();
    const again = await reopened(path);
    expect(openedText(again, part)).toBe('erased');
    again.close();
  });

  test('an unknown key is erased only where its class of the person is', async () => {
    const { parts, store } = await filledStore();
    const stranger = { ...parts.profile.header, key: uuidOf(0xbad) as KeyId };
    const types = () =>
      [undefined, ...both].map((retention) => {
        return store.open(stranger, parts.profile.sealed, retention).type;
      });
    expect(types()).toEqual(['unknownKey', 'unknownKey', 'unknownKey']);
    store.destroy(personOf(1), ['profile'], eventOf(7));
    expect(types()).toEqual(['unknownKey', 'erased', 'unknownKey']);
    store.destroy(personOf(1), both, eventOf(8));
    expect(types()).toEqual(['erased', 'erased', 'erased']);
    store.close();
  });

  test('an event of somebody else that names the destroyed key is refused, not erased', async () => {
    const { parts, store } = await filledStore();
    store.destroy(personOf(1), both, eventOf(7));
    const borrowed = { ...parts.other.header, key: parts.profile.header.key };
    expect(store.open(borrowed, parts.other.sealed).type).toBe('refused');
    store.close();
  });
});

test('an erasure that was done costs no write', async () => {
  const { path, store } = await filledStore();
  store.destroy(personOf(1), both, eventOf(7));
  const files = filesOf(path.replace(/keys\.db$/, ''));
  for (let count = 0; count < 1000; count += 1) store.destroy(personOf(1), both, eventOf(7));
  expect(filesOf(path.replace(/keys\.db$/, ''))).toEqual(files);
  store.close();
});
