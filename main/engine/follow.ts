import type { Notice, Refusal } from '../../shared/protocol.ts';
import type { Bus } from './bus/Bus.ts';
import { erase, isErasure, type Erasing } from './bus/erasures.ts';
import type { EventCatalog } from './eventlog/EventCatalog.ts';
import type { LogEntry } from './projection/entry.ts';
import type { PrivateIndex } from './projection/PrivateIndex.ts';
import type { Projector } from './projection/Projector.ts';

export interface FollowContext {
  readonly erasing: Erasing;
  readonly projector: Projector;
  readonly privateIndex: PrivateIndex;
  readonly bus: Pick<Bus, 'deliver'>;
  readonly catalog: EventCatalog;
  readonly notify: (notice: Notice) => void;
  /** Names a failure of the disk; a defect gets an incident number. */
  readonly failure: (cause: unknown) => Refusal;
  /** Sees to it, in slices, that what could not be done now is done. */
  readonly catchUp: () => void;
}

/** How long consumers may take before the reply goes out. **Units:** milliseconds. */
const DELIVERY_MS = 8;

/**
 * Brings everything that is made from events up to those just committed. Erasures come first: the
 * reply of one must not go out, nor a row be read, while a key is still there.
 *
 * The events stand in the log, so nothing that fails here is thrown: rows catch up later. Why an
 * erasure is not finished is given back by the position of its event.
 */
export const createFollow = ({
  erasing,
  projector,
  privateIndex,
  bus,
  catalog,
  notify,
  failure,
  catchUp,
}: FollowContext) => {
  const attempt = (work: () => void): Refusal | null => {
    try {
      work();
      return null;
    } catch (cause) {
      return failure(cause);
    }
  };

  return (entries: readonly LogEntry[]): ReadonlyMap<number, Refusal> => {
    const unfinished = new Map<number, Refusal>();
    for (const entry of entries) {
      if (!isErasure(entry.stored.type, catalog)) continue;
      const refusal = attempt(() => erase(entry, erasing));
      if (refusal) unfinished.set(entry.stored.position, refusal);
    }
    attempt(() => privateIndex.apply(entries));
    attempt(() => projector.apply(entries));
    let isBehind = false;
    attempt(() => {
      const committed = entries.map(({ stored }) => stored);
      isBehind = bus.deliver(DELIVERY_MS, committed) === 'more';
    });
    const position = entries.at(-1)?.stored.position ?? 0;
    const records = entries.map(({ stored }) => catalog.recordOfStream(stored.stream)?.name ?? '');
    notify({ type: 'changed', position, records: [...new Set(records)] });
    if (isBehind || projector.position() < position) catchUp();
    return unfinished;
  };
};
