import {
  closeSync,
  existsSync,
  fsyncSync,
  openSync,
  readFileSync,
  renameSync,
  writeFileSync,
  writeSync,
} from 'node:fs';
import type { DaybookId } from '../../../shared/kernel/ids.ts';
import type { DeviceHead } from './EventLog.ts';
import { decodeHeads, encodeHeads, headsSlotSize, type Heads } from './heads.ts';

/** What the file says: nothing when it is missing, and neither slot may be readable. */
export type HeadsRead =
  | { readonly type: 'read'; readonly heads: Heads }
  | { readonly type: 'missing' }
  | { readonly type: 'damaged' };

const slotsOf = (bytes: Buffer): readonly Buffer[] =>
  [0, headsSlotSize].map((start) => bytes.subarray(start, start + headsSlotSize));

/**
 * True when something stands in a slot that is not what was written. A power cut may leave one so, and
 * the other still tells; the next commit writes over it.
 */
export const hasDamagedSlot = (path: string): boolean =>
  existsSync(path) &&
  slotsOf(readFileSync(path)).some(
    (slot) => slot.some((byte) => byte !== 0) && decodeHeads(slot) === null,
  );

/** Reads the heads that were written last. */
export const readHeads = (path: string): HeadsRead => {
  if (!existsSync(path)) return { type: 'missing' };
  const bytes = readFileSync(path);
  const slots = slotsOf(bytes)
    .map(decodeHeads)
    .filter((slot) => slot !== null)
    .toSorted((a, b) => b.number - a.number);
  const [heads] = slots;
  return heads === undefined ? { type: 'damaged' } : { type: 'read', heads };
};

/**
 * Writes a heads file anew, both slots at their full size, so that later writes need no room on the disk.
 * For a new log, and for one whose owner has decided that it is what shall count from now on.
 */
export const writeNewHeads = (
  path: string,
  daybook: DaybookId,
  devices: readonly DeviceHead[],
): void => {
  const bytes = Buffer.alloc(2 * headsSlotSize);
  encodeHeads({ number: 0, daybook, devices }).copy(bytes, 0);
  writeFileSync(`${path}.new`, bytes, { flush: true });
  renameSync(`${path}.new`, path);
};

/** Keeps the heads of an open log. */
export interface HeadsWriter {
  /** Writes the heads after a commit. The commit stands whether or not that succeeds. */
  readonly write: (devices: readonly DeviceHead[]) => void;
  readonly close: () => void;
}

/** Opens a heads file for writing after `last`, which was read from it. */
export const openHeadsWriter = (
  path: string,
  last: Heads,
  onNotWritten: (error: unknown) => void,
): HeadsWriter => {
  const file = openSync(path, 'r+');
  let { number } = last;
  return {
    write: (devices) => {
      try {
        const bytes = encodeHeads({ number: number + 1, daybook: last.daybook, devices });
        // The slot that does not hold the last heads: number 0 stands in the first one.
        writeSync(file, bytes, 0, bytes.length, ((number + 1) % 2) * headsSlotSize);
        number += 1;
      } catch (error) {
        onNotWritten(error);
      }
    },
    close: () => {
      try {
        fsyncSync(file);
      } catch (error) {
        onNotWritten(error);
      }
      closeSync(file);
    },
  };
};
