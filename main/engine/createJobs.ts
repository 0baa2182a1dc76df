import type { Ask } from '../../shared/kernel/command.ts';
import { err, ok, type Result } from '../../shared/kernel/result.ts';
import type { ViewRows } from '../../shared/kernel/view.ts';
import type { Job, JobProgress } from '../../shared/protocol/jobs.ts';
import type { Refusal } from '../../shared/protocol/refusal.ts';
import type { Commands } from './createCommands.ts';
import type { ReadModels } from './createReadModels.ts';
import type { EngineOptions } from './EngineOptions.ts';
import type { EventCatalog } from './eventlog/EventCatalog.ts';
import { beginImport } from './jobs/beginImport.ts';
import { createImportContext } from './jobs/createImportContext.ts';
import { beginExport } from './jobs/exporting/beginExport.ts';
import { createContentCheck } from './jobs/checkContents.ts';
import { createJobRunner, type JobRunner } from './jobs/JobRunner.ts';
import { createVerifyJob, type VerifyPart } from './jobs/verifyJob.ts';
import type { OpenedParts } from './folder/openParts.ts';
import { createRowComparison } from './projection/compareRows.ts';

export interface JobsContext {
  readonly parts: OpenedParts;
  readonly options: EngineOptions;
  readonly catalog: EventCatalog;
  readonly newId: () => string;
  readonly beginRebuild: ReadModels['beginRebuild'];
  /** Makes the rows that wait. */
  readonly bringUpToDate: () => void;
  readonly commands: Commands;
  readonly ask: Ask;
  /** The same for questions that come from outside. */
  readonly answer: (view: string, input: object) => Result<ViewRows, Refusal>;
  /** Why nothing may be written, or null. */
  readonly readOnly: () => Refusal | null;
  readonly whenSettled: () => Promise<void>;
  readonly onProgress: (progress: JobProgress) => void;
  readonly failure: (cause: unknown) => Refusal;
  readonly soon: (work: () => void) => void;
}

const verifyParts = ({
  parts,
  options,
  catalog,
  bringUpToDate,
}: JobsContext): readonly VerifyPart[] => {
  const { reader: log, keys, state } = parts;
  const { elapsedMs } = options.world;
  const rows = createRowComparison({ log, state, catalog, elapsedMs });
  return [
    parts.startVerify(),
    keys.startVerify(),
    createContentCheck({ log, catalog, keys, elapsedMs }),
    {
      ...rows,
      step: (milliseconds) => {
        bringUpToDate();
        return rows.step(milliseconds);
      },
    },
    {
      step: () => 'done',
      progress: () => ({ done: 0, total: 0 }),
      findings: () => parts.findings,
    },
  ];
};

const needsRows = (job: Job): boolean =>
  job.kind === 'import' || (job.kind === 'export' && job.export.what !== 'log');

/** Puts the long work of an engine together. */
export const createJobs = (context: JobsContext): JobRunner => {
  const { parts, options, catalog, commands } = context;
  const { reader: log, keys, state } = parts;
  const { world } = options;

  const onVerified = (sound: boolean): void => {
    state
      .write('INSERT OR REPLACE INTO last_verified VALUES (1, ?, ?)')
      .run(world.nowMs(), sound ? 1 : 0);
  };

  return createJobRunner({
    elapsedMs: world.elapsedMs,
    soon: context.soon,
    onProgress: context.onProgress,
    failure: context.failure,
    // Rows that are still catching up are neither wrong nor to be made twice at once. Where they cannot
    // catch up, a rebuild is the cure, and a check must tell; but an import matches its rows with people
    // by what is indexed of them, and a list without its names is none.
    whenReady: (job) =>
      needsRows(job) ? context.whenSettled() : context.whenSettled().catch(() => undefined),
    begin: async (job) => {
      context.bringUpToDate();
      switch (job.kind) {
        case 'verify':
          return ok(createVerifyJob(verifyParts(context), log.position(), onVerified));
        case 'rebuild': {
          const readOnly = context.readOnly();
          if (readOnly) return err(readOnly);
          const rebuild = context.beginRebuild(catalog.records);
          return rebuild ? ok(rebuild) : err({ type: 'JobRunning' });
        }
        case 'import':
          return beginImport(job, {
            imports: options.imports,
            importing: createImportContext({ log, keys, ask: context.ask, newId: context.newId }),
            keys,
            run: commands.runLongWork,
            beginTrial: commands.beginTrial,
            elapsedMs: world.elapsedMs,
          });
        case 'export':
          return beginExport(job, {
            ask: context.answer,
            position: log.position,
            log,
            keys,
            catalog,
            newId: context.newId,
            nowMs: world.nowMs,
            elapsedMs: world.elapsedMs,
          });
      }
    },
  });
};
