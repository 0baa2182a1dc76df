import type { Decodable, Decoded } from '../eventlog/decode.ts';
import type { StoredEvent } from '../eventlog/EventLog.ts';

/** An event as stored, or as much of it as was read, and what it decodes to. */
export interface EntryOf<Stored extends Decodable> {
  readonly stored: Stored;
  readonly decoded: Decoded;
}

/** What consumers are handed. */
export type LogEntry = EntryOf<StoredEvent>;
