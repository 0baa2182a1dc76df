import type { EventCatalog } from '../eventlog/EventCatalog.ts';
import type { StoredEvent } from '../eventlog/EventLog.ts';
import type { Consumer } from './Bus.ts';

/**
 * Counts events of records that only a newer Daybook knows: no projection of this one sees them. Those
 * of records that are known are withheld by their own projection.
 */
export const createUnknownEvents = (
  catalog: EventCatalog,
  show: (stored: StoredEvent) => void,
): Consumer => ({
  name: 'unknown-events',
  wants: (type) => catalog.kind(type) === undefined,
  handle: ({ stored }) => {
    if (!catalog.recordOfStream(stored.stream)) show(stored);
  },
});
