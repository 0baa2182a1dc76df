import type { ReadHandle } from '../sqlite/handle.ts';
import type { LogFinding, StoredEvent } from './EventLog.ts';
import { placeOf } from './chain.ts';

/**
 * SQLite answers from indexes without looking whether they agree with the table. Every event is therefore
 * looked up through each of them, and through the table's own tree, from the root: that finds entries that
 * are missing or out of order. Counting the entries then finds those that are too many.
 */
export const lookupColumns = `
  (SELECT position FROM event NOT INDEXED WHERE position = e.position) AS at_position,
  (SELECT position FROM event INDEXED BY event_by_id WHERE id = e.id) AS at_id,
  (SELECT position FROM event INDEXED BY event_by_device
   WHERE device = e.device AND seq = e.seq) AS at_seq,
  (SELECT position FROM event INDEXED BY event_by_stream
   WHERE stream = e.stream AND version = e.version) AS at_version,
  (SELECT position FROM event INDEXED BY event_by_stream
   WHERE stream = e.stream AND version = e.version - 1) AS before_version,
  (SELECT position FROM event INDEXED BY event_by_command
   WHERE command = e.command AND position = e.position) AS at_command,
  (SELECT position FROM event INDEXED BY event_by_subject
   WHERE subject = e.subject AND position = e.position) AS at_subject`;

export interface Lookups {
  readonly at_position: number | null;
  readonly at_id: number | null;
  readonly at_seq: number | null;
  readonly at_version: number | null;
  readonly before_version: number | null;
  readonly at_command: number | null;
  readonly at_subject: number | null;
}

/** What an event's lookups say against it. */
export const checkLookups = (event: StoredEvent, lookups: Lookups): LogFinding[] => {
  const { position, subject, version } = event;
  const place = placeOf(event);
  const wrong = [
    ['table', lookups.at_position === position],
    ['event_by_id', lookups.at_id === position],
    ['event_by_device', lookups.at_seq === position],
    ['event_by_stream', lookups.at_version === position],
    ['event_by_command', lookups.at_command === position],
    ['event_by_subject', lookups.at_subject === (subject === null ? null : position)],
  ].flatMap(([name, agrees]) => (agrees === true ? [] : [name]));
  const findings: LogFinding[] = wrong.map((name) => ({
    type: 'IndexDisagrees',
    ...place,
    detail: String(name),
  }));
  const before = lookups.before_version;
  if (version === 1 ? before !== null : before === null || before >= position) {
    findings.push({ type: 'VersionsNotDense', ...place, detail: `version ${version}` });
  }
  return findings;
};

/** Entries that are read at once when the entries of an index are counted. */
const sliceLength = 5000;

/** The indexes, with the columns that name an entry. Texts are never empty and numbers start at 1. */
const indexes = [
  { name: 'event_by_id', first: 'id', second: 'position' },
  { name: 'event_by_device', first: 'device', second: 'seq' },
  { name: 'event_by_stream', first: 'stream', second: 'version' },
  { name: 'event_by_command', first: 'command', second: 'position' },
  { name: 'event_by_subject', first: 'subject', second: 'position' },
] as const;

interface Entry {
  readonly first: string;
  readonly second: number;
}

/** Counts the entries of one index that belong to events up to `last`, in slices. */
function* countEntries(
  handle: ReadHandle,
  { name, first, second }: (typeof indexes)[number],
  last: number,
): Generator<void, number> {
  const from = `FROM event INDEXED BY ${name}
    WHERE ${first} IS NOT NULL AND (${first}, ${second}) > (?, ?)`;
  const order = `ORDER BY ${first}, ${second} LIMIT`;
  const count = handle.read<{ entries: number }>(
    `SELECT count(*) FILTER (WHERE position <= ?) AS entries
     FROM (SELECT position ${from} ${order} ${sliceLength})`,
  );
  const end = handle.read<Entry>(
    `SELECT ${first} AS first, ${second} AS second ${from} ${order} 1 OFFSET ${sliceLength - 1}`,
  );
  let at: Entry | undefined = { first: '', second: 0 };
  let entries = 0;
  while (at !== undefined) {
    entries += count.get(last, at.first, at.second)?.entries ?? 0;
    at = end.get(at.first, at.second);
    yield;
  }
  return entries;
}

/** Finds indexes that hold other numbers of entries than there are events for them. */
export function* checkIndexCounts(
  handle: ReadHandle,
  last: number,
  events: { readonly all: number; readonly withSubject: number },
  found: (finding: LogFinding) => void,
): Generator<void, void> {
  for (const index of indexes) {
    const entries = yield* countEntries(handle, index, last);
    const expected = index.first === 'subject' ? events.withSubject : events.all;
    if (entries !== expected) {
      found({ type: 'IndexDisagrees', detail: `${index.name}: ${entries} for ${expected} events` });
    }
  }
}
