import type { FileHandle } from 'node:fs/promises';

/** How the bytes of a file spell its text; the names are those of the Encoding standard. */
export interface FileEncoding {
  readonly name: 'utf-8' | 'utf-16le' | 'utf-16be' | 'windows-1252';
  /** Length of the mark at the front that says so, 0 where there is none. **Units:** bytes. */
  readonly markLength: number;
}

const startsWith = (bytes: Uint8Array, ...mark: readonly number[]): boolean =>
  mark.every((byte, index) => bytes[index] === byte);

/** True for what a decoder throws at bytes that are not of its encoding. */
export const isNotOfEncoding = (thrown: unknown): boolean =>
  thrown instanceof TypeError &&
  'code' in thrown &&
  thrown.code === 'ERR_ENCODING_INVALID_ENCODED_DATA';

const CHUNK_BYTES = 262_144;

const isUtf8 = async (file: FileHandle): Promise<boolean> => {
  const decoder = new TextDecoder('utf-8', { fatal: true });
  const buffer = Buffer.allocUnsafe(CHUNK_BYTES);
  let position = 0;
  try {
    for (;;) {
      const { bytesRead } = await file.read(buffer, 0, CHUNK_BYTES, position);
      decoder.decode(buffer.subarray(0, bytesRead), { stream: bytesRead > 0 });
      if (bytesRead === 0) return true;
      position += bytesRead;
    }
  } catch (thrown) {
    if (isNotOfEncoding(thrown)) return false;
    throw thrown;
  }
};

/**
 * Finds out how a file is encoded: by its mark, else UTF-8 if all of it is, else windows-1252, which
 * holds Latin-1. Reads the file to its end, since one byte far behind may be the only one that tells.
 */
export const detectEncoding = async (file: FileHandle): Promise<FileEncoding> => {
  const front = Buffer.alloc(3);
  await file.read(front, 0, 3, 0);
  if (startsWith(front, 0xef, 0xbb, 0xbf)) return { name: 'utf-8', markLength: 3 };
  if (startsWith(front, 0xff, 0xfe)) return { name: 'utf-16le', markLength: 2 };
  if (startsWith(front, 0xfe, 0xff)) return { name: 'utf-16be', markLength: 2 };
  return { name: (await isUtf8(file)) ? 'utf-8' : 'windows-1252', markLength: 0 };
};
