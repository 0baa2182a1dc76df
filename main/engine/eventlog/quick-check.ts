import type { ReadHandle } from '../sqlite/handle.ts';
import { StorageDamaged } from '../sqlite/storage-errors.ts';
import { createChainCheck, placeOf, type ChainLink } from './chain.ts';
import { checkHeads } from './check-heads.ts';
import { lastPosition, readHeadRows } from './createEventReader.ts';
import { readDaybook } from './daybook-row.ts';
import { eventColumns, eventOfRow, type EventRow } from './event-row.ts';
import type { DaybookIdentity, LogFinding, StoredEvent } from './EventLog.ts';
import type { HeadsRead } from './heads-file.ts';
import { schemaHash } from './schema-hash.ts';

/** How many events at the end of the log a quick check reads. */
const tailLength = 100;

const eventAt = (handle: ReadHandle, device: string, seq: number): StoredEvent | null => {
  const row = handle
    .read<EventRow>(`SELECT ${eventColumns} FROM event WHERE device = ? AND seq = ?`)
    .get(device, seq);
  return row === undefined ? null : eventOfRow(row);
};

const linkBefore = (handle: ReadHandle, event: StoredEvent): ChainLink | null =>
  event.seq === 1 ? null : eventAt(handle, event.device, event.seq - 1);

/** The first event of every device hangs on the daybook's identity. */
const checkIdentity = (handle: ReadHandle, daybook: DaybookIdentity): LogFinding[] =>
  readHeadRows(handle).flatMap(({ device }): LogFinding[] => {
    const first = eventAt(handle, device, 1);
    if (first === null) {
      return [{ type: 'SequenceNotDense', device, seq: 1, detail: 'the first event is missing' }];
    }
    return createChainCheck(daybook, () => null).check(first).length === 0
      ? []
      : [
          {
            type: 'IdentityChanged',
            ...placeOf(first),
            detail: 'the first event does not follow from what the daybook is',
          },
        ];
  });

const checkTail = (handle: ReadHandle, daybook: DaybookIdentity): LogFinding[] => {
  const last = lastPosition(handle);
  const start = Math.max(0, last - tailLength);
  const events = handle
    .read<EventRow>(`SELECT ${eventColumns} FROM event WHERE position > ? ORDER BY position`)
    .all(start)
    .map(eventOfRow);
  const chain = createChainCheck(daybook, (event) => linkBefore(handle, event));
  const findings = events.flatMap(chain.check);
  if (events.some(({ position }, index) => position !== start + index + 1)) {
    findings.push({ type: 'PositionsNotDense', position: last, detail: 'at the end of the log' });
  }
  return findings;
};

/** Findings of `work`, or the one that the file cannot be read. */
export const damageAsFinding = (work: () => LogFinding[]): LogFinding[] => {
  try {
    return work();
  } catch (error) {
    if (!(error instanceof StorageDamaged)) throw error;
    return [{ type: 'DatabaseDamaged', detail: error.code }];
  }
};

/**
 * What can be known of a log in a moment: its schema, whose it is, that it is not behind its heads, and
 * the chain of its last events. Reads a few hundred rows, however long the log is.
 */
export const quickCheck = (
  handle: ReadHandle,
  knownSchema: string,
  heads: HeadsRead,
): LogFinding[] =>
  damageAsFinding(() => {
    if (schemaHash(handle) !== knownSchema) {
      return [{ type: 'SchemaChanged', detail: 'tables, indexes or triggers are not ours' }];
    }
    const daybook = readDaybook(handle);
    if (daybook === null)
      return [{ type: 'IdentityChanged', detail: 'the row of the daybook cannot be read' }];
    return [
      ...checkHeads(handle, daybook, heads),
      ...checkIdentity(handle, daybook),
      ...checkTail(handle, daybook),
    ];
  });
