import { createBus, type AsideStore, type Bus, type CheckpointStore } from './bus/Bus.ts';
import { createErasures, type Erasing } from './bus/erasures.ts';
import { createUnknownEvents } from './bus/unknownEvents.ts';
import type { EngineOptions } from './EngineOptions.ts';
import type { EventCatalog } from './eventlog/EventCatalog.ts';
import type { OpenedParts } from './folder/openParts.ts';
import { forgetWithheld, withholdingOf } from './projection/withheld.ts';
import { StorageError } from './sqlite/storage-errors.ts';

export interface BusesContext {
  readonly parts: OpenedParts;
  readonly options: EngineOptions;
  readonly catalog: EventCatalog;
}

/** Both buses; what is asked of one alone is asked of it. */
export interface Buses extends Pick<Bus, 'positions' | 'settle'> {
  readonly erasures: Bus;
  readonly others: Bus;
}

/** Checkpoints in `state.db`. They may be lost with it; then every event comes again. */
const stateCheckpoints = ({ state }: OpenedParts): CheckpointStore => ({
  load: (consumer) =>
    state.read<{ position: number }>('SELECT position FROM consumer WHERE name = ?').get(consumer)
      ?.position ?? 0,
  save: (consumer, position) => {
    state.write('INSERT OR REPLACE INTO consumer VALUES (?, ?)').run(consumer, position);
  },
});

/** A checkpoint that counts only as long as something has the number that it had with it. */
const checkpointsWhile = (
  checkpoints: CheckpointStore,
  what: string,
  numberAt: (position: number) => number,
): CheckpointStore => {
  const beside = (consumer: string): string => `${consumer}/${what}`;
  return {
    load: (consumer) => {
      const position = checkpoints.load(consumer);
      return checkpoints.load(beside(consumer)) === numberAt(position) ? position : 0;
    },
    save: (consumer, position) => {
      checkpoints.save(beside(consumer), numberAt(position));
      checkpoints.save(consumer, position);
    },
  };
};

const asideStore = ({ parts, options }: BusesContext): AsideStore => {
  const { state } = parts;
  return {
    put: (consumer, position, cause) =>
      withholdingOf(state, consumer).add({
        position,
        reason: 'ConsumerFailed',
        detail: options.reportDefect(cause),
      }),
    takeBack: (consumer, position) => withholdingOf(state, consumer).remove(position),
    takeAllBack: (consumer) => forgetWithheld(state, consumer),
  };
};

/**
 * Opens the buses, each consumer with its checkpoints in `state.db`. Erasures have a bus of their own:
 * they are done before anybody can look.
 */
export const openBuses = (context: BusesContext, erasing: Erasing): Buses => {
  const { parts, options, catalog } = context;
  const { reader: log, keys, state } = parts;
  const checkpoints = stateCheckpoints(parts);
  const busContext = {
    log,
    catalog,
    elapsedMs: options.world.elapsedMs,
    isTransient: (cause: unknown) => cause instanceof StorageError,
    aside: asideStore(context),
  };
  const erasures = {
    consumer: createErasures(erasing, catalog),
    // Whoever puts an older copy of `keys.db` back may write here as well, but not in the name of its keys.
    checkpoints: checkpointsWhile(checkpoints, 'tombstones', (position) =>
      keys.vouch(`erasures up to ${position}`),
    ),
  };
  const unknownEvents = {
    consumer: createUnknownEvents(catalog, ({ position, type }) =>
      withholdingOf(state, 'unknown-events').add({ position, reason: 'NeedsNewer', detail: type }),
    ),
    // A newer Daybook has more records, and then less is unknown.
    checkpoints: checkpointsWhile(checkpoints, 'records', () => catalog.records.length),
  };
  // What a log with findings says may be taken back, and nobody can be untold.
  const told = parts.log === null ? [] : (options.consumers ?? []);
  const others = told.map((consumer) => ({ consumer, checkpoints }));
  const first = createBus(busContext, [erasures]);
  const second = createBus(busContext, [unknownEvents, ...others]);
  return {
    erasures: first,
    others: second,
    positions: () => [...first.positions(), ...second.positions()],
    settle: () => {
      first.settle();
      second.settle();
    },
  };
};
