import type { StoredEvent } from './EventLog.ts';

const uuid = /^[0-9a-f]{8}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{12}$/;
const streamForm = /^[a-z][a-z0-9-]*-[0-9a-f]{8}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{12}$/;
const typeForm = /^[a-z][a-z0-9-]*\.[a-z][a-z0-9-]*$/;

const utf8 = new TextDecoder('utf-8', { fatal: true });

const isJsonObject = (bytes: Uint8Array): boolean => {
  try {
    const value: unknown = JSON.parse(utf8.decode(bytes));
    return typeof value === 'object' && value !== null && !Array.isArray(value);
  } catch {
    return false;
  }
};

const isCount = (value: unknown): boolean => Number.isSafeInteger(value) && Number(value) >= 1;

const isTextOrNull = (value: unknown): boolean => value === null || typeof value === 'string';
const isBytes = (value: unknown): boolean => value instanceof Uint8Array;

/**
 * True when every value has the type of its column. STRICT tables see to that when a row is written; a
 * flipped bit in it can still turn a text into the bytes of the same text, which have the same hash.
 */
export const hasColumnTypes = (event: StoredEvent): boolean =>
  [event.id, event.device, event.stream, event.type, event.command, event.actor].every(
    (value: unknown) => typeof value === 'string',
  ) &&
  [event.cause, event.subject, event.key].every(isTextOrNull) &&
  [event.seq, event.version, event.schema, event.clock.ms, event.clock.counter].every(
    Number.isSafeInteger,
  ) &&
  [event.data, event.hash].every(isBytes) &&
  (event.sealed === null || isBytes(event.sealed));

/** Each form that an event must have, by the name of the first column that lacks it. See schema.ts. */
const forms: readonly (readonly [string, (event: StoredEvent) => boolean])[] = [
  ['id', ({ id }) => uuid.test(id)],
  ['device', ({ device }) => uuid.test(device)],
  ['seq', ({ seq }) => isCount(seq)],
  [
    'clock',
    ({ clock }) =>
      Number.isSafeInteger(clock.ms) && clock.ms >= 0 && Number.isSafeInteger(clock.counter),
  ],
  ['stream', ({ stream }) => streamForm.test(stream)],
  ['version', ({ version }) => isCount(version)],
  ['type', ({ type }) => typeForm.test(type)],
  ['schema', ({ schema }) => isCount(schema)],
  ['command', ({ command }) => uuid.test(command)],
  ['cause', ({ cause }) => cause === null || uuid.test(cause)],
  ['actor', ({ actor }) => uuid.test(actor)],
  ['data', ({ data }) => isJsonObject(data)],
  ['subject', ({ subject }) => subject === null || uuid.test(subject)],
  ['key', ({ key }) => key === null || uuid.test(key)],
  [
    'sealed',
    ({ sealed, key, subject }) =>
      (sealed === null) === (key === null) && (sealed === null || subject !== null),
  ],
  ['hash', ({ hash }) => hash instanceof Uint8Array && hash.length === 32],
];

/** The first column whose value is not of the form it must have; null when all are. */
export const malformedColumn = (event: StoredEvent): string | null => {
  for (const [column, isWell] of forms) if (!isWell(event)) return column;
  return null;
};
