import type { FileHandle } from 'node:fs/promises';
import { createDecoder } from './createDecoder.ts';
import type { FileEncoding } from './FileEncoding.ts';

const CHUNK_BYTES = 65_536;

/** The text of a file, piece by piece from its front. */
export interface TextSource {
  /** The next piece, null at the end. Throws `TypeError` where the bytes are not of the encoding. */
  readonly read: () => Promise<string | null>;
  /** **Units:** bytes. */
  readonly bytesRead: () => number;
}

/** Begins to read a file as text in this encoding. */
export const createTextSource = (
  file: FileHandle,
  { name, markLength }: FileEncoding,
): TextSource => {
  const decode = createDecoder(name);
  const buffer = Buffer.allocUnsafe(CHUNK_BYTES);
  let position = markLength;
  let ended = false;

  return {
    read: async () => {
      if (ended) return null;
      const { bytesRead } = await file.read(buffer, 0, CHUNK_BYTES, position);
      position += bytesRead;
      ended = bytesRead === 0;
      return decode(buffer.subarray(0, bytesRead), ended);
    },
    bytesRead: () => position,
  };
};
