import type { AnyRecord } from '../../shared/kernel/record.ts';
import type { Notice } from '../../shared/methods.ts';
import type { Refusal } from '../../shared/protocol/refusal.ts';
import type { Bus } from './bus/Bus.ts';
import type { Erasing } from './bus/erasures.ts';
import type { EngineOptions } from './EngineOptions.ts';
import type { EventCatalog } from './eventlog/EventCatalog.ts';
import { createFollow, type Follow } from './follow.ts';
import { openBuses } from './openBuses.ts';
import { SLICE_MS, type JobRun } from './jobs/JobRun.ts';
import { createRebuildJob } from './jobs/rebuildJob.ts';
import type { OpenedParts } from './folder/openParts.ts';
import { createPrivateIndex, type PrivateIndex } from './projection/PrivateIndex.ts';
import { createProjector, type Projector } from './projection/Projector.ts';
import { dropAbandoned } from './projection/rebuild.ts';
import { forgetWithheld, withholdingOf } from './projection/withheld.ts';
import { StorageError } from './sqlite/storage-errors.ts';

/** Everything that is made from events, and what keeps it up to date. */
export interface ReadModels {
  readonly projector: Projector;
  readonly privateIndex: PrivateIndex;
  readonly erasing: Erasing;
  /** Begins to make rows anew; null while that is going on already, as it is done in the same tables. */
  readonly beginRebuild: (records: readonly AnyRecord[]) => JobRun | null;
  readonly follow: Follow;
  /**
   * Catches up, fills the private index and delivers what is due, in slices, once; resolves when that
   * is done. After a failure the next one who asks tries again.
   */
  readonly whenSettled: () => Promise<void>;
  /** The same for the private index alone. */
  readonly whenIndexed: () => Promise<void>;
  /** Up to where each consumer is done. */
  readonly consumers: Bus['positions'];
  /** Waits for what is going on, and saves how far everything is. */
  readonly rest: () => Promise<void>;
}

export interface ReadModelsContext {
  readonly parts: OpenedParts;
  readonly options: EngineOptions;
  readonly catalog: EventCatalog;
  readonly notify: (notice: Notice) => void;
  readonly note: (type: string, detail: string) => void;
  /** Names a failure of the disk; a defect gets an incident number. */
  readonly failure: (cause: unknown) => Refusal;
  readonly turn: () => Promise<void>;
  /** Runs `work` some milliseconds later. */
  readonly later: (work: () => void) => void;
  readonly isClosed: () => boolean;
}

/** The daybook was closed before everything was up to date. */
export class ClosedMeanwhile extends Error {
  override readonly name = 'ClosedMeanwhile';
}

/** How long something that failed is left alone before it is tried again. **Units:** milliseconds. */
const RETRY_MS = 10_000;

/** How often it is told how many names have been read. **Units:** milliseconds. */
const TELL_EVERY_MS = 200;

/** Opens the private index, which says anew what it cannot show. */
const openPrivateIndex = ({ parts, options, catalog }: ReadModelsContext): PrivateIndex => {
  const { reader: log, state, keys } = parts;
  const consumer = 'private-index';
  forgetWithheld(state, consumer);
  const withheld = withholdingOf(state, consumer);
  return createPrivateIndex({
    log,
    state,
    catalog,
    keys,
    elapsedMs: options.world.elapsedMs,
    reportDamage: (position, reason) => withheld.add({ position, reason, detail: 'personal part' }),
  });
};

/** Reads on in the private index, slice by slice, and tells now and then how far it is. */
const readNames = (
  privateIndex: PrivateIndex,
  { notify, options }: ReadModelsContext,
): (() => 'more' | 'done') => {
  // Not at once: how many there are is not known before the second slice.
  let toldAtMs = options.world.elapsedMs();
  return () => {
    const outcome = privateIndex.step(SLICE_MS);
    const nowMs = options.world.elapsedMs();
    if (outcome === 'more' && nowMs - toldAtMs < TELL_EVERY_MS) return outcome;
    notify({ type: 'privateIndex', ...privateIndex.progress() });
    toldAtMs = nowMs;
    return outcome;
  };
};

/** Opens the read models of a daybook; `whenSettled` then brings them up to date. */
export const createReadModels = (context: ReadModelsContext): ReadModels => {
  const { parts, options, catalog, notify, turn, failure, isClosed } = context;
  const { reader: log, state, keys } = parts;
  const projection = { log, state, catalog, elapsedMs: options.world.elapsedMs };

  const projector = createProjector(projection);
  dropAbandoned(projection);
  const privateIndex = openPrivateIndex(context);
  const erasing: Erasing = { keys, forget: privateIndex.forget };
  const buses = openBuses(context, erasing);
  let retry: NodeJS.Timeout | null = null;
  /** An erasure does not wait for the next command: nobody may come for days. */
  const deliverBy = ({ deliver }: Bus, ...what: Parameters<Bus['deliver']>): 'more' | 'done' => {
    const outcome = deliver(...what);
    if (outcome !== 'later') return outcome;
    retry ??= setTimeout(() => {
      retry = null;
      deliverAll().catch(failure);
    }, RETRY_MS).unref();
    return 'done';
  };
  /** Not on the word of a log that was found damaged: what it says cannot be taken back. */
  const carryOutErasures = (...what: Parameters<Bus['deliver']>): 'more' | 'done' =>
    parts.log === null ? 'done' : deliverBy(buses.erasures, ...what);
  // What a crash cut off is carried to the end before anybody can look.
  while (carryOutErasures(1000) === 'more');
  const bus: Pick<Bus, 'deliver'> = {
    deliver: (milliseconds, committed) => {
      const outcome = carryOutErasures(milliseconds, committed);
      return deliverBy(buses.others, milliseconds, committed) === 'more' ? 'more' : outcome;
    },
  };

  let hasSettled = false;
  let settling: Promise<void> | null = null;
  let indexing: Promise<void> | null = null;
  let catchingUp: Promise<void> | null = null;

  const inSlices = async (work: () => boolean): Promise<void> => {
    while (!isClosed() && work()) await turn();
  };
  const catchUpRows = (): Promise<void> => inSlices(() => projector.catchUp(500));
  const deliverAll = (): Promise<void> => inSlices(() => bus.deliver(SLICE_MS) === 'more');

  let isRebuilding = false;
  const beginRebuild = (records: readonly AnyRecord[]): JobRun | null => {
    if (isRebuilding) return null;
    const job = createRebuildJob(projection, projector, records);
    isRebuilding = true;
    return {
      ...job,
      end: async () => {
        try {
          await job.end();
        } finally {
          isRebuilding = false;
        }
      },
    };
  };

  const rebuild = async (records: readonly AnyRecord[]): Promise<void> => {
    const job = beginRebuild(records);
    if (!job) throw new Error('a rebuild is going on');
    context.note('ReadModelsRebuilt', records.map(({ name }) => name).join(', '));
    try {
      while (!isClosed() && (await job.step()) === 'more') await turn();
    } finally {
      await job.end();
    }
  };

  const makeRows = async (): Promise<void> => {
    // A job makes all of them, and afterwards none of them are out of date.
    await inSlices(() => isRebuilding);
    const records = projector.toRebuild();
    if (records.length > 0) await rebuild(records);
    await catchUpRows();
  };

  const fillPrivateIndex = async (): Promise<void> => {
    const read = readNames(privateIndex, context);
    // Whoever opens is answered first: the first slice takes longest, as nothing of it is warm.
    await turn();
    await inSlices(() => read() === 'more');
    if (isClosed()) throw new ClosedMeanwhile();
  };

  /** What failed, or was too much, when the events were committed. It is tried again with the next ones. */
  const catchUp = async (): Promise<void> => {
    try {
      await catchUpRows();
      await deliverAll();
      const records = catalog.records.map(({ name }) => name);
      notify({ type: 'changed', position: projector.position(), records, erased: false });
    } catch (cause) {
      failure(cause);
    } finally {
      catchingUp = null;
    }
  };

  const whenIndexed = (): Promise<void> => {
    indexing ??= fillPrivateIndex().catch((cause: unknown) => {
      indexing = null;
      throw cause;
    });
    return indexing;
  };

  const settle = async (): Promise<void> => {
    const ended = await Promise.allSettled([makeRows(), whenIndexed(), deliverAll()]);
    if (isClosed()) throw new ClosedMeanwhile();
    for (const outcome of ended) if (outcome.status === 'rejected') throw outcome.reason;
    hasSettled = true;
  };

  const whenSettled = (): Promise<void> => {
    if (settling) return settling;
    const attempt = settle();
    settling = attempt;
    attempt.catch((cause: unknown) => {
      if (cause instanceof ClosedMeanwhile) return;
      context.note('ReadModelsFailed', failure(cause).type);
      settling = null;
    });
    return attempt;
  };

  const follow = createFollow({
    erasing,
    projector,
    privateIndex,
    bus,
    catalog,
    notify,
    failure,
    catchUp: () => {
      if (hasSettled) catchingUp ??= catchUp();
      // Whoever asks for it is told why it fails; here it is only tried again.
      else void whenSettled().catch(() => undefined);
    },
    later: context.later,
  });

  return {
    projector,
    privateIndex,
    erasing,
    beginRebuild,
    follow,
    whenSettled,
    whenIndexed,
    consumers: buses.positions,
    rest: async () => {
      follow.bringUpToDateIfPossible();
      if (retry) clearTimeout(retry);
      await settling?.catch(() => undefined);
      await catchingUp;
      if (parts.log === null) return;
      try {
        buses.settle();
      } catch (cause) {
        // Checkpoints only spare work at the next start, and there may be no room for them.
        if (!(cause instanceof StorageError)) throw cause;
      }
    },
  };
};
