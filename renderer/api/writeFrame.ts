import { maxFrameBytes, type RequestFrame } from '../../shared/methods.ts';

/** A UTF-16 unit is at most three bytes of UTF-8. */
const isShort = (text: string): boolean =>
  text.length * 3 <= maxFrameBytes || new TextEncoder().encode(text).length <= maxFrameBytes;

/**
 * A frame as it is sent; null when the program would not read it: half a character is in it, or it is too
 * long. Such a frame must stay here, since its reply could not name it, or the connection would end.
 */
export const writeFrame = (frame: RequestFrame): string | null => {
  let isWellFormed = true;
  const text = JSON.stringify(frame, (_key, value: unknown) => {
    if (typeof value === 'string' && !value.isWellFormed()) isWellFormed = false;
    return value;
  });
  return isWellFormed && isShort(text) ? text : null;
};
