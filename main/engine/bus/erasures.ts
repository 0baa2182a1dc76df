import type { RetentionClass } from '../../../shared/kernel/event.ts';
import type { EventCatalog } from '../eventlog/EventCatalog.ts';
import type { KeyStore } from '../keys/KeyStore.ts';
import type { LogEntry } from '../projection/entry.ts';
import type { Consumer } from './Bus.ts';

/** The classes that an event's data ends the keys of, when its type does so. */
export const erasedClasses = ({ decoded }: LogEntry): readonly RetentionClass[] =>
  decoded.type === 'known' && decoded.kind.definition.erasesSubject
    ? (decoded.event.data as { readonly classes: readonly RetentionClass[] }).classes
    : [];

/**
 * Destroys keys for every erasure in the log, at each delivery: whatever put a key back, an old copy of
 * `keys.db` or a crash between the event and its keys, does not keep it.
 */
export const createErasures = (
  keys: Pick<KeyStore, 'destroy'>,
  catalog: EventCatalog,
): Consumer => ({
  name: 'erasures',
  wants: (type) => catalog.kind(type)?.definition.erasesSubject === true,
  handle: (entry) => {
    const { subject, id } = entry.stored;
    if (subject !== null) keys.destroy(subject, erasedClasses(entry), id);
  },
});
