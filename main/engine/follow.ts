import type { Notice } from '../../shared/protocol.ts';
import type { Bus } from './bus/Bus.ts';
import { erasedClasses } from './bus/erasures.ts';
import type { EventCatalog } from './eventlog/EventCatalog.ts';
import type { KeyStore } from './keys/KeyStore.ts';
import type { LogEntry } from './projection/entry.ts';
import type { PrivateIndex } from './projection/PrivateIndex.ts';
import type { Projector } from './projection/Projector.ts';

export interface FollowContext {
  readonly keys: Pick<KeyStore, 'destroy'>;
  readonly projector: Projector;
  readonly privateIndex: PrivateIndex;
  readonly bus: Bus;
  readonly catalog: EventCatalog;
  readonly notify: (notice: Notice) => void;
}

/** How long consumers may take before the reply goes out. **Units:** milliseconds. */
const DELIVERY_MS = 8;

/**
 * Brings everything that is made from events up to those just committed. Erasures come first: the
 * reply of one must not go out, nor a row be read, while a key is still there.
 */
export const createFollow =
  ({ keys, projector, privateIndex, bus, catalog, notify }: FollowContext) =>
  (entries: readonly LogEntry[]): void => {
    const last = entries.at(-1);
    if (!last) return;
    const erasing = entries.filter((entry) => erasedClasses(entry).length > 0);
    for (const entry of erasing) {
      const { subject, id } = entry.stored;
      if (subject === null) continue;
      keys.destroy(subject, erasedClasses(entry), id);
      privateIndex.forget(subject);
    }
    privateIndex.apply(entries);
    projector.apply(entries);
    bus.deliver(DELIVERY_MS);
    const records = entries.map(({ stored }) => catalog.recordOfStream(stored.stream)?.name ?? '');
    notify({
      type: 'changed',
      position: last.stored.position,
      records: [...new Set(records)],
    });
  };
