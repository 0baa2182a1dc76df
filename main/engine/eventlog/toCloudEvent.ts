import type { CloudEvent } from '../../../shared/kernel/cloud-event.ts';
import { parseStoredJson } from './decode.ts';
import type { DaybookIdentity, StoredEvent } from './EventLog.ts';

const hex = (bytes: Uint8Array): string => Buffer.from(bytes).toString('hex');

/** The data as stored; an event whose bytes are damaged is still shown, without them. */
const dataOf = (stored: StoredEvent): object => {
  try {
    return parseStoredJson(stored.data);
  } catch {
    return {};
  }
};

/**
 * A stored event in the open format, its personal part left out.
 *
 * **Source:** CloudEvents 1.0, sections "Required attributes" and "Extension context attributes"; the
 * extension names are ours and have lower-case letters and digits only, as the specification asks.
 */
export const toCloudEvent = (stored: StoredEvent, daybook: DaybookIdentity): CloudEvent => ({
  specversion: '1.0',
  id: stored.id,
  source: `urn:daybook:${daybook.id}/${stored.device}`,
  type: stored.type,
  subject: stored.stream,
  time: new Date(stored.clock.ms).toISOString(),
  datacontenttype: 'application/json',
  position: stored.position,
  sequence: stored.seq,
  schemaversion: stored.schema,
  streamversion: stored.version,
  clockcounter: stored.clock.counter,
  command: stored.command,
  actor: stored.actor,
  ...(stored.cause === null ? {} : { causationid: stored.cause }),
  ...(stored.subject === null ? {} : { person: stored.subject }),
  sealed: stored.sealed !== null,
  hash: hex(stored.hash),
  data: dataOf(stored),
});
