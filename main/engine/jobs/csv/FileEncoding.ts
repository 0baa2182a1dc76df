import type { FileHandle } from 'node:fs/promises';
import type { FileEncodingName } from '../../../../shared/imports/reading.ts';
import { createDecoder } from './createDecoder.ts';
import { looksKorean } from './looksKorean.ts';

/** How the bytes of a file spell its text. */
export interface FileEncoding {
  readonly name: FileEncodingName;
  /** Length of the mark at the front that says so, 0 where there is none. **Units:** bytes. */
  readonly markLength: number;
  /** A mark, or bytes that hardly anything else would have, say so. */
  readonly isSure: boolean;
}

const marks: readonly (readonly [FileEncodingName, readonly number[]])[] = [
  ['utf-8', [0xef, 0xbb, 0xbf]],
  ['utf-16le', [0xff, 0xfe]],
  ['utf-16be', [0xfe, 0xff]],
];

/** True for what a decoder throws at bytes that are not of its encoding. */
export const isNotOfEncoding = (thrown: unknown): boolean =>
  thrown instanceof TypeError &&
  'code' in thrown &&
  thrown.code === 'ERR_ENCODING_INVALID_ENCODED_DATA';

const CHUNK_BYTES = 262_144;

/** Reads a file from its front, at most so many bytes of it, piece by piece. */
const eachPiece = async (
  file: FileHandle,
  mostBytes: number,
  take: (bytes: Uint8Array, isLast: boolean) => void,
): Promise<void> => {
  const buffer = Buffer.allocUnsafe(CHUNK_BYTES);
  let position = 0;
  while (position < mostBytes) {
    const length = Math.min(CHUNK_BYTES, mostBytes - position);
    const { bytesRead } = await file.read(buffer, 0, length, position);
    take(buffer.subarray(0, bytesRead), bytesRead === 0);
    if (bytesRead === 0) return;
    position += bytesRead;
  }
};

const isOf = async (
  encoding: FileEncodingName,
  file: FileHandle,
  mostBytes: number,
): Promise<boolean> => {
  const decode = createDecoder(encoding);
  try {
    await eachPiece(file, mostBytes, (bytes, isLast) => void decode(bytes, isLast));
    return true;
  } catch (thrown) {
    if (isNotOfEncoding(thrown)) return false;
    throw thrown;
  }
};

/** Two bytes a character: of a text in Latin letters every other byte is a zero. */
const withoutMark = (front: Uint8Array): FileEncodingName | null => {
  const zeros = (offset: 0 | 1): number =>
    front.filter((byte, index) => byte === 0 && index % 2 === offset).length;
  const [even, odd] = [zeros(0), zeros(1)];
  if (front.length < 8 || even + odd < front.length / 4) return null;
  if (odd > 9 * even) return 'utf-16le';
  return even > 9 * odd ? 'utf-16be' : null;
};

const FRONT_BYTES = 4096;

const readFront = async (file: FileHandle): Promise<Uint8Array> => {
  const front = Buffer.alloc(FRONT_BYTES);
  const { bytesRead } = await file.read(front, 0, FRONT_BYTES, 0);
  return front.subarray(0, bytesRead);
};

const markOf = (front: Uint8Array): FileEncoding | null => {
  const found = marks.find(([, mark]) => mark.every((byte, index) => front[index] === byte));
  return found ? { name: found[0], markLength: found[1].length, isSure: true } : null;
};

/**
 * Finds out how a file is encoded: by its mark, else UTF-8 if all of it is, else Korean where its bytes
 * are of that kind, else windows-1252, which holds Latin-1. Unless a bound is given, the file is read to
 * its end, since one byte far behind may be the only one that tells.
 */
export const detectEncoding = async (
  file: FileHandle,
  mostBytes = Infinity,
): Promise<FileEncoding> => {
  const front = await readFront(file);
  const marked = markOf(front);
  if (marked !== null) return marked;
  const wide = withoutMark(front);
  if (wide !== null) return { name: wide, markLength: 0, isSure: false };
  if (await isOf('utf-8', file, mostBytes)) return { name: 'utf-8', markLength: 0, isSure: true };
  const korean = await looksKorean((take) => eachPiece(file, mostBytes, take));
  if (korean && (await isOf('euc-kr', file, mostBytes)))
    return { name: 'euc-kr', markLength: 0, isSure: true };
  return { name: 'windows-1252', markLength: 0, isSure: false };
};

/** The encoding that somebody has said, with the mark that such a file may have. */
export const encodingAsSaid = async (
  name: FileEncodingName,
  file: FileHandle,
): Promise<FileEncoding> => {
  const marked = markOf(await readFront(file));
  return { name, markLength: marked?.name === name ? marked.markLength : 0, isSure: true };
};
