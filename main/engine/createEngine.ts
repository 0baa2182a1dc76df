import { err } from '../../shared/kernel/result.ts';
import { createUuidSource } from '../../shared/kernel/uuid.ts';
import type { Notice } from '../../shared/methods.ts';
import type { DaybookStatus } from '../../shared/protocol/daybook-status.ts';
import type { CommandEnvelope, CommandReply } from '../../shared/protocol/envelopes.ts';
import type { Finding } from '../../shared/protocol/finding.ts';
import type { Refusal } from '../../shared/protocol/refusal.ts';
import { heedErasures } from './bus/erasures.ts';
import type { QueueReply } from './command/CommandQueue.ts';
import { createCommands } from './createCommands.ts';
import type { FilesDeleted } from './createDeletionWatch.ts';
import { createFileLooks } from './createFileLooks.ts';
import { createJobs } from './createJobs.ts';
import { createQuestions } from './createQuestions.ts';
import { ClosedMeanwhile, createReadModels } from './createReadModels.ts';
import { createWatches } from './createWatches.ts';
import type { Engine } from './Engine.ts';
import type { EngineOptions } from './EngineOptions.ts';
import { createEventCatalog } from './eventlog/EventCatalog.ts';
import { PersonalPartDamaged } from './eventlog/openPersonal.ts';
import { createPassphraseChange } from './folder/createPassphraseChange.ts';
import type { OpenedParts } from './folder/openParts.ts';
import { readFigures } from './query/readFigures.ts';
import { readStatus } from './query/readStatus.ts';
import { StorageError } from './sqlite/storage-errors.ts';
import { storageRefusal } from './sqlite/storageRefusal.ts';
import { toCloudEvent } from './eventlog/toCloudEvent.ts';

/** A defect, told to the user by its incident number; what happened stands in the local log file. */
export interface Unexpected {
  readonly type: 'Unexpected';
  readonly incidentId: string;
}

/** Damage was found: the daybook may be read, and nothing is written until it is mended. */
export interface ReadOnly {
  readonly type: 'ReadOnly';
  readonly findings: readonly Finding[];
}

/** Something that a view shows should open and does not: damage, which verify tells more of. */
export interface PersonalPartUnreadable {
  readonly type: 'PersonalPartUnreadable';
  readonly position: number;
}

/** The daybook has been closed, or is being closed: it takes nothing more. */
export interface Closed {
  readonly type: 'Closed';
}

const closed: Closed = { type: 'Closed' };

const unexpected = (incidentId: string): Unexpected => ({ type: 'Unexpected', incidentId });

const unreadable = ({ position }: PersonalPartDamaged): PersonalPartUnreadable => ({
  type: 'PersonalPartUnreadable',
  position,
});

/** Callers are not told whether a receipt is the first: it is the same receipt. */
const outside = ({ repeated: _repeated, ...reply }: QueueReply): CommandReply => reply;

/**
 * Turns between slices. Of all that waits for one, a single slice goes on in each round of the event loop:
 * otherwise work that goes on side by side would keep others waiting for as many slices at once.
 */
const createTurns = (): (() => Promise<void>) => {
  let last = Promise.resolve();
  return () => {
    last = last.then(() => new Promise((resolve) => setImmediate(resolve)));
    return last;
  };
};

const soon = (work: () => void): void => void setImmediate(work);

/** How far rows may be behind when nobody asks for them. **Units:** milliseconds. */
const ROWS_WITHIN_MS = 50;

const later = (work: () => void): void => void setTimeout(work, ROWS_WITHIN_MS);

/** Builds an engine over the open files of a daybook, in this thread. */
export const createEngine = (opened: OpenedParts, options: EngineOptions): Engine => {
  const { world } = options;
  const catalog = createEventCatalog(options.records);
  const parts: OpenedParts =
    opened.log === null
      ? { ...opened, keys: heedErasures(opened.keys, opened.reader, catalog) }
      : opened;
  const { reader: log, keys } = parts;
  const newId = createUuidSource(world);
  const findings: Finding[] = [...parts.findings];
  const { notes } = parts;
  const listeners: ((notice: Notice) => void)[] = [];
  let closing: Promise<void> | null = null;
  let tellEnded: (how: 'closed') => void = () => undefined;
  const ended = new Promise<'closed'>((resolve) => {
    tellEnded = resolve;
  });

  const notify = (notice: Notice): void => listeners.forEach((listener) => listener(notice));

  const failure = (cause: unknown): Refusal => {
    if (cause instanceof StorageError) return storageRefusal(cause);
    return cause instanceof ClosedMeanwhile ? closed : unexpected(options.reportDefect(cause));
  };

  const watches = createWatches({ parts, world, findings, notify });

  const readOnly = (): FilesDeleted | ReadOnly | null =>
    watches.deletion.refusal() ??
    (findings.length > 0 ? { type: 'ReadOnly', findings: [...findings] } : null);

  const readModels = createReadModels({
    parts,
    options,
    catalog,
    notify: watches.notify,
    note: (type, detail) => notes.push({ type, detail }),
    failure,
    turn: createTurns(),
    later,
    isClosed: () => closing !== null,
  });
  const { privateIndex, whenSettled } = readModels;
  const { bringUpToDate } = readModels.follow;
  // Whoever waits for it gets the failure; without anybody waiting it must not end the process.
  whenSettled().catch(() => undefined);

  const { ask, mustAsk } = createQuestions({
    parts,
    options,
    catalog,
    isSound: () => findings.length === 0,
    bringUpToDate,
  });

  const commands = createCommands({
    parts,
    options,
    catalog,
    newId,
    readModels,
    ask: mustAsk,
    deletion: watches.deletion,
    readOnly,
    failure,
    soon,
    outcomeUnknown: () =>
      findings.push({ type: 'OutcomeUnknown', detail: 'the disk failed during a commit' }),
  });

  const jobs = createJobs({
    parts,
    options,
    catalog,
    newId,
    beginRebuild: readModels.beginRebuild,
    bringUpToDate,
    commands,
    ask: mustAsk,
    answer: ask,
    readOnly,
    whenSettled,
    onProgress: (progress) => notify({ type: 'progress', progress }),
    failure,
    soon,
  });

  const refusal = (): Refusal | null => (closing ? closed : readOnly());
  const passphrase = createPassphraseChange({ keys, refusal, failure });
  const fileLooks = createFileLooks({
    parts,
    options,
    newId,
    ask: mustAsk,
    commands,
    whenSettled,
    isClosed: () => (closing ? closed : null),
    failure,
  });

  const status = (): DaybookStatus => {
    readModels.follow.bringUpToDateIfPossible();
    return readStatus(parts, privateIndex, findings, notes, watches.clock.ahead());
  };

  const run = async (all: readonly CommandEnvelope[]): Promise<readonly CommandReply[]> =>
    closing
      ? all.map(({ id }) => ({ ok: false, id: id ?? null, error: closed }))
      : (await commands.run(all)).map(outside);

  /** Ends the work in hand, then gives up the files. Nothing new is let in meanwhile. */
  const shut = async (): Promise<void> => {
    await jobs.stop();
    await passphrase.whenIdle();
    await commands.whenIdle();
    watches.stop();
    try {
      await readModels.rest();
    } finally {
      parts.close();
      tellEnded('closed');
    }
  };

  return {
    opened: status(),
    status: () => Promise.resolve(status()),
    figures: () => Promise.resolve(readFigures(parts, readModels)),
    execute: async (command) => {
      const [reply] = await run([command]);
      if (!reply) throw new Error('a command was not answered');
      return reply;
    },
    executeAll: run,
    ask: (name, input) => {
      if (closing) return Promise.resolve(err(closed));
      try {
        return Promise.resolve(ask(name, input));
      } catch (cause) {
        const refusal = cause instanceof PersonalPartDamaged ? unreadable(cause) : failure(cause);
        return Promise.resolve(err(refusal));
      }
    },
    whenIndexed: () =>
      whenSettled().catch((cause: unknown) => {
        if (!(cause instanceof ClosedMeanwhile)) throw cause;
      }),
    readLog: (position, limit) =>
      Promise.resolve(
        log.readAfter(position, limit).map((stored) => toCloudEvent(stored, log.daybook)),
      ),
    runJob: (id, job) => (closing ? Promise.resolve(err(closed)) : jobs.run(id, job)),
    cancelJob: (id) => Promise.resolve(jobs.cancel(id)),
    changePassphrase: passphrase.run,
    ...fileLooks,
    onNotice: (listener) => {
      listeners.push(listener);
    },
    close: () => (closing ??= shut()),
    ended,
  };
};
