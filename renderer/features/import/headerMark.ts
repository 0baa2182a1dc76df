import type { FileInspection } from '../../../shared/protocol/importing.ts';

/** A file that was looked at, with what its header is known again by. */
export interface InspectedFile extends FileInspection {
  readonly mark: string;
}

const STORED_AS = 'daybook.importSalt';

/** Each guess at a header takes as long as this, about a tenth of a second. */
const ROUNDS = 200_000;

const toHex = (bytes: Uint8Array): string =>
  Array.from(bytes, (byte) => byte.toString(16).padStart(2, '0')).join('');

/** The same for every file on this machine, and different on another one. */
const saltOf = (storage: Pick<Storage, 'getItem' | 'setItem'>): string => {
  const kept = storage.getItem(STORED_AS);
  if (kept !== null && /^[\da-f]{32}$/u.test(kept)) return kept;
  const salt = toHex(crypto.getRandomValues(new Uint8Array(16)));
  try {
    storage.setItem(STORED_AS, salt);
  } catch {
    // No room, or none allowed: then no map is kept either.
  }
  return salt;
};

/**
 * By what a header is known again without its words being kept: where a file has no header, they are
 * somebody's data. It is of the whole line and takes its time, so that nobody finds the line by trying names
 * and numbers.
 */
export const headerMark = async (
  storage: Pick<Storage, 'getItem' | 'setItem'>,
  header: readonly string[],
): Promise<string> => {
  const encoder = new TextEncoder();
  const words = encoder.encode(JSON.stringify(header));
  const key = await crypto.subtle.importKey('raw', words, 'PBKDF2', false, ['deriveBits']);
  const salt = encoder.encode(saltOf(storage));
  const way = { name: 'PBKDF2', hash: 'SHA-256', salt, iterations: ROUNDS };
  return toHex(new Uint8Array(await crypto.subtle.deriveBits(way, key, 256)));
};
