import { compareClocks } from '../../../shared/kernel/hybrid-clock.ts';
import type { DeviceId } from '../../../shared/kernel/ids.ts';
import { ok } from '../../../shared/kernel/result.ts';
import type { Database } from '../sqlite/openDatabase.ts';
import { StorageDamaged, StorageError } from '../sqlite/storage-errors.ts';
import { createEventReader, lastPosition } from './createEventReader.ts';
import type { DaybookIdentity, EventLog, ForeignEvent, StoredEvent } from './EventLog.ts';
import { eventHash, genesisHash } from './hash.ts';
import type { HeadsWriter } from './heads-file.ts';
import { insertEvents } from './insert-event.ts';
import { CommitOutcomeUnknown, ForeignEventRefused } from './log-errors.ts';
import { headsOfTail, readLogTail, tailAfter, type LogTail } from './log-tail.ts';
import { placeEvents } from './place-events.ts';

export interface LogParts {
  readonly database: Database;
  readonly daybook: DaybookIdentity;
  readonly device: DeviceId;
  readonly heads: HeadsWriter;
  readonly nowMs: () => number;
}

/**
 * Looks whether events are on disk after a commit that failed: it may still have reached it. What is
 * found is moved into the file before it counts, since a failed sync may have left it in memory only.
 */
const findCommitted = (
  database: Database,
  before: LogTail,
  events: readonly StoredEvent[],
): boolean => {
  database.reopen();
  const position = lastPosition(database);
  if (position === before.position) return false;
  if (position !== before.position + events.length) {
    throw new StorageDamaged('TAIL', `the log ends at ${position}`, null);
  }
  database.truncateWal();
  return true;
};

/** Events of another device with their places here. Throws `ForeignEventRefused`. */
const placeForeign = (
  { daybook, device, database }: LogParts,
  tail: LogTail,
  events: readonly ForeignEvent[],
): StoredEvent[] => {
  const reader = createEventReader(database, daybook, device);
  const versions = new Map<string, number>();
  let after = tail;
  return events.map((event) => {
    if (event.device === device) throw new ForeignEventRefused('ownDevice');
    const head = after.heads.get(event.device);
    if (event.seq !== (head?.seq ?? 0) + 1) throw new ForeignEventRefused('notTheNext');
    const hash = eventHash(head?.hash ?? genesisHash(daybook, event.device), event);
    if (!Buffer.from(hash).equals(event.hash)) throw new ForeignEventRefused('hashWrong');
    if (head && compareClocks(event.clock, head.clock) <= 0) {
      throw new ForeignEventRefused('clockRunsBack');
    }
    const version = (versions.get(event.stream) ?? reader.streamVersion(event.stream)) + 1;
    versions.set(event.stream, version);
    const placed = { ...event, position: after.position + 1, version };
    after = tailAfter(after, [placed]);
    return placed;
  });
};

/** The log of one daybook, whose parts are open and sound. */
export const createLogWriter = (parts: LogParts): EventLog => {
  const { database, daybook, device, heads, nowMs } = parts;
  const reader = createEventReader(database, daybook, device);
  let tail = readLogTail(database);
  let unsettled = false;
  // A power cut may have left them behind.
  heads.write(headsOfTail(tail));

  const commit = (events: readonly StoredEvent[]): void => {
    try {
      database.transaction(() => insertEvents(database, events));
    } catch (error) {
      if (!(error instanceof StorageError)) throw error;
      let committed: boolean;
      try {
        committed = findCommitted(database, tail, events);
      } catch (cause) {
        unsettled = true;
        throw new CommitOutcomeUnknown(
          events.map(({ id }) => id),
          cause,
        );
      }
      if (!committed) throw error;
    }
    tail = tailAfter(tail, events);
    heads.write(headsOfTail(tail));
  };

  /** After an unknown outcome nothing is written before the log has been read again. */
  const settle = (): void => {
    if (!unsettled) return;
    database.reopen();
    database.truncateWal();
    tail = readLogTail(database);
    unsettled = false;
  };

  return {
    ...reader,
    clock: () => tail.clock,
    append: (appends) => {
      settle();
      const placing = {
        daybook,
        device,
        tail,
        nowMs: nowMs(),
        streamVersion: reader.streamVersion,
      };
      const placed = placeEvents(placing, appends);
      if (!placed.ok || placed.value.length === 0) return placed;
      commit(placed.value);
      return ok(placed.value);
    },
    appendForeign: (events) => {
      settle();
      const placed = placeForeign(parts, tail, events);
      if (placed.length > 0) commit(placed);
      return placed;
    },
    close: () => {
      heads.close();
      database.close();
    },
  };
};
