import type { CloudEvent } from '../../shared/kernel/cloud-event.ts';
import type { Result } from '../../shared/kernel/result.ts';
import type { ViewRows } from '../../shared/kernel/view.ts';
import type { Notice } from '../../shared/methods.ts';
import type {
  DaybookStatus,
  Lag,
  PassphraseChanged,
} from '../../shared/protocol/daybook-status.ts';
import type { CommandEnvelope, CommandReply } from '../../shared/protocol/envelopes.ts';
import type {
  FileInspection,
  ImportPreview,
  InspectOrder,
  PreviewOrder,
} from '../../shared/protocol/importing.ts';
import type { Job, JobRefusal, JobReport } from '../../shared/protocol/jobs.ts';
import type { Refusal } from '../../shared/protocol/refusal.ts';
import type { DaybookSize } from './folder/measureDaybook.ts';

/**
 * Room for the key that a passphrase was made into: it opens this daybook again after a crash, and nothing
 * else. Threads share it, so that there is one place to overwrite.
 *
 * **Shape:** 32 bytes, zero while no key is kept. **Source:** decision 12.
 */
export type KeptKey = Uint8Array<SharedArrayBuffer>;

/** Where a daybook is, and what opens it. */
export interface DaybookLocation {
  readonly folder: string;
  readonly passphrase: string;
  /** Takes the key, for a `DaybookToReopen`. */
  readonly keepKeyIn?: KeptKey;
}

/** A daybook that was open when its thread ended. */
export interface DaybookToReopen {
  readonly folder: string;
  readonly keptKey: KeptKey;
}

export interface NewDaybook extends DaybookLocation {
  readonly name: string;
  /** ISO 4217. */
  readonly currency: string;
}

/** What whoever mends wants to know beside the status. */
export interface EngineFigures {
  /** The version of the library inside; Node has another one of its own. */
  readonly sqlite: string;
  readonly size: DaybookSize;
  /** How far everything is behind the log. */
  readonly lag: readonly Lag[];
}

/**
 * One open daybook: the front door that every host uses. Everything behind it runs in one thread;
 * `startEngine` gives this interface over a worker, `createEngine` within the same thread.
 */
export interface Engine {
  /** How it was when it was opened, for whoever must not wait until the first names have been read. */
  readonly opened: DaybookStatus;
  readonly status: () => Promise<DaybookStatus>;
  readonly figures: () => Promise<EngineFigures>;
  /** Answers after the command's commit is on disk. Commands that wait at the same time share one commit. */
  readonly execute: (command: CommandEnvelope) => Promise<CommandReply>;
  /** Many commands in one message, answered in their order. */
  readonly executeAll: (commands: readonly CommandEnvelope[]) => Promise<readonly CommandReply[]>;
  readonly ask: (view: string, input: object) => Promise<Result<ViewRows, Refusal>>;
  /** Waits until every name is in the private index; views are complete from then on. */
  readonly whenIndexed: () => Promise<void>;
  /** Events after `position` in the open format, at most `limit`. */
  readonly readLog: (position: number, limit: number) => Promise<readonly CloudEvent[]>;
  /** Runs a job to its end. `id` is the caller's, for progress and cancel; a cancelled job refuses with `Cancelled`. */
  readonly runJob: (id: string, job: Job) => Promise<Result<JobReport, JobRefusal>>;
  readonly cancelJob: (id: string) => Promise<void>;
  /** What a file that may be brought in seems to be, by its first part. */
  readonly inspectFile: (order: InspectOrder) => Promise<Result<FileInspection, Refusal>>;
  /** What its first rows become under a map; nothing is written. */
  readonly previewImport: (order: PreviewOrder) => Promise<Result<ImportPreview, Refusal>>;
  /**
   * Locks the keys under another passphrase, durable before it answers.
   * **Errors:** `WrongPassphrase`, `PassphraseEmpty`, `ReadOnly`, and the refusals of the disk.
   */
  readonly changePassphrase: (
    current: string,
    next: string,
  ) => Promise<Result<PassphraseChanged, Refusal>>;
  readonly onNotice: (listener: (notice: Notice) => void) => void;
  /**
   * Settles when the engine is gone, and never rejects: `closed` after `close`, `crashed` when its thread
   * ended by itself. Then every call that waits rejects, and the daybook may be opened again.
   */
  readonly ended: Promise<'closed' | 'crashed'>;
  /** Ends the work in hand, locks, and gives up the files. */
  readonly close: () => Promise<void>;
}
