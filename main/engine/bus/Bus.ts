import { decode } from '../eventlog/decode.ts';
import type { EventCatalog } from '../eventlog/EventCatalog.ts';
import type { EventReader, StoredEvent } from '../eventlog/EventLog.ts';
import type { LogEntry } from '../projection/entry.ts';

/**
 * Something that is told of every committed event, in log order and at least once: after a crash some
 * events come again. It must not matter how often it is told, nor in what portions.
 */
export interface Consumer {
  readonly name: string;
  /** Event types it is not interested in are passed over without being decoded. */
  readonly wants: (type: string) => boolean;
  readonly handle: (entry: LogEntry) => void;
  /**
   * It must not miss an event: one that it fails on comes again with the next ones, and at every start,
   * until it succeeds. Others do not wait for that.
   */
  readonly insists?: true;
}

/** Where a consumer's checkpoint is kept: the position of the last event that it is done with. */
export interface CheckpointStore {
  readonly load: (consumer: string) => number;
  readonly save: (consumer: string, position: number) => void;
}

export interface Subscription {
  readonly consumer: Consumer;
  readonly checkpoints: CheckpointStore;
}

/** Where events are shown that a consumer fails on again and again. */
export interface AsideStore {
  readonly put: (consumer: string, position: number, cause: unknown) => void;
  readonly takeBack: (consumer: string, position: number) => void;
  readonly takeAllBack: (consumer: string) => void;
}

export interface BusContext {
  readonly log: EventReader;
  readonly catalog: EventCatalog;
  readonly elapsedMs: () => number;
  /** True for failures of the disk: then the event is not to blame, and delivery stops until later. */
  readonly isTransient: (cause: unknown) => boolean;
  readonly aside: AsideStore;
}

/** Carries committed events to consumers. */
export interface Bus {
  /**
   * Delivers what has not been delivered yet, for about that long. Events just committed may be handed
   * in, so that nobody reads them again. `later` when something failed that has to be tried again, and
   * would fail at once.
   */
  readonly deliver: (
    milliseconds: number,
    committed?: readonly StoredEvent[],
  ) => 'more' | 'done' | 'later';
  /** Up to where each consumer is done. */
  readonly positions: () => readonly { readonly name: string; readonly position: number }[];
  /** Makes checkpoints durable, so that little is delivered again at the next start. */
  readonly settle: () => void;
}

const PAGE = 500;
const ATTEMPTS = 3;
/** Checkpoints of consumers with nothing to do are saved this seldom. */
const SAVE_EVERY = 10_000;

interface Delivery extends Subscription {
  position: number;
  saved: number;
  stopped: boolean;
  /** Events that it has failed on and insists on, oldest first. */
  held: readonly StoredEvent[];
}

/** Connects consumers to a log, each from its own checkpoint. */
export const createBus = (context: BusContext, subscriptions: readonly Subscription[]): Bus => {
  const { log, catalog, aside } = context;

  const begin = (subscription: Subscription): Delivery => {
    const { consumer, checkpoints } = subscription;
    // A log put back from a backup may be shorter than the checkpoint; then everything comes again.
    const saved = checkpoints.load(consumer.name);
    const position = saved <= log.position() ? saved : 0;
    if (position === 0 || consumer.insists) aside.takeAllBack(consumer.name);
    return { ...subscription, position, saved: position, stopped: false, held: [] };
  };
  const deliveries = subscriptions.map(begin);

  const donePosition = ({ held: [held], position }: Delivery): number =>
    held ? held.position - 1 : position;

  const save = (delivery: Delivery): void => {
    const position = donePosition(delivery);
    if (delivery.saved === position) return;
    delivery.checkpoints.save(delivery.consumer.name, position);
    delivery.saved = position;
  };

  const entryOf = (stored: StoredEvent): LogEntry => ({
    stored,
    decoded: decode(stored, stored.version, catalog, log.daybook.currency),
  });

  /** `wait` when the disk failed and delivery has to stop. */
  const handle = ({ consumer }: Delivery, entry: LogEntry): 'done' | 'wait' | 'failed' => {
    for (let attempt = 1; ; attempt += 1) {
      try {
        consumer.handle(entry);
        return 'done';
      } catch (cause) {
        if (context.isTransient(cause)) return 'wait';
        if (attempt < ATTEMPTS) continue;
        aside.put(consumer.name, entry.stored.position, cause);
        return 'failed';
      }
    }
  };

  /** False when delivery has to stop. */
  const deliverOne = (delivery: Delivery, stored: StoredEvent): boolean => {
    const outcome = handle(delivery, entryOf(stored));
    if (outcome === 'failed' && delivery.consumer.insists)
      delivery.held = [...delivery.held, stored];
    return outcome !== 'wait';
  };

  const retryHeld = (delivery: Delivery): void => {
    delivery.held = delivery.held.filter((stored) => {
      if (handle(delivery, entryOf(stored)) !== 'done') return true;
      aside.takeBack(delivery.consumer.name, stored.position);
      return false;
    });
  };

  /** Delivers events of which the first is the next one. */
  const deliverAll = (delivery: Delivery, events: readonly StoredEvent[]): void => {
    let handled = false;
    for (const stored of events) {
      if (delivery.consumer.wants(stored.type)) {
        delivery.stopped = !deliverOne(delivery, stored);
        if (delivery.stopped) break;
        handled = true;
      }
      delivery.position = stored.position;
    }
    if (handled || delivery.position - delivery.saved >= SAVE_EVERY) save(delivery);
  };

  const deliverPage = (delivery: Delivery): 'more' | 'done' => {
    const page = log.readAfter(delivery.position, PAGE);
    deliverAll(delivery, page);
    return page.length < PAGE || delivery.stopped ? 'done' : 'more';
  };

  return {
    deliver: (milliseconds, committed = []) => {
      const until = context.elapsedMs() + milliseconds;
      for (const delivery of deliveries) {
        delivery.stopped = false;
        if (delivery.held.length > 0) retryHeld(delivery);
        if (committed[0]?.position === delivery.position + 1) deliverAll(delivery, committed);
        if (delivery.stopped || delivery.position >= log.position()) continue;
        while (deliverPage(delivery) === 'more') if (context.elapsedMs() >= until) return 'more';
      }
      return deliveries.some(({ stopped, held }) => stopped || held.length > 0) ? 'later' : 'done';
    },
    positions: () =>
      deliveries.map((delivery) => ({
        name: delivery.consumer.name,
        position: donePosition(delivery),
      })),
    settle: () => deliveries.forEach(save),
  };
};
