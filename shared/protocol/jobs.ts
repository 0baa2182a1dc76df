import { z } from 'zod';
import { readAsSchema } from '../imports/reading.ts';
import type { Result } from '../kernel/result.ts';
import { exportOrderSchema, type ExportReport } from './exporting.ts';
import type { Finding } from './finding.ts';
import type { ChosenPlace } from './handed-files.ts';
import { refusedFileSchema, type ImportReport } from './importing.ts';
import type { Refusal } from './refusal.ts';

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

export type JobReport =
  | ({ readonly kind: 'verify' } & VerifyReport)
  | ({ readonly kind: 'rebuild' } & RebuildReport)
  | ({ readonly kind: 'import' } & ImportReport)
  | ({ readonly kind: 'export' } & ExportReport);

/** Why a job has ended early, and what it had done by then, where that stays done. */
export interface JobRefusal extends Refusal {
  readonly report?: JobReport;
}

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
