import { expect, test } from 'vitest';
import { createRandomPool } from './randomPool.ts';

/** Counts up, so that a byte given twice is seen. */
const createCounting = () => {
  let next = 1;
  const drawn: Uint8Array[] = [];
  return {
    drawn,
    randomBytes: (count: number): Uint8Array => {
      const bytes = Uint8Array.from({ length: count }, () => next++ & 0xff);
      drawn.push(bytes);
      return bytes;
    },
  };
};

test('gives out every byte once and keeps none', () => {
  const { drawn, randomBytes } = createCounting();
  const pool = createRandomPool(randomBytes);
  const first = new Uint8Array(24);
  const second = new Uint8Array(32);
  pool.drawInto(first);
  pool.drawInto(second);
  expect([...first, ...second]).toEqual(Array.from({ length: 56 }, (_, at) => at + 1));
  expect(drawn).toHaveLength(1);
  expect(drawn[0]?.subarray(0, 56)).toEqual(new Uint8Array(56));
});

test('draws again when the rest is too short, and overwrites the rest', () => {
  const { drawn, randomBytes } = createCounting();
  const pool = createRandomPool(randomBytes);
  const piece = new Uint8Array(4000);
  pool.drawInto(piece);
  pool.drawInto(piece);
  expect(drawn).toHaveLength(2);
  expect(drawn[0]?.some((byte) => byte !== 0)).toBe(false);
  pool.drawInto(new Uint8Array(10_000));
  expect(drawn[2]).toHaveLength(10_000);
});
