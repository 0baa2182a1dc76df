import type { AnyEvent, ClearEvent } from '../../../shared/kernel/event.ts';
import type { EventCatalog, EventKind } from './EventCatalog.ts';
import { streamIdOf } from './EventCatalog.ts';
import type { ClearStored } from './EventLog.ts';

/** An event in its current version, or the reason why this Daybook cannot read it. */
export type Decoded =
  | { readonly type: 'known'; readonly kind: EventKind; readonly event: ClearEvent<AnyEvent> }
  /** A type or a version that only a newer Daybook knows: kept, counted, shown, never guessed. */
  | { readonly type: 'needsNewer' }
  | { readonly type: 'unreadable'; readonly reason: string };

/** What of a stored event is decoded: `data` as it stands in the log, or as text already. */
export type Decodable = Omit<ClearStored, 'data'> & { readonly data: Uint8Array | string };

/** Reads stored JSON as the plain object it must be. Throws when it is not. */
export const parseStoredJson = (stored: Uint8Array | string): Readonly<Record<string, unknown>> => {
  const value: unknown = JSON.parse(
    typeof stored === 'string'
      ? stored
      : Buffer.from(stored.buffer, stored.byteOffset, stored.length).toString('utf8'),
  );
  if (typeof value !== 'object' || value === null || Array.isArray(value))
    throw new Error('not a JSON object');
  return value as Readonly<Record<string, unknown>>;
};

/**
 * Decodes a stored event and lifts it to the current version, one step at a time. `ordinal` is its
 * place in canonical order, which only the reader of the stream knows.
 */
export const decode = (
  stored: Decodable,
  ordinal: number,
  catalog: EventCatalog,
  currency: string,
): Decoded => {
  const kind = catalog.kind(stored.type);
  if (!kind || stored.schema > kind.definition.schema) return { type: 'needsNewer' };
  try {
    let data: object = parseStoredJson(stored.data);
    for (let version = stored.schema; version < kind.definition.schema; version += 1) {
      const lift = kind.steps[version - 1]?.data;
      if (lift) data = lift(data as Readonly<Record<string, unknown>>, { currency });
    }
    return { type: 'known', kind, event: clearEvent(stored, ordinal, data) };
  } catch (cause) {
    return { type: 'unreadable', reason: cause instanceof Error ? cause.message : String(cause) };
  }
};

/** A recorded event from its place in the log and its clear part in the current version. */
export const clearEvent = (
  stored: Omit<Decodable, 'data'>,
  ordinal: number,
  data: object,
): ClearEvent<AnyEvent> => ({
  type: stored.type,
  data,
  id: stored.id,
  streamId: streamIdOf(stored.stream),
  ordinal,
  recordedAt: stored.clock.ms,
  device: stored.device,
  actor: stored.actor,
});
