/** Where new ids come from: the time and the randomness are handed in, so that tests can hand in their own. */
export interface UuidDependencies {
  readonly nowMs: () => number;
  /** Fills and returns `count` random bytes. */
  readonly randomBytes: (count: number) => Uint8Array;
}

const hexOfByte = Array.from({ length: 256 }, (_, byte) => byte.toString(16).padStart(2, '0'));

const hex = (bytes: Uint8Array, from: number, to: number): string => {
  let text = '';
  for (let index = from; index < to; index += 1) text += hexOfByte[bytes[index] ?? 0] ?? '';
  return text;
};

/** Writes 16 bytes as a UUID in lower case. */
export const formatUuid = (bytes: Uint8Array): string =>
  `${hex(bytes, 0, 4)}-${hex(bytes, 4, 6)}-${hex(bytes, 6, 8)}-${hex(bytes, 8, 10)}-${hex(bytes, 10, 16)}`;

/**
 * A source of UUIDv7: 48 bits of milliseconds, a 12-bit counter, 62 random bits. Ids of one source
 * sort in the order they were made, so an index over them grows at its end.
 *
 * **Source:** RFC 9562, sections 5.7 and 6.2 (method 1, a dedicated counter).
 */
export const createUuidSource = ({ nowMs, randomBytes }: UuidDependencies): (() => string) => {
  let lastMs = 0;
  let counter = 0;
  let pool: Uint8Array = new Uint8Array(0);
  let used = 0;

  return () => {
    const now = nowMs();
    if (now > lastMs) {
      lastMs = now;
      counter = 0;
    } else if (counter < 0xfff) {
      counter += 1;
    } else {
      lastMs += 1;
      counter = 0;
    }
    if (used + 8 > pool.length) {
      pool = randomBytes(1024);
      used = 0;
    }
    const time = lastMs.toString(16).padStart(12, '0');
    const variant = hexOfByte[((pool[used] ?? 0) & 0x3f) | 0x80] ?? '';
    const random = variant + hex(pool, used + 1, used + 8);
    used += 8;
    return (
      `${time.slice(0, 8)}-${time.slice(8)}-7${counter.toString(16).padStart(3, '0')}-` +
      `${random.slice(0, 4)}-${random.slice(4)}`
    );
  };
};

/** Turns 16 bytes of a keyed hash into a UUIDv8, whose content is the maker's own affair. **Source:** RFC 9562, 5.8. */
export const uuidV8 = (bytes: Uint8Array): string => {
  const copy = bytes.slice(0, 16);
  copy[6] = ((copy[6] ?? 0) & 0x0f) | 0x80;
  copy[8] = ((copy[8] ?? 0) & 0x3f) | 0x80;
  return formatUuid(copy);
};
