import { decode } from '../eventlog/decode.ts';
import type { EventCatalog } from '../eventlog/EventCatalog.ts';
import type { EventReader } from '../eventlog/EventLog.ts';
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

export interface BusContext {
  readonly log: EventReader;
  readonly catalog: EventCatalog;
  readonly nowMs: () => number;
  /** True for failures of the disk: then the event is not to blame, and delivery stops until later. */
  readonly isTransient: (cause: unknown) => boolean;
  /** Puts an event aside that a consumer fails on again and again, for all to see. */
  readonly setAside: (consumer: string, position: number, cause: unknown) => void;
}

/** Carries committed events to consumers. */
export interface Bus {
  /** Delivers what has not been delivered yet, for about that long. */
  readonly deliver: (milliseconds: number) => 'more' | 'done';
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
}

/** Connects consumers to a log, each from its own checkpoint. */
export const createBus = (context: BusContext, subscriptions: readonly Subscription[]): Bus => {
  const { log, catalog } = context;

  const deliveries: readonly Delivery[] = subscriptions.map((subscription) => {
    // A log put back from a backup may be shorter than the checkpoint; then everything comes again.
    const saved = subscription.checkpoints.load(subscription.consumer.name);
    const position = saved <= log.position() ? saved : 0;
    return { ...subscription, position, saved: position, stopped: false };
  });

  const save = (delivery: Delivery): void => {
    if (delivery.saved === delivery.position) return;
    delivery.checkpoints.save(delivery.consumer.name, delivery.position);
    delivery.saved = delivery.position;
  };

  /** False when the disk failed and delivery has to wait. */
  const handle = (delivery: Delivery, entry: LogEntry): boolean => {
    for (let attempt = 1; ; attempt += 1) {
      try {
        delivery.consumer.handle(entry);
        return true;
      } catch (cause) {
        if (context.isTransient(cause)) return false;
        if (attempt < ATTEMPTS) continue;
        context.setAside(delivery.consumer.name, entry.stored.position, cause);
        return true;
      }
    }
  };

  const deliverPage = (delivery: Delivery): 'more' | 'done' => {
    const page = log.readAfter(delivery.position, PAGE);
    let handled = false;
    for (const stored of page) {
      if (delivery.consumer.wants(stored.type)) {
        const decoded = decode(stored, stored.version, catalog, log.daybook.currency);
        if (!handle(delivery, { stored, decoded })) {
          delivery.stopped = true;
          break;
        }
        handled = true;
      }
      delivery.position = stored.position;
    }
    if (handled || delivery.position - delivery.saved >= SAVE_EVERY) save(delivery);
    return page.length < PAGE || delivery.stopped ? 'done' : 'more';
  };

  return {
    deliver: (milliseconds) => {
      const until = context.nowMs() + milliseconds;
      for (const delivery of deliveries) {
        delivery.stopped = false;
        if (delivery.position >= log.position()) continue;
        while (deliverPage(delivery) === 'more') if (context.nowMs() >= until) return 'more';
      }
      return 'done';
    },
    settle: () => deliveries.forEach(save),
  };
};
