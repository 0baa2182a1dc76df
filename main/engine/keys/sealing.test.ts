import { hash, randomBytes } from 'node:crypto';
import fc from 'fast-check';
import nacl from 'tweetnacl';
import { describe, expect, test } from 'vitest';
import type { DaybookId, EventId, KeyId, PersonId } from '../../../shared/kernel/ids.ts';
import { encodeSealHeader } from './headers.ts';
import { createSealing, sealedLength } from './sealing.ts';

const sealing = createSealing((count) => randomBytes(count));
const key = new Uint8Array(32).fill(7);
const header = 'daybook-seal-1\na\nb';
const payload = new TextEncoder().encode('Kim Minseo, 010-0000-0000');

/** A box as `seal` makes them, of a plaintext of the test's own. */
const boxOf = (plain: Uint8Array): Uint8Array => {
  const nonce = new Uint8Array(24).fill(9);
  return Buffer.concat([nonce, nacl.secretbox(plain, nonce, key)]);
};

const plainOf = (text: string, length: number, body: Uint8Array): Uint8Array => {
  const plain = Buffer.alloc(32 + 64);
  plain.set(hash('sha256', text, 'buffer'));
  plain.writeUInt32BE(length, 32);
  plain.set(body, 36);
  return plain;
};

describe('sealing', () => {
  test('what was sealed opens again, whatever it is', () => {
    fc.assert(
      fc.property(
        fc.uint8Array({ maxLength: 300 }),
        fc.string(),
        fc.uint8Array({ minLength: 32, maxLength: 32 }),
        (bytes, text, anyKey) => {
          const sealed = sealing.seal(text, bytes, anyKey);
          expect(sealed.length).toBe(sealedLength(bytes.length));
          expect(sealing.open(text, sealed, anyKey)).toEqual(bytes);
        },
      ),
    );
  });

  test.each([0, 1, 59, 60, 61, 123, 124, 125, 16_000, 16_384, 100_000])(
    'a payload of %i bytes',
    (length) => {
      const bytes = new Uint8Array(randomBytes(length));
      const sealed = sealing.seal(header, bytes, key);
      expect((sealed.length - 72) % 64).toBe(0);
      expect(sealing.open(header, sealed, key)).toEqual(bytes);
    },
  );

  test('lengths are told apart in steps of 64 bytes only', () => {
    expect([0, 60, 61, 124, 125].map(sealedLength)).toEqual([136, 136, 200, 200, 264]);
  });

  test('is a secretbox of the header hash, the length, the payload and zeros', () => {
    const sealed = sealing.seal(header, payload, key);
    const plain = nacl.secretbox.open(sealed.subarray(24), sealed.subarray(0, 24), key);
    expect(plain).toEqual(new Uint8Array(plainOf(header, payload.length, payload)));
  });

  test('opens what another implementation sealed', () => {
    const sealed = boxOf(plainOf(header, payload.length, payload));
    expect(sealing.open(header, sealed, key)).toEqual(payload);
  });

  test('has not changed: the example of docs/file-formats-keys.md', () => {
    const counting = createSealing((count) => Uint8Array.from({ length: count }, (_, at) => at));
    const example = encodeSealHeader({
      daybook: '018f0000-0000-7000-8000-00000000da0b' as DaybookId,
      event: '018f0000-0000-7000-8000-000000000001' as EventId,
      stream: 'person-018f0000-0000-7000-8000-0000000000aa',
      type: 'person.registered',
      schema: 1,
      person: '018f0000-0000-7000-8000-0000000000aa' as PersonId,
      key: '018f0000-0000-7000-8000-0000000000cc' as KeyId,
    });
    const exampleKey = Uint8Array.from({ length: 32 }, (_, at) => 0x80 + at);
    const sealed = counting.seal(example, new TextEncoder().encode('{"name":"Kim"}'), exampleKey);
    expect(Buffer.from(sealed).toString('hex')).toBe(
      '000102030405060708090a0b0c0d0e0f1011121314151617add22177e092d150180593f501822ca56e5220e9' +
        '7d301a56648ad0074dccdfbae15f5b520cbdcdb936fa27a90dae6f93a053d6ebe7ccea39469a91f1b69fb2f5' +
        '25dd0f0a27d8d7a0d82fec4657b5065d8e1a1ca47f751291867f50ddfddc720ea826535ab1189764d6740124' +
        '63e693a2',
    );
  });

  test('never uses a nonce twice', () => {
    const nonces = Array.from({ length: 2000 }, () =>
      Buffer.from(sealing.seal(header, payload, key).subarray(0, 24)).toString('hex'),
    );
    expect(new Set(nonces).size).toBe(nonces.length);
  });

  test('leaves nothing of one payload in the next', () => {
    sealing.seal(header, new Uint8Array(200).fill(0xee), key);
    const sealed = sealing.seal(header, payload, key);
    const plain = nacl.secretbox.open(sealed.subarray(24), sealed.subarray(0, 24), key);
    expect(plain?.includes(0xee)).toBe(false);
  });
});

describe('refuses', () => {
  const sealed = sealing.seal(header, payload, key);

  test('a flipped bit, wherever it is', () => {
    const opened = Array.from({ length: sealed.length * 8 }, (_, bit) => bit).filter((bit) => {
      const damaged = sealed.slice();
      damaged[bit >> 3] = (damaged[bit >> 3] ?? 0) ^ (1 << (bit & 7));
      return sealing.open(header, damaged, key) !== null;
    });
    expect(opened).toEqual([]);
  });

  test('a box that was cut or made longer', () => {
    for (let length = 0; length < sealed.length; length += 1) {
      expect(sealing.open(header, sealed.subarray(0, length), key)).toBeNull();
    }
    for (const more of [1, 63, 64, 65]) {
      const longer = Buffer.concat([sealed, new Uint8Array(more)]);
      expect(sealing.open(header, longer, key)).toBeNull();
    }
  });

  test('another header, and another key', () => {
    expect(sealing.open(`${header} `, sealed, key)).toBeNull();
    expect(sealing.open(header, sealed, new Uint8Array(32).fill(8))).toBeNull();
    expect(sealing.open(header, sealed, key.subarray(1))).toBeNull();
  });

  test('a body that is not as we write it, under the right key and header', () => {
    const right = plainOf(header, payload.length, payload);
    expect(sealing.open(header, boxOf(right), key)).not.toBeNull();
    const padding = right.slice();
    padding[95] = 1;
    const wrong = {
      padding,
      tooShort: plainOf(header, 0xffff_ffff, payload),
      tooLong: Buffer.concat([right, new Uint8Array(64)]),
      hash: plainOf('another header', payload.length, payload),
      noBody: right.subarray(0, 32),
      uneven: right.subarray(0, 90),
    };
    const opened = Object.entries(wrong).filter(
      ([, plain]) => sealing.open(header, boxOf(plain), key) !== null,
    );
    expect(opened).toEqual([]);
  });

  test('a key that is not one, and gives no blob', () => {
    expect(() => sealing.seal(header, payload, key.subarray(1))).toThrow(RangeError);
  });

  test('planted fault: a box without the header hash opens wherever it is moved', () => {
    const nonce = sealed.subarray(0, 24);
    const bare = nacl.secretbox(payload, nonce, key);
    expect(nacl.secretbox.open(bare, nonce, key)).toEqual(payload);
  });
});

describe('openInto', () => {
  test('gives a key where it is wanted, and nothing of another length', () => {
    const sealed = sealing.seal(header, new Uint8Array(32).fill(5), key);
    const target = new Uint8Array(32);
    expect(sealing.openInto(header, sealed, key, target)).toBe(true);
    expect(target).toEqual(new Uint8Array(32).fill(5));
    const short = new Uint8Array(31);
    expect(sealing.openInto(header, sealed, key, short)).toBe(false);
    expect(short).toEqual(new Uint8Array(31));
    expect(sealing.openInto('another', sealed, key, target)).toBe(false);
  });
});

/** Time of this thread on the processor for some thousand times `work`, so that nothing else counts. */
const costOf = (work: () => void): number => {
  for (let count = 0; count < 2000; count += 1) work();
  const start = process.threadCpuUsage();
  for (let count = 0; count < 20_000; count += 1) work();
  const { user, system } = process.threadCpuUsage(start);
  return user + system;
};

test('costs about what the bare secretbox costs, header and padding included', () => {
  const text = new Uint8Array(200);
  const nonce = new Uint8Array(24);
  const box = nacl.secretbox(text, nonce, key);
  const sealed = sealing.seal(header, text, key);
  const raw = costOf(() => {
    nacl.secretbox(text, nonce, key);
    nacl.secretbox.open(box, nonce, key);
  });
  const ours = costOf(() => {
    sealing.seal(header, text, key);
    sealing.open(header, sealed, key);
  });
  expect(ours / raw).toBeLessThan(2);
});
