import { tick } from '../../../shared/kernel/hybrid-clock.ts';
import type { DeviceId } from '../../../shared/kernel/ids.ts';
import { checkPrecondition, type PreconditionFailed } from '../../../shared/kernel/precondition.ts';
import { err, ok, type Result } from '../../../shared/kernel/result.ts';
import type { DaybookIdentity, StoredEvent, StreamAppend } from './EventLog.ts';
import { eventHash, genesisHash } from './hash.ts';
import type { LogTail } from './log-tail.ts';

/** What events need to get their places. */
export interface Placing {
  readonly daybook: DaybookIdentity;
  readonly device: DeviceId;
  readonly tail: LogTail;
  readonly nowMs: number;
  readonly streamVersion: (stream: string) => number;
}

/**
 * Gives events of this device their positions, sequence, versions, clocks and hashes. Writes nothing.
 * A stream may come more than once; each precondition is about what stands before it.
 *
 * **Errors:** the first precondition that does not hold.
 */
export const placeEvents = (
  { daybook, device, tail, nowMs, streamVersion }: Placing,
  appends: readonly StreamAppend[],
): Result<StoredEvent[], PreconditionFailed> => {
  const versions = new Map<string, number>();
  const placed: StoredEvent[] = [];
  let { position, clock } = tail;
  const head = tail.heads.get(device);
  let seq = head?.seq ?? 0;
  let previous = head?.hash ?? genesisHash(daybook, device);

  for (const { stream, precondition, events } of appends) {
    let version = versions.get(stream) ?? streamVersion(stream);
    const failed = checkPrecondition(precondition, version);
    if (failed) return err(failed);
    for (const event of events) {
      position += 1;
      seq += 1;
      version += 1;
      clock = tick(clock, nowMs);
      const { id, type, schema, command, cause, actor, data, subject, key, sealed } = event;
      // prettier-ignore
      const header = {
        id, device, seq, clock, stream, type, schema, command, cause, actor, data, subject, key, sealed,
      };
      previous = eventHash(previous, header);
      placed.push({ ...header, position, version, hash: previous });
    }
    versions.set(stream, version);
  }
  return ok(placed);
};
