import type { FileEncodingName } from '../../../../shared/imports/reading.ts';
import { createDecoderOf949 } from './codePage949.ts';

/** The next piece of a text. `isLast`: nothing comes after it. */
type Decode = (bytes: Uint8Array, isLast: boolean) => string;

/**
 * Decodes a text of this encoding piece by piece. What is not of it is refused, as it would otherwise come
 * in as U+FFFD, and nobody would know which letter it was. **Errors:** throws a `TypeError`, see `isNotOfEncoding`.
 */
export const createDecoder = (encoding: FileEncodingName): Decode => {
  if (encoding === 'euc-kr') return createDecoderOf949();
  const decoder = new TextDecoder(encoding, { fatal: true, ignoreBOM: true });
  return (bytes, isLast) => decoder.decode(bytes, { stream: !isLast });
};
