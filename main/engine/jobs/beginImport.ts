import type { ImportContext, ImportDefinition } from '../../../shared/kernel/import.ts';
import { err, ok, type Result } from '../../../shared/kernel/result.ts';
import type { CommandEnvelope } from '../../../shared/protocol/envelopes.ts';
import type { Job, JobReport } from '../../../shared/protocol/jobs.ts';
import type { Refusal } from '../../../shared/protocol/refusal.ts';
import type { TrialReply } from '../command/trial.ts';
import type { KeyStore } from '../keys/KeyStore.ts';
import { executeImported } from './executeImported.ts';
import { createImportJob } from './importJob.ts';
import { cannotGoOn, type ImportReply } from './ImportReply.ts';
import type { JobRun } from './JobRun.ts';

export interface ImportingContext {
  readonly imports: readonly ImportDefinition[];
  readonly importing: ImportContext;
  readonly keys: Pick<KeyStore, 'derive' | 'commitKeys'>;
  /** Runs commands for good, up to a refusal that ends them all. */
  readonly run: (
    commands: readonly CommandEnvelope[],
    endsAll: (error: Refusal) => boolean,
  ) => Promise<readonly ImportReply[]>;
  /** Begins a trial: commands are decided on what came before them in it, and nothing is written. */
  readonly beginTrial: () => (commands: readonly CommandEnvelope[]) => readonly TrialReply[];
  readonly elapsedMs: () => number;
}

type ImportOrder = Extract<Job, { kind: 'import' }>;

/** Begins to bring in a file, for good or as a trial. **Errors:** `ImportUnknown`, and those of `createImportJob`. */
export const beginImport = async (
  order: ImportOrder,
  context: ImportingContext,
): Promise<Result<JobRun, Refusal>> => {
  const definition = context.imports.find(({ name }) => name === order.import);
  if (!definition) return err({ type: 'ImportUnknown' });
  const trial = order.dryRun ? context.beginTrial() : null;
  const { keys } = context;
  const { isRepeatable = false, isOverLimit = () => false } = definition;
  let overLimit = 0;
  let unnumbered = 0;
  const run = (commands: readonly CommandEnvelope[]): Promise<readonly ImportReply[]> => {
    if (trial) {
      const replies = trial(commands);
      replies.forEach((reply, index) => {
        if (!reply.ok || reply.repeated) return;
        if (reply.events.some(isOverLimit)) overLimit += 1;
        if (isRepeatable && commands[index]?.id === undefined) unnumbered += 1;
      });
      return Promise.resolve(replies);
    }
    // Before anything runs under an id that was derived from them: with the keys the id would be lost,
    // and a second run would bring in the same rows under other ids.
    keys.commitKeys();
    return context.run(commands, cannotGoOn);
  };
  const job = await createImportJob({
    definition,
    map: order.map,
    file: order.file,
    readAs: order.readAs,
    nameAtMost: order.nameAtMost,
    refusedFile: order.refusedFile,
    context: context.importing,
    execute: (commands) => executeImported(commands, keys, run),
    elapsedMs: context.elapsedMs,
  });
  if (!job.ok) return job;
  const report = (): JobReport => ({
    kind: 'import',
    ...job.value.report(),
    ...(overLimit === 0 ? {} : { overLimit }),
    ...(unnumbered === 0 ? {} : { unnumbered }),
  });
  return ok({
    step: job.value.step,
    progress: job.value.progress,
    report,
    reportSoFar: report,
    end: job.value.close,
  });
};
