import { err, ok, type Result } from '../../shared/kernel/result.ts';
import type { FileInspection, ImportPreview } from '../../shared/protocol/importing.ts';
import type { Job, JobRefusal, JobReport } from '../../shared/protocol/jobs.ts';
import type { Refusal } from '../../shared/protocol/refusal.ts';
import { sweepDraft } from '../engine/startEngine.ts';
import type { ContractService } from './createContractServer.ts';
import type { EngineSlot } from './createEngineSlot.ts';
import type { RunningJobs } from './createRunningJobs.ts';
import { fileNameFor } from './fileName.ts';
import type { FileOwner, HandedFiles } from './HandedFiles.ts';
import { writeExample } from './writeExample.ts';

export interface FileMethodsContext {
  readonly slot: EngineSlot;
  readonly jobs: RunningJobs;
  readonly files: HandedFiles;
  /**
   * Asks the user where to write a file of this name: the path, or null where they have chosen none.
   * Without it files are written to be collected.
   */
  readonly choosePlace?: (name: string, owner: FileOwner) => Promise<string | null>;
}

type FileMethods = Pick<
  ContractService,
  | 'job/run'
  | 'job/ending'
  | 'file/inspect'
  | 'import/preview'
  | 'import/example'
  | 'file/place'
  | 'file/release'
>;

type ImportJob = Extract<Job, { readonly kind: 'import' }>;

const noneOpen: Refusal = { type: 'NoDaybookOpen' };

/** A job that was under way when its engine stopped. What it had done by then stays done. */
export interface JobCutShort extends Refusal {
  readonly type: 'JobCutShort';
}

const jobRefusal = (error: Refusal): Refusal =>
  error.type === 'EngineStopped' ? ({ type: 'JobCutShort' } satisfies JobCutShort) : error;

/** What the engine says against a file may name its path, which no window is to hear. */
const withoutPath = <Error extends Refusal>(error: Error, path: string): Error | Refusal => {
  if (!('file' in error) || error.file !== path) return error;
  const { file: _, ...told } = error;
  return told;
};

/** What names files. A window names each by its id, and the engine hears the path that stands for it. */
export const fileMethods = (
  { slot, jobs, files, choosePlace }: FileMethodsContext,
  owner: FileOwner,
): FileMethods => {
  const run = (
    id: string,
    job: Job,
    place: string | null = null,
  ): Promise<Result<JobReport, JobRefusal>> =>
    jobs.during({ id, job, place }, () =>
      slot.tell<Result<JobReport, JobRefusal>>(
        (engine) => engine.runJob(id, job),
        (error) => err(jobRefusal(error)),
      ),
    );
  const using =
    (purpose: 'read' | 'write') =>
    async <Value, Error extends Refusal>(
      id: string,
      work: (file: string) => Promise<Result<Value, Error>>,
    ): Promise<Result<Value, Error | Refusal>> => {
      if (slot.open() === null) return err(noneOpen);
      const worked = await files.use(owner, id, purpose, async (file) => {
        const done = await work(file);
        // The thread that was writing has ended: nobody else knows of its draft.
        if (purpose === 'write' && !done.ok && done.error.type === 'JobCutShort') sweepDraft(file);
        return done.ok ? done : err(withoutPath(done.error, file));
      });
      return worked.ok ? worked.value : worked;
    };
  /** Works with a file that a window has handed. */
  const reading = using('read');
  /** Works with a file that a window is to have. */
  const writing = using('write');
  const runImport = (id: string, job: ImportJob): Promise<Result<JobReport, JobRefusal>> =>
    reading(job.file, (file) => {
      const { refusedFile } = job;
      if (refusedFile === undefined) return run(id, { ...job, file });
      return writing(refusedFile.file, (place) =>
        run(id, { ...job, file, refusedFile: { ...refusedFile, file: place } }, refusedFile.file),
      );
    });
  const runJob = (id: string, job: Job): Promise<Result<JobReport, JobRefusal>> => {
    switch (job.kind) {
      case 'import':
        return runImport(id, job);
      case 'export':
        return writing(job.file, (place) => run(id, { ...job, file: place }, job.file));
      case 'verify':
      case 'rebuild':
        return run(id, job);
    }
  };
  return {
    'job/run': ({ id, job }) => runJob(id, job),
    'job/ending': ({ id }) => {
      const kept = jobs.ending(id);
      if (kept === null) return Promise.resolve(ok(null));
      const { place, ...ending } = kept;
      const file = place === null ? null : files.written(owner, place);
      return Promise.resolve(ok({ ...ending, file }));
    },
    'file/inspect': (order) =>
      reading(order.file, (file) =>
        slot.ask<Result<FileInspection, Refusal>>(
          (engine) => engine.inspectFile({ ...order, file }),
          (error) => err(error),
        ),
      ),
    'import/preview': (order) =>
      reading(order.file, (file) =>
        slot.ask<Result<ImportPreview, Refusal>>(
          (engine) => engine.previewImport({ ...order, file }),
          (error) => err(error),
        ),
      ),
    'import/example': ({ file, kind, language }) =>
      writing(file, (place) => writeExample(place, kind, language)),
    'file/place': async ({ name }) => {
      if (slot.open() === null) return err(noneOpen);
      if (choosePlace === undefined) return files.place(owner, name);
      const chosen = await choosePlace(fileNameFor(name), owner);
      if (chosen === null) return ok(null);
      // A dialog may stand open for long.
      return slot.open() === null ? err(noneOpen) : files.place(owner, name, chosen);
    },
    'file/release': ({ id }) => {
      files.release(owner, id);
      return Promise.resolve(ok(null));
    },
  };
};
