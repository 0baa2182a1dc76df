import { existsSync, statSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { Worker } from 'node:worker_threads';
import { err, ok, type Result } from '../../shared/kernel/result.ts';
import type { Notice } from '../../shared/methods.ts';
import type { Refusal } from '../../shared/protocol/refusal.ts';
import { createSpareThread } from './createSpareThread.ts';
import type { DaybookLocation, DaybookToReopen, Engine, KeptKey, NewDaybook } from './Engine.ts';
import { readLockFile } from './folder/lockFile.ts';
import { markerExtension, markerFileIn } from './folder/markerFile.ts';
import type { InUse } from './folder/openParts.ts';
import { whatIsMissing, type LogMissing, type NotADaybook } from './folder/whatIsMissing.ts';
import type { EngineMethod, WorkerReply, WorkerStart } from './workerMessages.ts';

/** What a host may want to know of its engine's thread. */
export interface EngineHost {
  /** Takes what went wrong inside, without personal data, for the local log file. */
  readonly onDefect?: (defect: string, incidentId: string) => void;
}

/** The thread ended while something was waiting for it. The daybook can be opened again. */
export class EngineEnded extends Error {
  override readonly name = 'EngineEnded';
}

/** A bug inside; the host's log has the details under this number. */
export class EngineDefect extends Error {
  override readonly name = 'EngineDefect';
  readonly incidentId: string;

  constructor(incidentId: string) {
    super(`incident ${incidentId}`);
    this.incidentId = incidentId;
  }
}

/** Built, the worker stands beside the host's file; from source, beside this one. */
const workerFile = (): string => {
  const built = join(import.meta.dirname, 'worker.cjs');
  return typeof __DAYBOOK_BUILT__ !== 'undefined' && existsSync(built)
    ? built
    : join(import.meta.dirname, 'worker.ts');
};

/**
 * V8 would let young objects of a thread grow to 192 MB on a machine with much memory, and gives little
 * of it back. With this much the thread is as fast. **Units:** MB.
 */
const resourceLimits = { maxYoungGenerationSizeMb: 48 };

const threads = createSpareThread(() => new Worker(workerFile(), { resourceLimits }));

interface Call {
  readonly resolve: (value: unknown) => void;
  readonly reject: (cause: Error) => void;
}

const connect = (worker: Worker, host: EngineHost): Promise<Result<Engine, Refusal>> => {
  const calls = new Map<number, Call>();
  const listeners: ((notice: Notice) => void)[] = [];
  let nextId = 1;
  let hasEnded = false;
  let closing: Promise<void> | null = null;
  let tellEnded: (how: 'closed' | 'crashed') => void = () => undefined;
  const ended = new Promise<'closed' | 'crashed'>((resolve) => {
    tellEnded = resolve;
  });

  const call = (method: EngineMethod, params: readonly unknown[]): Promise<unknown> =>
    new Promise((resolve, reject) => {
      if (hasEnded) {
        reject(new EngineEnded());
        return;
      }
      const id = nextId;
      nextId += 1;
      calls.set(id, { resolve, reject });
      worker.postMessage({ id, method, params });
    });

  const close = async (): Promise<void> => {
    await call('close', []);
    await ended;
  };

  const engine: Omit<Engine, 'opened'> = {
    status: () => call('status', []) as ReturnType<Engine['status']>,
    figures: () => call('figures', []) as ReturnType<Engine['figures']>,
    execute: (command) => call('execute', [command]) as ReturnType<Engine['execute']>,
    executeAll: (commands) => call('executeAll', [commands]) as ReturnType<Engine['executeAll']>,
    ask: (view, input) => call('ask', [view, input]) as ReturnType<Engine['ask']>,
    whenIndexed: () => call('whenIndexed', []) as Promise<void>,
    readLog: (position, limit) =>
      call('readLog', [position, limit]) as ReturnType<Engine['readLog']>,
    runJob: (id, job) => call('runJob', [id, job]) as ReturnType<Engine['runJob']>,
    inspectFile: (order) => call('inspectFile', [order]) as ReturnType<Engine['inspectFile']>,
    previewImport: (order) => call('previewImport', [order]) as ReturnType<Engine['previewImport']>,
    cancelJob: (id) => call('cancelJob', [id]) as Promise<void>,
    changePassphrase: (current, next) =>
      call('changePassphrase', [current, next]) as ReturnType<Engine['changePassphrase']>,
    onNotice: (listener) => {
      listeners.push(listener);
    },
    ended,
    close: () => (hasEnded ? Promise.resolve() : (closing ??= close())),
  };

  const settle = (reply: Extract<WorkerReply, { readonly id: number }>): void => {
    const waiting = calls.get(reply.id);
    calls.delete(reply.id);
    if ('incidentId' in reply) waiting?.reject(new EngineDefect(reply.incidentId));
    else waiting?.resolve(reply.value);
  };

  return new Promise((resolve, reject) => {
    worker.on('message', (reply: WorkerReply) => {
      if ('started' in reply)
        resolve(reply.started.ok ? ok({ ...engine, opened: reply.started.value }) : reply.started);
      else if ('notice' in reply) for (const listener of listeners) listener(reply.notice);
      else if ('defect' in reply) host.onDefect?.(reply.defect, reply.incidentId);
      else settle(reply);
    });
    worker.on('error', (cause) => {
      host.onDefect?.(cause instanceof Error ? cause.name : 'Error', 'worker');
      reject(cause instanceof Error ? cause : new EngineEnded());
    });
    worker.on('exit', () => {
      hasEnded = true;
      for (const { reject: fail } of calls.values()) fail(new EngineEnded());
      calls.clear();
      tellEnded(closing ? 'closed' : 'crashed');
      reject(new EngineEnded());
    });
  });
};

/**
 * The logs that threads of this process have open. A thread knows its own files only; and merely to look
 * at those of another one would take the lock of the whole process away.
 */
const openLogs = new Set<string>();

/** The file that is the log of a folder, whatever names lead to it; null when there is none. */
const logIn = (folder: string): string | null => {
  try {
    const { dev, ino } = statSync(join(folder, 'log.db'), { bigint: true });
    return `${dev}/${ino}`;
  } catch {
    // Missing, or out of reach: the thread says which.
    return null;
  }
};

const start = async (
  what: WorkerStart,
  folder: string,
  host: EngineHost,
): Promise<Result<Engine, Refusal>> => {
  const worker = threads.take();
  let held: string | null = null;
  const hold = (): void => {
    held = logIn(folder);
    if (held !== null) openLogs.add(held);
  };
  // Once: when the thread ends, somebody else may have it already.
  const release = (): void => {
    if (held !== null) openLogs.delete(held);
    held = null;
  };
  worker.once('exit', release);
  if (what.do === 'open') hold();
  const starting = connect(worker, host);
  worker.postMessage(what);
  const started = await starting;
  if (!started.ok) release();
  else if (what.do === 'create') hold();
  return started;
};

/**
 * Creates a daybook in an empty or missing folder and opens it in a worker thread of its own.
 *
 * **Errors:** `FolderNotEmpty`, `FolderUnusable`, `CurrencyInvalid`, `IdentityInvalid`,
 * `PassphraseEmpty`, and the refusals of the disk.
 */
export const createDaybook = (
  daybook: NewDaybook,
  host: EngineHost = {},
): Promise<Result<Engine, Refusal>> => start({ do: 'create', daybook }, daybook.folder, host);

/**
 * Has a thread read the engine's code and wait for a daybook: a third of a second that passes while
 * somebody types a passphrase.
 */
export const prepareEngine = threads.prepare;

/** Room for a key that no opening has filled yet. */
export const createKeptKey = (): KeptKey => new Uint8Array(new SharedArrayBuffer(32));

/**
 * Opens a daybook in a worker thread of its own, by its passphrase or, after a crash, by the key that was
 * kept. A damaged one is opened for reading only: see the `findings` of its status.
 *
 * **Errors:** `NotADaybook`, `LogMissing`, `WrongPassphrase`, `InUse` (with who holds it), `FormatTooNew`,
 * `ForeignDatabase`, `KeysDamaged`, `LogUnreadable`, and the refusals of the disk.
 */
export const openDaybook = async (
  location: DaybookLocation | DaybookToReopen,
  host: EngineHost = {},
): Promise<Result<Engine, Refusal>> => {
  const { folder } = location;
  const inUse: InUse = { type: 'InUse', holder: readLockFile(folder) };
  if (openLogs.has(logIn(folder) ?? '')) return err(inUse);
  return start({ do: 'open', location }, folder, host);
};

/** Looks whether there is a daybook to open in a folder, without opening it. */
export const findDaybook = (folder: string): Result<null, NotADaybook | LogMissing> => {
  const missing = whatIsMissing(folder);
  return missing ? err(missing) : ok(null);
};

/** The folder that a marker stands for, which lies in it; null when it is no marker. */
export const folderOfMarker = (file: string): string | null =>
  file.endsWith(markerExtension) && (statSync(file, { throwIfNoEntry: false })?.isFile() ?? false)
    ? dirname(file)
    : null;

/** Whether a file may not be written, as it would lie among those of a daybook. */
export { liesInDaybook } from './folder/liesInDaybook.ts';
export { openFileDraft, sweepDraft, type FileDraft } from './jobs/fileDraft.ts';

/** The marker of the daybook in a folder, for the desktop's own list of what was open last. */
export const markerOf = markerFileIn;
