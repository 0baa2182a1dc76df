import type { Ask } from '../../../shared/kernel/command.ts';
import type { ImportContext, WrittenEvent } from '../../../shared/kernel/import.ts';
import { streamIdOf } from '../eventlog/EventCatalog.ts';
import type { EventReader, StoredEvent } from '../eventlog/EventLog.ts';
import type { KeyStore } from '../keys/KeyStore.ts';
import { importedCommandId } from './importedCommandId.ts';

export interface ImportContextParts {
  readonly log: EventReader;
  readonly keys: Pick<KeyStore, 'derive'>;
  readonly ask: Ask;
  readonly newId: () => string;
}

const written = (stored: StoredEvent | null | undefined): WrittenEvent | null =>
  stored ? { eventId: stored.id, recordId: streamIdOf(stored.stream) } : null;

/** What an import may know of this daybook while it decides on rows. */
export const createImportContext = ({
  log,
  keys,
  ask,
  newId,
}: ImportContextParts): ImportContext => ({
  currency: log.daybook.currency,
  ask,
  newId,
  eventById: (id) => written(log.readById(id)),
  eventOf: (command, sameAs) => {
    const id = importedCommandId(command, sameAs, keys);
    return id.ok ? written(log.readByCommand(id.value).at(-1)) : null;
  },
});
