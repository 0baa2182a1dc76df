import type { ReadHandle } from '../sqlite/handle.ts';
import { createEventReader } from './createEventReader.ts';
import { readDaybook } from './daybook-row.ts';
import type { ClearStored, StoredEvent } from './EventLog.ts';
import { sampleDaybook } from './scratchLog.ts';

/** For tests: what there is to ask about. */
export interface Questions {
  readonly ids: readonly string[];
  readonly streams: readonly string[];
  readonly subject: string;
  readonly command: string;
}

/** Tells a text from the bytes of the same text, which damage may turn it into. */
const valueText = (value: unknown): string =>
  value instanceof Uint8Array
    ? `bytes ${Buffer.from(value).toString('latin1')}`
    : `${typeof value} ${String(value)}`;

const textOf = (event: StoredEvent | ClearStored | null): string => {
  if (event === null) return '-';
  const { clock, ...rest } = event;
  return [...Object.values(rest), clock.ms, clock.counter].map(valueText).join();
};

/**
 * For tests: every answer that a log gives, by every way to ask; or what it throws instead. `ids` are those
 * of its events.
 */
export const answersOf = (
  handle: ReadHandle,
  { ids, streams, subject, command }: Questions,
): string => {
  try {
    const daybook = readDaybook(handle);
    const reader = createEventReader(handle, daybook ?? sampleDaybook, null);
    const events = [
      ...reader.readAfter(0, 100),
      ...ids.flatMap((_, index) => reader.readAfter(index, 1)),
      ...streams.flatMap((stream) => reader.readStream(stream, 1, 100)),
      ...streams.flatMap((stream) => reader.readClearStream(stream, 1, 100)),
      ...reader.readClearByStream('note-', null, 100, 100),
      ...reader.readSealedByStream('note-', null, 100, 100),
      ...reader.readAbout(subject, null, 100),
      ...reader.readAbout(subject, ids.length - 1, 100),
      ...ids.map((id) => reader.readById(id)),
      ...reader.readByCommand(command),
    ];
    const reach = [reader.reachAbout(subject, null, 2), reader.reachAbout(subject, ids.length, 1)];
    const heads = reader.heads().map(({ device, seq, hash }) => [device, seq, ...hash]);
    const versions = streams.map(reader.streamVersion);
    return [
      JSON.stringify(daybook),
      ...heads,
      ...versions,
      ...reach,
      reader.position(),
      ...events.map(textOf),
    ].join();
  } catch (error) {
    return String(error);
  }
};
