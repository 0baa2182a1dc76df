import type { Decoded } from '../eventlog/decode.ts';
import type { StoredEvent } from '../eventlog/EventLog.ts';

/** An event as stored, and what it decodes to: what consumers are handed. */
export interface LogEntry {
  readonly stored: StoredEvent;
  readonly decoded: Decoded;
}
