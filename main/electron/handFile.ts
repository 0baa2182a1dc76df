import { stat } from 'node:fs/promises';
import path from 'node:path';
import { err, ok, type Result } from '../../shared/kernel/result.ts';
import type { HandedFile } from '../../shared/protocol/handed-files.ts';
import type { Refusal } from '../../shared/protocol/refusal.ts';
import { onlyWindow, type DaybookService } from '../ipc/createDaybookService.ts';
import type { HandedFiles } from '../ipc/HandedFiles.ts';

/**
 * Takes a file that the user has chosen in the window. Its path comes from the preload, which asks the
 * system for it; the page never sees it. **Errors:** `NoDaybookOpen`, `NoSuchFile`,
 * `FileUnreadable`.
 */
export const handFile = async (
  file: string,
  service: Pick<DaybookService, 'isOpen'>,
  files: Pick<HandedFiles, 'take'>,
): Promise<Result<HandedFile, Refusal>> => {
  if (!service.isOpen()) return err({ type: 'NoDaybookOpen' });
  const found = path.isAbsolute(file) ? await stat(file).catch(() => null) : null;
  if (found === null) return err({ type: 'NoSuchFile' });
  // A folder, or a pipe, which would keep whoever reads it waiting for somebody to write.
  if (!found.isFile()) {
    // Not written into the call: a refusal may have fields that its type does not name, a literal may not.
    const refusal = { type: 'FileUnreadable', reason: 'notAFile' };
    return err(refusal);
  }
  const name = path.basename(file);
  return ok(files.take(onlyWindow, { path: file, name, bytes: found.size }));
};
