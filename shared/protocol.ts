import { z } from 'zod';
import type { Result } from './kernel/result.ts';
import { readAsSchema, type FileEncodingName, type Separator } from './imports/reading.ts';

/**
 * What a window and the program say to each other, whatever carries it: a WebSocket in the browser,
 * Electron's IPC on the desktop, `postMessage` to the engine's thread. Commands and views are named
 * in `contract.ts`; here are the envelopes.
 */

/** Any JSON object; what must be in it is checked by the command or view it is for. */
export const inputSchema: z.ZodType<object, object> = z.record(z.string(), z.unknown());

/** One command as it comes from outside. Without an `id` it gets a new one and cannot be repeated safely. */
export const commandEnvelopeSchema = z.strictObject({
  id: z.string().max(64).optional(),
  command: z.string().max(100),
  input: inputSchema,
});
export type CommandEnvelope = z.infer<typeof commandEnvelopeSchema>;

/** Any refusal. `type` names the condition; the other fields carry what the user needs to know. */
export interface Refusal {
  readonly type: string;
}

export type CommandReply =
  | { readonly ok: true; readonly id: string; readonly position: number; readonly result: object }
  | { readonly ok: false; readonly id: string | null; readonly error: Refusal };

/** What is wrong with a daybook, for people who mend; without personal data. */
export interface Finding {
  readonly type: string;
  readonly position?: number;
  readonly device?: string;
  readonly seq?: number;
  readonly detail: string;
}

export interface VerifyReport {
  readonly sound: boolean;
  /** How many events were read. */
  readonly events: number;
  readonly findings: readonly Finding[];
}

export interface RebuildReport {
  readonly events: number;
  readonly streams: number;
  readonly milliseconds: number;
}

/** What became of the rows of a file. Lines count from 1, the header being line 1. */
export interface ImportReport {
  readonly read: number;
  readonly added: number;
  readonly unchanged: number;
  readonly refused: readonly { readonly line: number; readonly error: Refusal }[];
  /** Rows that are here already, but not as the file has them. The daybook keeps its own. */
  readonly differing: readonly { readonly line: number; readonly fields: readonly string[] }[];
  /** How many there are of each, named above or not. */
  readonly counts: { readonly refused: number; readonly differing: number };
  /** Refused rows by their reason, see `refusalReason`, each with the first line that it was met in. */
  readonly reasons: readonly {
    readonly reason: string;
    readonly count: number;
    readonly line: number;
  }[];
  /** What the file was taken for; umlauts gone wrong or one single column are explained by it. */
  readonly readAs: FileReading;
}

/** How a file was read. */
export interface FileReading {
  readonly encoding: FileEncodingName;
  readonly separator: Separator;
}

/** What a file seems to be, by its first part. */
export interface FileInspection {
  /** **Units:** bytes. */
  readonly size: number;
  readonly readAs: FileReading;
  /** False where something else is as likely, so that somebody should look. */
  readonly isSure: { readonly encoding: boolean; readonly separator: boolean };
  /** The names of the columns; one without a name is left out. */
  readonly header: readonly string[];
  readonly unnamedColumns: number;
  /** The first rows: cells in the order of the header, cut short, or why the row could not be read. */
  readonly rows: readonly {
    readonly line: number;
    readonly cells: readonly string[];
    readonly error?: Refusal;
  }[];
  /** How many rows there seem to be; exact when the file is no longer than what was read of it. */
  readonly rowCount: { readonly about: number; readonly isExact: boolean };
  /** Rows of the part that was read that will be refused as they stand, by their reason. */
  readonly faults: readonly {
    readonly reason: string;
    readonly count: number;
    readonly line: number;
  }[];
}

/** What the first rows of a file become under a map. Nothing is written. */
export interface ImportPreview {
  readonly rows: readonly PreviewRow[];
}

export interface PreviewRow {
  readonly line: number;
  readonly outcome: 'added' | 'unchanged' | 'refused';
  /** Of a refused row. */
  readonly error?: Refusal;
  /** Of one that is here already: what the file says otherwise. */
  readonly differing?: readonly string[];
  /** What would be run. */
  readonly commands: readonly { readonly command: string; readonly input: object }[];
}

/**
 * Where the refused rows of an import are written, to be mended and brought in again, and in which words:
 * `reasons` are by `refusalReason` or type, with places for what the refusal says, `{text}`.
 */
const refusedFileSchema = z.strictObject({
  file: z.string().max(4096),
  headings: z.strictObject({
    line: z.string().min(1).max(100),
    reason: z.string().min(1).max(100),
  }),
  reasons: z.record(z.string().max(100), z.string().max(500)),
});
export type RefusedFileOrder = z.infer<typeof refusedFileSchema>;

/** A file that a window has handed to the program, and that a job may read. */
export interface HandedFile {
  readonly id: string;
  /** Its own name, never a path. */
  readonly name: string;
  readonly bytes: number;
}

/** Where a job may write a file for a window. */
export interface ChosenPlace {
  readonly id: string;
  readonly name: string;
}

/** An exported list can be told so many values that its rows may, or must not, have. */
export const MOST_KEPT_VALUES = 20_000;

/** A column of an exported list: a field of the view's rows, under a heading in the user's language. */
const exportColumnSchema = z.strictObject({
  field: z.string().max(100),
  heading: z.string().max(200),
  /** What stands where there is nothing because the person was erased. */
  erased: z.string().max(100).optional(),
  /** What stands where there is nothing although the person was not erased. */
  missing: z.string().max(100).optional(),
});
export type ExportColumn = z.infer<typeof exportColumnSchema>;

/** What can be written into a file. */
export const exportOrderSchema = z.discriminatedUnion('what', [
  z.strictObject({
    what: z.literal('list'),
    view: z.string().max(100),
    input: inputSchema,
    columns: z.array(exportColumnSchema).min(1).max(100),
    /** Only the rows whose field has one of these values, or all but those; all without it. */
    rows: z
      .strictObject({
        keep: z.enum(['only', 'except']),
        field: z.string().max(100),
        values: z.array(z.string().max(100)).max(MOST_KEPT_VALUES),
      })
      .optional(),
    /** How true and false are written. */
    yes: z.string().max(100),
    no: z.string().max(100),
  }),
  /** People and their limits, as the import of people takes them. */
  z.strictObject({ what: z.literal('people') }),
  /** Entries, as the import of entries takes them. */
  z.strictObject({ what: z.literal('entries') }),
  /** The events as CloudEvents, a line each; with `personal` those parts are opened. */
  z.strictObject({ what: z.literal('log'), personal: z.boolean() }),
]);
export type ExportOrder = z.infer<typeof exportOrderSchema>;

/** What was written into a file. All of it is as the daybook was at one position. */
export interface ExportReport {
  /** Rows below the heading, or events. */
  readonly written: number;
  /** What the format cannot carry, see `docs/file-formats.md`. */
  readonly leftOut: number;
  readonly position: number;
}

/** Work that takes long: runs in slices beside everything else, tells its progress, can be cancelled. */
export const jobSchema = z.discriminatedUnion('kind', [
  z.strictObject({ kind: z.literal('verify') }),
  z.strictObject({ kind: z.literal('rebuild') }),
  z.strictObject({
    kind: z.literal('import'),
    /** `people` or `entries`: the name of an import definition. */
    import: z.string().max(100),
    /** A CSV file: its path, or the id of a `HandedFile` where a window asks, which never names a path. */
    file: z.string().max(4096),
    map: z.record(z.string(), z.unknown()),
    dryRun: z.boolean(),
    readAs: readAsSchema.optional(),
    /** How many refused and how many differing rows the report names; all of them, if nothing is said. */
    nameAtMost: z.int().min(0).max(1_000_000).optional(),
    refusedFile: refusedFileSchema.optional(),
  }),
  z.strictObject({
    kind: z.literal('export'),
    export: exportOrderSchema,
    /** Where to write: a path, or the id of a `ChosenPlace` where a window asks. */
    file: z.string().max(4096),
  }),
]);
export type Job = z.infer<typeof jobSchema>;

export type JobReport =
  | ({ readonly kind: 'verify' } & VerifyReport)
  | ({ readonly kind: 'rebuild' } & RebuildReport)
  | ({ readonly kind: 'import' } & ImportReport)
  | ({ readonly kind: 'export' } & ExportReport);

/** Why a job has ended early, and what it had done by then, where that stays done. */
export interface JobRefusal extends Refusal {
  readonly report?: JobReport;
}

/** A file to be looked at; nothing is done with it yet. */
export const inspectSchema = z.strictObject({
  file: z.string().max(4096),
  readAs: readAsSchema.optional(),
});
export type InspectOrder = z.infer<typeof inspectSchema>;

export const previewSchema = inspectSchema.extend({
  import: z.string().max(100),
  map: z.record(z.string(), z.unknown()),
});
export type PreviewOrder = z.infer<typeof previewSchema>;

export interface JobProgress {
  readonly job: string;
  readonly done: number;
  readonly total: number;
  /** An estimate from the pace so far, null while there is none. **Units:** milliseconds. */
  readonly remainingMs: number | null;
}

/** Long work that is under way. */
export interface RunningJob {
  readonly id: string;
  readonly kind: Job['kind'];
}

/** Long work that has ended. */
export interface EndedJob extends RunningJob {
  /** **Units:** milliseconds since 1970 UTC. */
  readonly at: number;
}

/** How it has ended, for a window that has not begun it or has forgotten that it has. */
export interface JobEnding {
  /** It was the trial of an import: nothing is in. */
  readonly isTrial: boolean;
  readonly outcome: Result<JobReport, JobRefusal>;
  /** What it has written, for whoever had the place; null where there is none, or it was collected. */
  readonly file: ChosenPlace | null;
}

/** How an open daybook is. */
export interface DaybookStatus {
  readonly id: string;
  readonly name: string;
  /** ISO 4217. */
  readonly currency: string;
  readonly device: string;
  readonly events: number;
  /** Not empty: damage was found, and the daybook is open for reading only. */
  readonly findings: readonly Finding[];
  /** What happened at opening that the user should know, such as read models made anew. */
  readonly notes: readonly Finding[];
  /** Names become visible as the private index fills. */
  readonly privateIndex: { readonly done: number; readonly total: number };
  /** Events that could not be applied, oldest first, at most 100. */
  readonly poison: readonly {
    readonly consumer: string;
    readonly position: number;
    readonly error: string;
  }[];
  /** Events of a type or version that only a newer Daybook knows. */
  readonly needsNewer: number;
  readonly lastVerified: { readonly at: number; readonly sound: boolean } | null;
}

/** Something that is made from the log, and how many of its events it has not taken in yet. */
export interface Lag {
  /** Rows of a record, or a consumer of events. */
  readonly kind: 'rows' | 'consumer';
  readonly name: string;
  readonly events: number;
}

/** Where an open daybook is on disk, and how it stands there. **Units:** bytes. */
export interface StorageReport {
  readonly folder: string;
  /** Write-ahead logs included. */
  readonly size: { readonly log: number; readonly keys: number; readonly state: number };
  /** Null when the system does not say. */
  readonly freeBytes: number | null;
  readonly lag: readonly Lag[];
  /** The version of SQLite. */
  readonly sqlite: string;
}

/** The passphrase of a daybook is another one from now on, whatever else is said of it. */
export interface PassphraseChanged {
  /**
   * False where the disk has failed to take away what the old one opens: it goes when the daybook is
   * closed, as soon as the disk lets it.
   */
  readonly isOldGone: boolean;
}

/** What the program itself is, and what it runs on. */
export interface HostFacts {
  readonly kind: 'browser' | 'desktop';
  readonly node: string;
  /** Null where the window is somebody else's browser. */
  readonly electron: string | null;
  readonly chromium: string | null;
  /** Such as `linux 6.1.0 x64`. */
  readonly system: string;
}

/** A daybook that the program knows of. */
export interface KnownDaybook {
  readonly folder: string;
  readonly name: string;
}

/** A daybook that the program knows of, as it finds it now. */
export interface ListedDaybook extends KnownDaybook {
  /** Its folder is there, and its log is not: it was lost or moved away. */
  readonly lacksLog?: true;
  /** Made up by the program: nothing in it is about anybody. */
  readonly isSample?: true;
}

/** A daybook that is locked. */
export interface LockedDaybook extends KnownDaybook {
  /** Nobody has touched a window for as long as the settings say. */
  readonly because: 'asked' | 'idle';
  /** The long work that this has stopped; left out where there was none. */
  readonly stopped?: readonly RunningJob['kind'][];
}

export interface HostState {
  readonly daybooks: readonly ListedDaybook[];
  /** The daybook that is open and unlocked. */
  readonly open: DaybookStatus | null;
  /** The folder of the one that is open. */
  readonly openFolder: string | null;
  /** Daybooks made here go into this folder unless the user says otherwise. */
  readonly home: string;
  /** The long work that is under way, whichever window has begun it; left out while there is none. */
  readonly jobs?: readonly RunningJob[];
  /** The last of each kind that has ended while the daybook was open; left out while there is none. */
  readonly ended?: readonly EndedJob[];
  /** The daybook that was open when its engine stopped and could not be started again; what was answered is safe, and it can be opened. */
  readonly crashed?: KnownDaybook;
  /** How often the engine of the open daybook has stopped and was started again; left out while it has not. */
  readonly restarts?: number;
  /** The daybook that somebody wants from outside of the window, such as by a double click. */
  readonly wanted?: KnownDaybook;
  /** There is a dialog here by which a folder elsewhere can be chosen. */
  readonly canLocate?: true;
  /** A file or a folder can be shown here where it lies. */
  readonly canShow?: true;
  /** The daybook that was locked last, when none is open since: it is opened again where it was left. */
  readonly locked?: LockedDaybook;
}
