import { expect, test } from 'vitest';
import type { KeyId } from '../../../shared/kernel/ids.ts';
import { createKeyCache, nowhere } from './keyCache.ts';
import { personOf } from './idsUnderTest.ts';

const keyOf = (number: number): KeyId => `key-${number}` as KeyId;

/** A cache with keys 1 to `count`, each of bytes that say its number. */
const cacheOf = (count: number, capacity: number) => {
  const cache = createKeyCache(capacity);
  for (let number = 1; number <= count; number += 1) {
    cache.bytes(cache.add(keyOf(number), personOf(number), 'profile')).fill(number);
  }
  return cache;
};

test('finds a key by its id, and by person and class', () => {
  const cache = cacheOf(3, 10);
  const slot = cache.find(keyOf(2));
  expect(cache.findFor(personOf(2), 'profile')).toBe(slot);
  expect(cache.findFor(personOf(2), 'statutory')).toBe(nowhere);
  expect(cache.find(keyOf(4))).toBe(nowhere);
  expect([cache.keyAt(slot), cache.personAt(slot), cache.retentionAt(slot)]).toEqual([
    keyOf(2),
    personOf(2),
    'profile',
  ]);
  expect(cache.bytes(slot)).toEqual(new Uint8Array(32).fill(2));
});

test('keeps the last ones when it is full', () => {
  const cache = cacheOf(2500, 2000);
  expect(cache.slots()).toHaveLength(2000);
  expect(cache.find(keyOf(500))).toBe(nowhere);
  expect(cache.findFor(personOf(500), 'profile')).toBe(nowhere);
  const kept = [501, 1024, 1025, 2500].map((number) => cache.bytes(cache.find(keyOf(number)))[0]);
  expect(kept).toEqual([501 & 0xff, 0, 1, 2500 & 0xff]);
});

test('overwrites a key that is dropped, and no other', () => {
  const cache = cacheOf(3, 10);
  const [first, second] = [1, 2].map((number) => cache.bytes(cache.find(keyOf(number))));
  cache.drop(cache.find(keyOf(1)));
  expect(first).toEqual(new Uint8Array(32));
  expect(second).toEqual(new Uint8Array(32).fill(2));
  expect(cache.find(keyOf(1))).toBe(nowhere);
  expect(cache.findFor(personOf(1), 'profile')).toBe(nowhere);
});

test('overwrites every key at once, and can be filled again', () => {
  const cache = cacheOf(1500, 2000);
  const views = cache.slots().map((slot) => cache.bytes(slot));
  cache.wipe();
  expect(views.every((view) => view.every((byte) => byte === 0))).toBe(true);
  expect(cache.slots()).toEqual([]);
  cache.add(keyOf(9), personOf(9), 'statutory');
  expect(cache.findFor(personOf(9), 'statutory')).not.toBe(nowhere);
});

test('an empty slot is no key', () => {
  const cache = cacheOf(1, 10);
  const slot = cache.find(keyOf(1));
  cache.drop(slot);
  expect(() => cache.keyAt(slot)).toThrow(RangeError);
  expect(() => cache.bytes(5000)).toThrow(RangeError);
});
