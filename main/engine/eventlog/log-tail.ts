import { clockZero, compareClocks, type HybridClock } from '../../../shared/kernel/hybrid-clock.ts';
import type { DeviceId } from '../../../shared/kernel/ids.ts';
import type { ReadHandle } from '../sqlite/handle.ts';
import { lastPosition, readHeadRows } from './createEventReader.ts';
import type { DeviceHead, StoredEvent } from './EventLog.ts';

/** The end of the log, as it must be known to add the next event. */
export interface LogTail {
  readonly position: number;
  /** The latest clock in the log. A device's clock only rises, so it stands in one of the heads. */
  readonly clock: HybridClock;
  readonly heads: ReadonlyMap<DeviceId, DeviceHead & { readonly clock: HybridClock }>;
}

/** Reads the end of the log, in a few seeks. */
export const readLogTail = (handle: ReadHandle): LogTail => {
  const rows = readHeadRows(handle).map((row) => ({
    device: row.device,
    seq: row.seq,
    hash: row.hash,
    clock: { ms: row.clock_ms, counter: row.clock_counter },
  }));
  return {
    position: lastPosition(handle),
    clock: rows
      .map(({ clock }) => clock)
      .reduce((a, b) => (compareClocks(a, b) < 0 ? b : a), clockZero),
    // The newest last, which is where a device is put again when it writes.
    heads: new Map(rows.toReversed().map((head) => [head.device, head])),
  };
};

/** The heads as the heads file lists them: the newest first. */
export const headsOfTail = (tail: LogTail): DeviceHead[] => [...tail.heads.values()].toReversed();

/** The tail after more events, which are in log order. */
export const tailAfter = (tail: LogTail, events: readonly StoredEvent[]): LogTail => {
  const lastOf = new Map(events.map((event) => [event.device, event]));
  const heads = new Map(tail.heads);
  let { position, clock } = tail;
  for (const { device, seq, hash, clock: theirs, position: at } of lastOf.values()) {
    position = Math.max(position, at);
    if (compareClocks(clock, theirs) < 0) clock = theirs;
    heads.delete(device);
    heads.set(device, { device, seq, hash, clock: theirs });
  }
  return { position, clock, heads };
};
