/** A line of bytes without its end, or the news that it was longer than may be held. */
export type ByteLine =
  | { readonly kind: 'line'; readonly number: number; readonly bytes: Uint8Array }
  | { readonly kind: 'tooLong'; readonly number: number };

/** Cuts a stream of bytes into lines. Holds one line at the most, and none that is too long. */
export interface LineSplitter {
  readonly push: (chunk: Uint8Array) => readonly ByteLine[];
  /** The last line, when nothing ends it. */
  readonly end: () => readonly ByteLine[];
}

const LF = 10;

/** Lines end with LF; what stands before it, a CR too, is left to the reader. **Units:** bytes. */
export const createLineSplitter = (maxLength: number): LineSplitter => {
  let parts: Uint8Array[] = [];
  let length = 0;
  let number = 1;

  const take = (part: Uint8Array): void => {
    length += part.length;
    if (length > maxLength) parts = [];
    else if (part.length > 0) parts.push(part);
  };

  const finish = (): ByteLine => {
    const line: ByteLine =
      length > maxLength
        ? { kind: 'tooLong', number }
        : { kind: 'line', number, bytes: Buffer.concat(parts) };
    parts = [];
    length = 0;
    number += 1;
    return line;
  };

  return {
    push: (chunk) => {
      const lines: ByteLine[] = [];
      let from = 0;
      for (let end = chunk.indexOf(LF); end !== -1; end = chunk.indexOf(LF, from)) {
        take(chunk.subarray(from, end));
        lines.push(finish());
        from = end + 1;
      }
      take(chunk.subarray(from));
      return lines;
    },
    end: () => (length === 0 ? [] : [finish()]),
  };
};
