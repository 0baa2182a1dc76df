import { z } from 'zod';
import { exampleKinds } from './imports/example-file.ts';
import type { Result } from './kernel/result.ts';
import type { ViewRows } from './kernel/view.ts';
import { languages } from './languages.ts';
import type { PassphraseChanged, StorageReport } from './protocol/daybook-status.ts';
import { commandEnvelopeSchema, inputSchema, type CommandReply } from './protocol/envelopes.ts';
import type { ChosenPlace } from './protocol/handed-files.ts';
import type { HostFacts, HostState, KnownDaybook } from './protocol/host-state.ts';
import {
  inspectSchema,
  previewSchema,
  type FileInspection,
  type ImportPreview,
} from './protocol/importing.ts';
import {
  jobSchema,
  type JobEnding,
  type JobProgress,
  type JobReport,
  type RunningJob,
} from './protocol/jobs.ts';
import type { Refusal } from './protocol/refusal.ts';

/*
 * What a window can call, and the frames that carry it, whatever carries them: a WebSocket in the browser,
 * Electron's IPC on the desktop. What goes in and what comes out is in `protocol`; commands and views are
 * named in `contract.ts`.
 */

const passphrase = z.string().min(1).max(1024);

/** **Units:** UTF-16 code units. */
export const longestDaybookName = 200;

/** Everything a window can ask for: the input of each method, checked at the door. */
export const methodInputs = {
  'host/state': z.strictObject({}),
  'host/diagnostics': z.strictObject({}),
  'daybook/create': z.strictObject({
    name: z.string().min(1).max(longestDaybookName, 'DaybookNameTooLong'),
    currency: z.string().regex(/^[A-Z]{3}$/),
    passphrase,
  }),
  'daybook/open': z.strictObject({ folder: z.string().min(1).max(4096), passphrase }),
  'daybook/close': z.strictObject({}),
  'daybook/locate': z.strictObject({}),
  /** As closing, but windows keep their place in it. */
  'daybook/lock': z.strictObject({}),
  /** Somebody is at work in this window, which wants the lock after so many minutes; null: never. */
  'daybook/active': z.strictObject({ lockAfterMinutes: z.int().min(1).max(1440).nullable() }),
  'daybook/change-passphrase': z.strictObject({ current: passphrase, next: passphrase }),
  'daybook/storage': z.strictObject({}),
  /** The folder of the open daybook, in the system's own window of folders. */
  'daybook/show': z.strictObject({}),
  /** `id` is for progress, and what `sample/cancel` calls it. */
  'sample/open': z.strictObject({ id: z.string().max(64) }),
  'sample/cancel': z.strictObject({ id: z.string().max(64) }),
  'sample/remove': z.strictObject({}),
  'host/about': z.strictObject({}),
  'command/execute': commandEnvelopeSchema,
  'view/ask': z.strictObject({
    view: z.string().max(100),
    input: inputSchema,
  }),
  'job/run': z.strictObject({ id: z.string().max(64), job: jobSchema }),
  'file/inspect': inspectSchema,
  'import/preview': previewSchema,
  /** Writes an example of such a file at a place. */
  'import/example': z.strictObject({
    file: z.string().max(64),
    kind: z.enum(exampleKinds),
    language: z.enum(languages),
  }),
  'job/cancel': z.strictObject({ id: z.string().max(64) }),
  /** How work has ended that another window has begun. */
  'job/ending': z.strictObject({ id: z.string().max(64) }),
  'file/place': z.strictObject({ name: z.string().min(1).max(200) }),
  /** What was written at a place, in the system's own window of folders. */
  'file/show': z.strictObject({ id: z.string().max(64) }),
  'file/release': z.strictObject({ id: z.string().max(64) }),
} as const;

export type Method = keyof typeof methodInputs;
export type MethodInput<Name extends Method> = z.input<(typeof methodInputs)[Name]>;

/** What each method gives back. A reply is always a `Result` or a `CommandReply`; nothing is thrown across. */
export interface MethodOutputs {
  'host/state': Result<HostState, Refusal>;
  /** For whoever mends: versions, figures and the end of the local log, and nothing personal. */
  'host/diagnostics': Result<{ readonly text: string }, Refusal>;
  'daybook/create': Result<HostState, Refusal>;
  'daybook/open': Result<HostState, Refusal>;
  'daybook/close': Result<HostState, Refusal>;
  /** The daybook whose folder the user has chosen in a dialog of the system; null when in none. */
  'daybook/locate': Result<KnownDaybook | null, Refusal>;
  'daybook/lock': Result<HostState, Refusal>;
  'daybook/active': Result<null, Refusal>;
  'daybook/change-passphrase': Result<PassphraseChanged, Refusal>;
  'daybook/storage': Result<StorageReport, Refusal>;
  'daybook/show': Result<null, Refusal>;
  'sample/open': Result<HostState, Refusal>;
  'sample/cancel': Result<null, Refusal>;
  'sample/remove': Result<HostState, Refusal>;
  'host/about': Result<HostFacts, Refusal>;
  'command/execute': CommandReply;
  'view/ask': Result<ViewRows, Refusal>;
  'job/run': Result<JobReport, Refusal>;
  'job/cancel': Result<null, Refusal>;
  /** Null when it is not kept any more, since the next of its kind has ended. */
  'job/ending': Result<JobEnding | null, Refusal>;
  'file/inspect': Result<FileInspection, Refusal>;
  'import/preview': Result<ImportPreview, Refusal>;
  'import/example': Result<null, Refusal>;
  /** Null where the user has chosen none. */
  'file/place': Result<ChosenPlace | null, Refusal>;
  'file/show': Result<null, Refusal>;
  'file/release': Result<null, Refusal>;
}

/** What the program tells a window unasked. */
export type Notice =
  /** Rows have changed up to this position: ask again what is on the screen. */
  | {
      readonly type: 'changed';
      readonly position: number;
      readonly records: readonly string[];
      /** Somebody was erased: what was answered before may name them. */
      readonly erased: boolean;
    }
  /** The open daybook is not as it was: ask how it is. */
  | {
      readonly type: 'status';
      /** Its files are gone, and with its closing everything in it. */
      readonly isDeleted: boolean;
    }
  | { readonly type: 'progress'; readonly progress: JobProgress }
  /** Long work has begun or ended: this is all that is under way now. */
  | { readonly type: 'jobs'; readonly jobs: readonly RunningJob[] }
  | { readonly type: 'privateIndex'; readonly done: number; readonly total: number }
  | { readonly type: 'host'; readonly state: HostState };

/** Where a window in a browser opens its WebSocket: text frames, one JSON document each. */
export const socketPath = '/socket';

/** Where a window in a browser hands files over (`POST`), and below which it collects them (`GET /files/<id>`). */
export const filesPath = '/files';

/** The header with a handed file's name, percent-encoded. */
export const fileNameHeader = 'x-daybook-file-name';

/** A window that sends a longer frame is let go. **Units:** bytes of UTF-8. */
export const maxFrameBytes = 1_048_576;

/** In the reply to a frame whose `request` could not be read. Requests count from 1. */
export const unreadableRequest = -1;

/** A frame from a window. */
export interface RequestFrame {
  readonly request: number;
  readonly method: string;
  readonly input: unknown;
}

/** A frame to a window. */
export type ReplyFrame =
  { readonly request: number; readonly reply: unknown } | { readonly notice: Notice };
