import { err, ok, type Result } from '../../shared/kernel/result.ts';
import type {
  FileInspection,
  ImportPreview,
  Job,
  JobRefusal,
  JobReport,
  Refusal,
} from '../../shared/protocol.ts';
import type { ContractService } from './createContractServer.ts';
import type { EngineSlot } from './createEngineSlot.ts';
import type { JobCount } from './createJobCount.ts';
import { fileNameFor } from './fileName.ts';
import type { FileOwner, HandedFiles } from './HandedFiles.ts';

export interface FileMethodsContext {
  readonly slot: EngineSlot;
  readonly jobs: JobCount;
  readonly files: HandedFiles;
  /**
   * Asks the user where to write a file of this name: the path, or null where they have chosen none.
   * Without it files are written to be collected.
   */
  readonly choosePlace?: (name: string, owner: FileOwner) => Promise<string | null>;
}

type FileMethods = Pick<
  ContractService,
  'job/run' | 'file/inspect' | 'import/preview' | 'file/place' | 'file/release'
>;

type JobWithFile = Extract<Job, { readonly file: string }>;

const noneOpen: Refusal = { type: 'NoDaybookOpen' };

/** What names files. A window names each by its id, and the engine hears the path that stands for it. */
export const fileMethods = (
  { slot, jobs, files, choosePlace }: FileMethodsContext,
  owner: FileOwner,
): FileMethods => {
  const run = (id: string, job: Job): Promise<Result<JobReport, JobRefusal>> =>
    jobs.count(() =>
      slot.ask<Result<JobReport, JobRefusal>>(
        (engine) => engine.runJob(id, job),
        (error) => err(error),
      ),
    );
  /** Works with a file that a window has handed. */
  const reading = async <Value>(
    id: string,
    work: (file: string) => Promise<Result<Value, Refusal>>,
  ): Promise<Result<Value, Refusal>> => {
    if (slot.open() === null) return err(noneOpen);
    const worked = await files.use(owner, id, 'read', work);
    return worked.ok ? worked.value : worked;
  };
  /** The job with a path in each place of an id. */
  const runWithFiles = (id: string, job: JobWithFile, file: string) => {
    const { refusedFile } = job;
    if (refusedFile === undefined) return run(id, { ...job, file });
    return files
      .use(owner, refusedFile.file, 'write', (place) =>
        run(id, { ...job, file, refusedFile: { ...refusedFile, file: place } }),
      )
      .then((worked) => (worked.ok ? worked.value : worked));
  };
  return {
    'job/run': async ({ id, job }) =>
      'file' in job ? reading(job.file, (file) => runWithFiles(id, job, file)) : run(id, job),
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
