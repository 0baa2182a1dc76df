import type { LogChain, LogEvent } from '../../../shared/kernel/view.ts';
import { follows } from '../eventlog/chain.ts';
import { decode } from '../eventlog/decode.ts';
import { hasColumnTypes } from '../eventlog/event-form.ts';
import { streamIdOf } from '../eventlog/EventCatalog.ts';
import type { EventReader, StoredEvent } from '../eventlog/EventLog.ts';
import { genesisHash } from '../eventlog/hash.ts';
import { PersonalPartDamaged } from '../eventlog/openPersonal.ts';
import { toCloudEvent } from '../eventlog/toCloudEvent.ts';
import { partOf } from './partOf.ts';
import type { QueryContext } from './QueryContext.ts';

const hex = (bytes: unknown): string =>
  bytes instanceof Uint8Array ? Buffer.from(bytes).toString('hex') : '';

const previousHash = (stored: StoredEvent, log: EventReader): Uint8Array | null =>
  stored.seq === 1
    ? genesisHash(log.daybook, stored.device)
    : (log.readOfDevice(stored.device, stored.seq - 1)?.hash ?? null);

const chainOf = (stored: StoredEvent, log: EventReader): LogChain => {
  const previous = previousHash(stored, log);
  return {
    previous: previous === null ? null : hex(previous),
    hash: hex(stored.hash),
    holds: previous instanceof Uint8Array ? follows(previous, stored) : null,
  };
};

/** Damage can turn a text into the bytes of a text: the log shows such an event too, as text. */
const text = <Value extends string | null>(value: Value): Value => {
  const read: unknown = value;
  if (read === null || typeof read === 'string') return value;
  const written =
    read instanceof Uint8Array ? Buffer.from(read).toString('utf8') : `${Number(read)}`;
  return written as Value;
};

const legible = (stored: StoredEvent): StoredEvent => ({
  ...stored,
  id: text(stored.id),
  device: text(stored.device),
  stream: text(stored.stream),
  type: text(stored.type),
  command: text(stored.command),
  cause: text(stored.cause),
  actor: text(stored.actor),
  subject: text(stored.subject),
  key: text(stored.key),
});

const unopened = ({ sealed }: StoredEvent): Pick<LogEvent, 'part' | 'personal'> => ({
  part: sealed === null ? 'none' : 'damaged',
  personal: null,
});

const tryPart = (
  stored: StoredEvent,
  context: QueryContext,
): Pick<LogEvent, 'part' | 'personal'> => {
  try {
    const part = partOf(stored, context);
    return { part: part.type, personal: part.type === 'opened' ? part.personal : null };
  } catch (cause) {
    // The log is where damage is looked for: it is shown, and the other events with it.
    if (cause instanceof PersonalPartDamaged) return { part: 'damaged', personal: null };
    throw cause;
  }
};

/** An event as the views of the log see it, however little of it can be read. */
export const logEventOf = (found: StoredEvent, context: QueryContext): LogEvent => {
  const { catalog, log } = context;
  const isWell = hasColumnTypes(found);
  const stored = isWell ? found : legible(found);
  const decoded = decode(stored, stored.version, catalog, log.daybook.currency);
  return {
    position: stored.position,
    id: stored.id,
    type: stored.type,
    record: catalog.recordOfStream(stored.stream)?.name ?? '',
    streamId: streamIdOf(stored.stream),
    version: stored.version,
    recordedAt: stored.clock.ms,
    counter: stored.clock.counter,
    device: stored.device,
    seq: stored.seq,
    actor: stored.actor,
    command: stored.command,
    cause: stored.cause,
    subject: stored.subject,
    schema: stored.schema,
    currentSchema: decoded.type === 'known' ? decoded.kind.definition.schema : null,
    data: decoded.type === 'known' ? decoded.event.data : {},
    ...(isWell ? tryPart(stored, context) : unopened(stored)),
    chain: () => chainOf(found, log),
    inOpenFormat: () => toCloudEvent(stored, log.daybook),
  };
};
