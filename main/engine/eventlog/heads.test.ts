import fc from 'fast-check';
import { expect, test } from 'vitest';
import { decodeHeads, encodeHeads, headsSlotSize, type Heads } from './heads.ts';
import { idOf } from './scratchLog.ts';

const head = (number: number, seq = number + 1) => ({
  device: idOf(number),
  seq,
  hash: Buffer.alloc(32, number),
});
const sample: Heads = { number: 42, daybook: idOf(1), devices: [head(2), head(3, 2 ** 52)] };

test('come back as they were written, whatever stood there before', () => {
  fc.assert(
    fc.property(
      fc.nat(),
      fc.array(
        fc.tuple(fc.nat(), fc.integer({ min: 1 }), fc.uint8Array({ minLength: 32, maxLength: 32 })),
        {
          maxLength: 20,
        },
      ),
      fc.uint8Array({ maxLength: 300 }),
      (number, devices, before) => {
        const heads = {
          number,
          daybook: idOf(1),
          devices: devices.map(([id, seq, hash]) => ({
            device: idOf(id),
            seq,
            hash: Buffer.from(hash),
          })),
        };
        expect(decodeHeads(Buffer.concat([encodeHeads(heads), before]))).toEqual(heads);
      },
    ),
  );
});

test('are nothing when they were never written', () => {
  expect(decodeHeads(Buffer.alloc(0))).toBeNull();
  expect(decodeHeads(Buffer.alloc(headsSlotSize))).toBeNull();
});

test('are nothing when cut anywhere', () => {
  const bytes = encodeHeads(sample);
  for (let length = 0; length < bytes.length - 1; length += 1) {
    expect(decodeHeads(bytes.subarray(0, length))).toBeNull();
    const torn = Buffer.alloc(bytes.length);
    bytes.copy(torn, 0, 0, length);
    expect(decodeHeads(torn)).toBeNull();
  }
});

test('are nothing, or unchanged, when any bit is flipped', () => {
  const bytes = encodeHeads(sample);
  for (let bit = 0; bit < bytes.length * 8; bit += 1) {
    const flipped = Buffer.from(bytes);
    flipped[bit >> 3] = (flipped[bit >> 3] ?? 0) ^ (1 << (bit & 7));
    expect([null, sample]).toContainEqual(decodeHeads(flipped));
  }
});

test('fit into a slot, and the newest devices are those that are kept', () => {
  const devices = Array.from({ length: 300 }, (_, number) => head(number, 999_999_999_999_999));
  const bytes = encodeHeads({ ...sample, devices });
  expect(bytes.length).toBeLessThanOrEqual(headsSlotSize);
  expect(decodeHeads(bytes)?.devices).toEqual(devices.slice(0, 250));
});
