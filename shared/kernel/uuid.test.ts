import { describe, expect, test } from 'vitest';
import { createUuidSource, formatUuid, uuidV8 } from './uuid.ts';

const pattern = /^[0-9a-f]{8}-[0-9a-f]{4}-7[0-9a-f]{3}-[89ab][0-9a-f]{3}-[0-9a-f]{12}$/;

const sourceAt = (nowMs: () => number, byte = 0xff) =>
  createUuidSource({ nowMs, randomBytes: (count) => new Uint8Array(count).fill(byte) });

describe('ids of one source', () => {
  test('are UUIDs of version 7', () => {
    const newId = sourceAt(() => Date.UTC(2026, 10, 23));
    for (let index = 0; index < 300; index += 1) expect(newId()).toMatch(pattern);
  });

  test('begin with the time', () =>
    expect(sourceAt(() => 0x0123456789ab)().slice(0, 13)).toBe('01234567-89ab'));

  test('sort as they were made, within a millisecond and when the clock runs backwards', () => {
    const times = [5, 5, 5, 9, 3, 3, 10];
    let index = 0;
    const newId = sourceAt(() => times[index++ % times.length] ?? 0);
    const ids = Array.from({ length: 10_000 }, newId);
    expect(ids.toSorted()).toEqual(ids);
    expect(new Set(ids).size).toBe(ids.length);
  });

  test('use every random bit that there is room for', () => {
    expect(sourceAt(() => 1)().slice(19)).toBe('bfff-ffffffffffff');
    expect(sourceAt(() => 1, 0)().slice(19)).toBe('8000-000000000000');
  });
});

test('bytes are written as a UUID', () =>
  expect(formatUuid(Uint8Array.from({ length: 16 }, (_, index) => index * 17))).toBe(
    '00112233-4455-6677-8899-aabbccddeeff',
  ));

test('a hash becomes a UUID of version 8 and stays as it was', () => {
  const hash = new Uint8Array(32).fill(0xff);
  expect(uuidV8(hash)).toBe('ffffffff-ffff-8fff-bfff-ffffffffffff');
  expect(hash).toEqual(new Uint8Array(32).fill(0xff));
});
