import type { AnyRecord } from '../../shared/kernel/record.ts';
import type { Notice } from '../../shared/protocol.ts';
import { createBus, type Bus, type CheckpointStore } from './bus/Bus.ts';
import { createErasures } from './bus/erasures.ts';
import type { EngineOptions } from './EngineOptions.ts';
import type { EventCatalog } from './eventlog/EventCatalog.ts';
import { createRebuildJob } from './jobs/rebuildJob.ts';
import type { OpenedParts } from './folder/openParts.ts';
import { createPrivateIndex, type PrivateIndex } from './projection/PrivateIndex.ts';
import { createProjector, withhold, type Projector } from './projection/Projector.ts';
import { dropAbandoned } from './projection/rebuild.ts';
import { StorageError } from './sqlite/storage-errors.ts';

/** Everything that is made from events, and what keeps it up to date. */
export interface ReadModels {
  readonly projector: Projector;
  readonly privateIndex: PrivateIndex;
  readonly bus: Bus;
  /** Catches up, fills the private index and delivers what is due, in slices. Call once. */
  readonly settle: () => Promise<void>;
}

export interface ReadModelsContext {
  readonly parts: OpenedParts;
  readonly options: EngineOptions;
  readonly catalog: EventCatalog;
  readonly notify: (notice: Notice) => void;
  readonly note: (type: string, detail: string) => void;
  readonly turn: () => Promise<void>;
  readonly isClosed: () => boolean;
}

/** **Units:** milliseconds. */
const SLICE_MS = 8;

/** Checkpoints in `state.db`. They may be lost with it; then every event comes again. */
const stateCheckpoints = ({ state }: OpenedParts): CheckpointStore => ({
  load: (consumer) =>
    state.read<{ position: number }>('SELECT position FROM consumer WHERE name = ?').get(consumer)
      ?.position ?? 0,
  save: (consumer, position) => {
    state.write('INSERT OR REPLACE INTO consumer VALUES (?, ?)').run(consumer, position);
  },
});

/**
 * The checkpoint of erasures counts only together with the number of tombstones: an older copy of
 * `keys.db` has fewer, and then every erasure is carried out again.
 */
const erasureCheckpoints = (parts: OpenedParts): CheckpointStore => {
  const checkpoints = stateCheckpoints(parts);
  const counter = (consumer: string): string => `${consumer}/tombstones`;
  return {
    load: (consumer) =>
      checkpoints.load(counter(consumer)) === parts.keys.tombstones().length
        ? checkpoints.load(consumer)
        : 0,
    save: (consumer, position) => {
      checkpoints.save(counter(consumer), parts.keys.tombstones().length);
      checkpoints.save(consumer, position);
    },
  };
};

const openBus = ({ parts, options, catalog }: ReadModelsContext): Bus => {
  const { reader: log, keys, state } = parts;
  const own = { consumer: createErasures(keys, catalog), checkpoints: erasureCheckpoints(parts) };
  const others = (options.consumers ?? []).map((consumer) => ({
    consumer,
    checkpoints: stateCheckpoints(parts),
  }));
  return createBus(
    {
      log,
      catalog,
      nowMs: options.world.nowMs,
      isTransient: (cause) => cause instanceof StorageError,
      setAside: (consumer, position, cause) => {
        withhold({ state }, consumer, position, 'ConsumerFailed', options.reportDefect(cause));
      },
    },
    [own, ...others],
  );
};

/** Opens the read models of a daybook; `settle` then brings them up to date. */
export const createReadModels = (context: ReadModelsContext): ReadModels => {
  const { parts, options, catalog, notify, turn } = context;
  const { reader: log, state, keys } = parts;
  const { nowMs } = options.world;
  const projection = { log, state, catalog, nowMs };

  const projector = createProjector(projection);
  dropAbandoned(projection);
  const privateIndex = createPrivateIndex({
    log,
    state,
    catalog,
    keys,
    nowMs,
    reportDamage: (position, reason) =>
      withhold({ state }, 'private-index', position, reason, 'personal part'),
  });
  const bus = openBus(context);
  // Erasures that a crash cut off are carried to the end before anybody can look.
  while (bus.deliver(1000) === 'more');

  const catchUp = async (): Promise<void> => {
    const records = projector.toRebuild();
    if (records.length > 0) await rebuild(records);
    while (!context.isClosed() && projector.catchUp(500)) await turn();
  };

  const rebuild = async (records: readonly AnyRecord[]): Promise<void> => {
    context.note('ReadModelsRebuilt', records.map(({ name }) => name).join(', '));
    const job = createRebuildJob(projection, projector, records);
    while (!context.isClosed() && (await job.step()) === 'more') await turn();
    await job.end();
  };

  const fillPrivateIndex = async (): Promise<void> => {
    let outcome: 'more' | 'done' = 'more';
    while (!context.isClosed() && outcome === 'more') {
      outcome = privateIndex.step(SLICE_MS);
      notify({ type: 'privateIndex', ...privateIndex.progress() });
      await turn();
    }
  };

  return {
    projector,
    privateIndex,
    bus,
    settle: async () => {
      // A new or short daybook is complete before anybody can ask.
      await Promise.all([catchUp(), fillPrivateIndex()]);
    },
  };
};
