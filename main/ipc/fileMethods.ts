import { err, ok, type Result } from '../../shared/kernel/result.ts';
import type { Job, JobRefusal, JobReport, Refusal } from '../../shared/protocol.ts';
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

type FileMethods = Pick<ContractService, 'job/run' | 'file/place' | 'file/release'>;

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
  return {
    'job/run': async ({ id, job }) => {
      if (!('file' in job)) return run(id, job);
      if (slot.open() === null) return err(noneOpen);
      const worked = await files.use(owner, job.file, 'read', (file) => run(id, { ...job, file }));
      return worked.ok ? worked.value : worked;
    },
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
