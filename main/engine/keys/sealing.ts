import { hash, timingSafeEqual } from 'node:crypto';
import nacl from 'tweetnacl';
import { createRandomPool } from './randomPool.ts';

/*
 * A sealed blob, format 1. Every secret of a daybook at rest is one: personal parts of events, and keys
 * under other keys.
 *
 *   nonce   24   random, new each time
 *   box     16 + n   XSalsa20-Poly1305 (NaCl secretbox) of the plaintext:
 *     32      SHA-256 of the header's encoding in UTF-8
 *     4       length of the payload, big-endian
 *     length  the payload
 *     0..63   zeros up to the next multiple of 64, counted from the length field on
 *
 * The header stands beside the blob in the clear and is not repeated in it; the hash binds the blob to
 * it, and, being known to the reader, to one key. A reader refuses a blob of another size, with another
 * hash, with a length that asks for another number of blocks, or with padding that is not zero.
 */

const keyLength = 32;
const nonceLength = 24;
const tagLength = 16;
const hashLength = 32;
const blockLength = 64;
const lengthLength = 4;
/** tweetnacl wants this many zeros before the plaintext, and half as many before the box. */
const margin = 32;
const boxMargin = 16;
/** How much longer a blob is than its body. */
const overhead = nonceLength + tagLength + hashLength;
const bodyAt = margin + hashLength;
const payloadAt = bodyAt + lengthLength;

/** Blobs up to this size are made in memory that is used again. */
const sharedLength = 16 * 1024;

/** The functions under `nacl.secretbox`, which allocate nothing: typings leave them out. */
interface LowLevel {
  readonly crypto_secretbox: (
    box: Uint8Array,
    plain: Uint8Array,
    length: number,
    nonce: Uint8Array,
    key: Uint8Array,
  ) => number;
  readonly crypto_secretbox_open: (
    plain: Uint8Array,
    box: Uint8Array,
    length: number,
    nonce: Uint8Array,
    key: Uint8Array,
  ) => number;
}
const { lowlevel } = nacl as unknown as { readonly lowlevel: LowLevel };

/** Memory for one operation. Between operations `plain` is all zeros. */
interface Workspace {
  readonly plain: Uint8Array;
  readonly box: Uint8Array;
  readonly found: Buffer;
  readonly expected: Buffer;
}

const createWorkspace = (length: number): Workspace => {
  const plain = new Uint8Array(length);
  return {
    plain,
    box: new Uint8Array(length),
    found: Buffer.from(plain.buffer, margin, hashLength),
    expected: Buffer.alloc(hashLength),
  };
};

/** `binary` comes back twice as fast as a buffer does. */
const writeHash = (header: string, target: Buffer): void => {
  target.write(hash('sha256', header, 'binary'), 'latin1');
};

const bodyLength = (payload: number): number =>
  Math.ceil((lengthLength + payload) / blockLength) * blockLength;

/** The length of the payload that stands in `plain`, or null when the body is not as we write it. */
const readLength = (plain: Uint8Array, end: number): number | null => {
  const view = new DataView(plain.buffer, plain.byteOffset);
  const length = view.getUint32(bodyAt);
  if (bodyAt + bodyLength(length) !== end) return null;
  for (let at = payloadAt + length; at < end; at += 1) if (plain[at] !== 0) return null;
  return length;
};

const isWellFormed = (sealed: Uint8Array, key: Uint8Array): boolean => {
  const body = sealed.length - overhead;
  return body >= blockLength && body % blockLength === 0 && key.length === keyLength;
};

/** Seals and opens blobs that are bound to a header. */
export interface Sealing {
  readonly seal: (header: string, payload: Uint8Array, key: Uint8Array) => Uint8Array;
  /** The payload, or null when the blob is damaged, under another key, or of another header. */
  readonly open: (header: string, sealed: Uint8Array, key: Uint8Array) => Uint8Array | null;
  /** As `open`, for a payload of the length of `target`, which it leaves nowhere else in memory. */
  readonly openInto: (
    header: string,
    sealed: Uint8Array,
    key: Uint8Array,
    target: Uint8Array,
  ) => boolean;
}

/** How long the sealed blob of a payload is. **Units:** bytes. */
export const sealedLength = (payload: number): number => overhead + bodyLength(payload);

/** Sealing with nonces from `randomBytes`. */
export const createSealing = (randomBytes: (count: number) => Uint8Array): Sealing => {
  const nonces = createRandomPool(randomBytes);
  const shared = createWorkspace(sharedLength);
  const workspaceFor = (length: number): Workspace =>
    length <= sharedLength ? shared : createWorkspace(length);

  /** Opens into a workspace, which the caller has to overwrite; null when the blob is refused. */
  const openWithin = (
    { plain, box, found, expected }: Workspace,
    header: string,
    sealed: Uint8Array,
    key: Uint8Array,
  ): number | null => {
    const end = sealed.length - overhead + bodyAt;
    box.fill(0, 0, boxMargin);
    box.set(sealed.subarray(nonceLength), boxMargin);
    const nonce = sealed.subarray(0, nonceLength);
    if (lowlevel.crypto_secretbox_open(plain, box, end, nonce, key) !== 0) return null;
    writeHash(header, expected);
    return timingSafeEqual(found, expected) ? readLength(plain, end) : null;
  };

  return {
    seal: (header, payload, key) => {
      if (key.length !== keyLength) throw new RangeError('a key has 32 bytes');
      const end = bodyAt + bodyLength(payload.length);
      const { plain, box, found } = workspaceFor(end);
      const sealed = new Uint8Array(sealedLength(payload.length));
      const nonce = sealed.subarray(0, nonceLength);
      nonces.drawInto(nonce);
      writeHash(header, found);
      new DataView(plain.buffer).setUint32(bodyAt, payload.length);
      plain.set(payload, payloadAt);
      lowlevel.crypto_secretbox(box, plain, end, nonce, key);
      plain.fill(0, 0, end);
      sealed.set(box.subarray(boxMargin, end), nonceLength);
      return sealed;
    },
    open: (header, sealed, key) => {
      if (!isWellFormed(sealed, key)) return null;
      const workspace = workspaceFor(sealed.length);
      const length = openWithin(workspace, header, sealed, key);
      const payload = length === null ? null : new Uint8Array(length);
      payload?.set(workspace.plain.subarray(payloadAt, payloadAt + payload.length));
      workspace.plain.fill(0, 0, sealed.length);
      return payload;
    },
    openInto: (header, sealed, key, target) => {
      if (!isWellFormed(sealed, key)) return false;
      const workspace = workspaceFor(sealed.length);
      const length = openWithin(workspace, header, sealed, key);
      const fits = length === target.length;
      if (fits) target.set(workspace.plain.subarray(payloadAt, payloadAt + length));
      workspace.plain.fill(0, 0, sealed.length);
      return fits;
    },
  };
};
