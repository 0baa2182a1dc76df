import type { JobReport } from '../../../shared/protocol/jobs.ts';

/** Work that takes long, cut into slices so that commands and queries go on in between. */
export interface JobRun {
  /** One slice of about 8 ms. Throws `JobStopped` to end with a refusal that is no defect. */
  readonly step: () => 'more' | 'done' | Promise<'more' | 'done'>;
  readonly progress: () => { readonly done: number; readonly total: number };
  /** Once it is done. */
  readonly report: () => JobReport;
  /** The same of a run that ends early, where what it has done stays done. */
  readonly reportSoFar?: () => JobReport;
  /** Called in any case, finished, cancelled or failed: gives up what the run holds. */
  readonly end: () => void | Promise<void>;
}

/** **Units:** milliseconds. */
export const SLICE_MS = 8;
