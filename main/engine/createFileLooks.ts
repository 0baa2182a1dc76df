import type { Ask } from '../../shared/kernel/command.ts';
import { err } from '../../shared/kernel/result.ts';
import type { Refusal } from '../../shared/protocol/refusal.ts';
import type { Commands } from './createCommands.ts';
import type { Engine } from './Engine.ts';
import type { EngineOptions } from './EngineOptions.ts';
import type { OpenedParts } from './folder/openParts.ts';
import { inspectFile } from './jobs/inspectFile.ts';
import { createImportContext } from './jobs/createImportContext.ts';
import { previewImport } from './jobs/previewImport.ts';

export interface FileLooksContext {
  readonly parts: OpenedParts;
  readonly options: EngineOptions;
  readonly newId: () => string;
  readonly ask: Ask;
  readonly commands: Pick<Commands, 'beginTrial'>;
  readonly whenSettled: () => Promise<void>;
  /** Why nothing is taken any more, or null. */
  readonly isClosed: () => Refusal | null;
  readonly failure: (cause: unknown) => Refusal;
}

/** What can be seen of a file before it is brought in. */
export const createFileLooks = (
  context: FileLooksContext,
): Pick<Engine, 'inspectFile' | 'previewImport'> => {
  const { parts, options, newId, ask, commands, whenSettled, failure } = context;
  const guarded = async <Reply>(work: () => Promise<Reply>) => {
    const closed = context.isClosed();
    if (closed) return err(closed);
    try {
      return await work();
    } catch (cause) {
      return err(failure(cause));
    }
  };
  return {
    inspectFile: ({ file, readAs }) => guarded(() => inspectFile(file, readAs)),
    previewImport: (order) =>
      guarded(async () => {
        // Rows are matched with people by what is indexed of them.
        await whenSettled();
        return previewImport(order, {
          imports: options.imports,
          importing: createImportContext({ log: parts.reader, keys: parts.keys, ask, newId }),
          keys: parts.keys,
          beginTrial: commands.beginTrial,
        });
      }),
  };
};
