import { retentionClasses, type RetentionClass } from '../../../shared/kernel/event.ts';
import type { PersonId } from '../../../shared/kernel/ids.ts';
import { decode } from '../eventlog/decode.ts';
import type { EventCatalog } from '../eventlog/EventCatalog.ts';
import type { EventReader } from '../eventlog/EventLog.ts';
import type { KeyStore } from '../keys/KeyStore.ts';
import type { LogEntry } from '../projection/entry.ts';
import { StorageError } from '../sqlite/storage-errors.ts';
import type { Consumer } from './Bus.ts';

/** What an erasure takes away. */
export interface Erasing {
  readonly keys: Pick<KeyStore, 'destroy'>;
  /** Lets go of what is in memory about a person, now that keys are gone. */
  readonly forget: (person: PersonId) => void;
}

/** True for types of event that end the keys of their subject. */
export const isErasure = (type: string, catalog: EventCatalog): boolean =>
  catalog.kind(type)?.definition.erasesSubject === true;

/** Which classes an erasure ends. Throws for one that cannot be read. */
export const erasedClasses = ({ decoded }: LogEntry): readonly RetentionClass[] => {
  // One that cannot be read must not pass for one that is done.
  if (decoded.type !== 'known') throw new Error('an erasure that cannot be read');
  return (decoded.event.data as { readonly classes: readonly RetentionClass[] }).classes;
};

const subjectOf = ({ stored: { subject } }: LogEntry): PersonId => {
  if (subject === null) throw new Error('an erasure of nobody');
  return subject;
};

/** True when nothing of an erasure is left to be done. */
export const isErased = (entry: LogEntry, keys: Pick<KeyStore, 'isDestroyed'>): boolean =>
  keys.isDestroyed(subjectOf(entry), erasedClasses(entry));

/** Carries out an erasure that stands in the log. Can be repeated. */
export const erase = (entry: LogEntry, { keys, forget }: Erasing): void => {
  const subject = subjectOf(entry);
  keys.destroy(subject, erasedClasses(entry), entry.stored.id);
  forget(subject);
};

/**
 * Carries out every erasure in the log, at each delivery: whatever put a key back, an old copy of
 * `keys.db` or a crash between the event and its keys, does not keep it.
 */
export const createErasures = (erasing: Erasing, catalog: EventCatalog): Consumer => ({
  name: 'erasures',
  insists: true,
  wants: (type) => isErasure(type, catalog),
  handle: (entry) => erase(entry, erasing),
});

/**
 * Keys for a log with findings, on whose word no key is ended: whoever was erased according to it is not
 * shown all the same. Nor is anybody of whom that cannot be read; then a sealed part is refused.
 */
export const heedErasures = <Keys extends KeyStore>(
  keys: Keys,
  log: EventReader,
  catalog: EventCatalog,
): Keys => {
  const heeded = new Set<PersonId>();
  const heed = (person: PersonId): void => {
    if (heeded.has(person)) return;
    for (const stored of log.readAbout(person, null, Number.MAX_SAFE_INTEGER)) {
      if (!isErasure(stored.type, catalog)) continue;
      const decoded = decode(stored, stored.version, catalog, log.daybook.currency);
      const isKnown = decoded.type === 'known';
      keys.conceal(person, isKnown ? erasedClasses({ stored, decoded }) : retentionClasses);
    }
    heeded.add(person);
  };
  return {
    ...keys,
    open: (header, sealed, retention) => {
      try {
        heed(header.person);
      } catch (cause) {
        if (!(cause instanceof StorageError)) throw cause;
        return { type: 'refused', key: header.key };
      }
      return keys.open(header, sealed, retention);
    },
  };
};
