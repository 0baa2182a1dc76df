import { open } from 'node:fs/promises';
import { err, ok, type Result } from '../../shared/kernel/result.ts';
import type { Refusal } from '../../shared/protocol/refusal.ts';

/** A file on its way in. */
export interface ArrivingFile {
  readonly name: string;
  /** How long it says it is; what is longer or shorter is refused. */
  readonly bytes: number;
  readonly chunks: AsyncIterable<Uint8Array>;
  /** Ends the chunks, as the file is not wanted any more. */
  readonly stop: () => void;
}

/** Makes a file in which nothing is yet, and whose content its user only may read. */
const openNew = (file: string) => open(file, 'wx', 0o600);

/** Whoever sends may fall silent in the middle; that is no failure of ours, nor of the disk. */
async function* untilCutOff(chunks: AsyncIterable<Uint8Array>): AsyncGenerator<Uint8Array> {
  try {
    yield* chunks;
  } catch {
    // It is too short then, which is seen by its length.
  }
}

/** Writes what comes, and no more than was said. **Errors:** `FileCutOff`; those of the disk are thrown. */
export const writeArriving = async (
  file: string,
  { bytes, chunks }: ArrivingFile,
): Promise<Result<null, Refusal>> => {
  const handle = await openNew(file);
  try {
    let written = 0;
    for await (const chunk of untilCutOff(chunks)) {
      written += chunk.byteLength;
      if (written > bytes) break;
      await handle.writeFile(chunk);
    }
    return written === bytes ? ok(null) : err({ type: 'FileCutOff' });
  } finally {
    await handle.close();
  }
};
