import type { DecisionContext, SubjectStatus } from '../../../shared/kernel/command.ts';
import type { PersonId } from '../../../shared/kernel/ids.ts';
import { localDateAt } from '../../../shared/kernel/local-date.ts';
import type { World } from '../dependencies.ts';
import { streamName, type EventCatalog } from '../eventlog/EventCatalog.ts';
import type { EventReader } from '../eventlog/EventLog.ts';
import type { KeyStore } from '../keys/KeyStore.ts';

interface ContextSources {
  readonly log: EventReader;
  readonly catalog: EventCatalog;
  readonly keys: Pick<KeyStore, 'isErased'>;
  readonly world: World;
}

/** Makes what a decision may look at besides its stream; `isPending` knows streams begun but not yet written. */
export const createDecisionContext =
  ({ log, catalog, keys, world }: ContextSources) =>
  (
    streamId: string,
    facts: unknown,
    isPending: (stream: string) => boolean,
  ): DecisionContext<unknown> => ({
    streamId,
    facts,
    // Most decisions never look at it, and a date costs more than they do.
    get today() {
      return localDateAt(world.nowMs(), world.utcOffsetMinutes());
    },
    currency: log.daybook.currency,
    subjectStatus: (person: PersonId): SubjectStatus => {
      if (keys.isErased(person)) return 'erased';
      if (!catalog.subjectRecord) return 'unknown';
      const stream = streamName(catalog.subjectRecord, person);
      return isPending(stream) || log.streamVersion(stream) > 0 ? 'present' : 'unknown';
    },
  });
