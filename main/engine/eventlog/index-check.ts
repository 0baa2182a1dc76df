import type { ReadHandle } from '../sqlite/handle.ts';
import type { LogFinding, StoredEvent } from './EventLog.ts';

/** Entries of an index that are read at once. */
const sliceLength = 2000;

/** The indexes, with the two columns that name an entry and give the order. */
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
  readonly position: number;
}

/** FNV-1a, never 0. Two texts that differ in one character never have the same. */
const fingerprint = (text: string, number: number): number => {
  let hash = 0x811c9dc5 ^ number;
  for (let at = 0; at < text.length; at += 1) {
    hash = Math.imul(hash ^ text.charCodeAt(at), 0x01000193);
  }
  return hash >>> 0 || 1;
};

/**
 * SQLite answers from indexes without looking whether they agree with the table. Here the table is read
 * first and leaves a fingerprint of each key at the event's position; then each index is read in its order
 * and must give exactly these keys, each once and each after the one before, so that a search ends where it should.
 *
 * **Units:** 20 bytes of memory an event.
 */
export interface IndexCheck {
  /** Notes an event of the table. */
  readonly note: (event: StoredEvent) => void;
  /** Compares the indexes with what was noted, in slices. */
  readonly compare: (
    handle: ReadHandle,
    found: (finding: LogFinding) => void,
  ) => Generator<void, void>;
}

/** True when an entry comes after the one before it, as texts and numbers compare. */
const isAfter = (entry: Entry, before: Entry | null): boolean =>
  before === null ||
  entry.first > before.first ||
  (entry.first === before.first && entry.second > before.second);

/** The versions of a stream follow each other as its events do. */
const checkVersion = (entry: Entry, before: Entry | null): LogFinding | null => {
  const { position, second: version } = entry;
  const last = before?.first === entry.first ? before : { second: 0, position: 0 };
  if (version === last.second + 1 && position > last.position) return null;
  return { type: 'VersionsNotDense', position, detail: `version ${version} after ${last.second}` };
};

/** Reads one index to its end, or to the first entry that cannot be where it is. */
function* compareIndex(
  handle: ReadHandle,
  { name, first, second }: (typeof indexes)[number],
  keys: Uint32Array,
  found: (finding: LogFinding) => void,
): Generator<void, void> {
  const disagrees = (position: number, detail: string): void => {
    found({ type: 'IndexDisagrees', position, detail: `${name}: ${detail}` });
  };
  const read = handle.read<Entry>(
    `SELECT ${first} AS first, ${second} AS second, position FROM event INDEXED BY ${name}
     WHERE ${first} IS NOT NULL AND (${first}, ${second}) > (?, ?)
     ORDER BY ${first}, ${second} LIMIT ${sliceLength}`,
  );
  let before: Entry | null = null;
  let count = sliceLength;
  while (count === sliceLength) {
    const entries: Entry[] = read.all(before?.first ?? '', before?.second ?? 0);
    for (const entry of entries) {
      const { position } = entry;
      if (typeof entry.first !== 'string' || !isAfter(entry, before)) {
        disagrees(position, 'not in its place');
        return;
      }
      // What came after the check began is left alone.
      if (position < keys.length) {
        if (keys[position] !== fingerprint(entry.first, entry.second)) disagrees(position, 'wrong');
        keys[position] = 0;
      }
      const finding = name === 'event_by_stream' ? checkVersion(entry, before) : null;
      if (finding !== null) found(finding);
      before = entry;
    }
    count = entries.length;
    yield;
  }
  for (let position = 1; position < keys.length; position += 1) {
    if (keys[position] !== 0) disagrees(position, 'missing');
  }
}

/** Starts a check of the indexes of a log up to `last`; what is beyond is left alone. */
export const createIndexCheck = (last: number): IndexCheck => {
  /** By position; 0 where the index has, or should have, no entry, or where it has been found. */
  const keys = indexes.map(() => new Uint32Array(last + 1));
  return {
    note: (event) => {
      for (const [index, { first, second }] of indexes.entries()) {
        const text = event[first];
        const noted = keys[index];
        if (noted && typeof text === 'string') {
          noted[event.position] = fingerprint(text, event[second]);
        }
      }
    },
    compare: function* (handle, found) {
      for (const [index, definition] of indexes.entries()) {
        const noted = keys[index];
        if (noted) yield* compareIndex(handle, definition, noted, found);
      }
    },
  };
};
