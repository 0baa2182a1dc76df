import { err, ok, type Result } from '../../../../shared/kernel/result.ts';
import type { Refusal } from '../../../../shared/protocol/refusal.ts';
import { StorageError, StorageFailed, toStorageError } from '../../sqlite/storage-errors.ts';
import { openFileDraft } from '../fileDraft.ts';
import { isKeptFromWriting } from '../filesOfDaybooks.ts';
import { SLICE_MS, type JobRun } from '../JobRun.ts';
import { JobStopped } from '../JobStopped.ts';
import type { ExportSource } from './ExportSource.ts';

export interface ExportJobContext {
  readonly file: string;
  /** Begins to read from the front. */
  readonly begin: () => ExportSource;
  readonly elapsedMs: () => number;
}

/** So often is begun anew when something was written meanwhile. */
const MAX_ATTEMPTS = 5;

/** Names what the system says against writing a file; a bug comes back as it is. */
const asStorageError = (thrown: unknown): unknown => {
  const known = toStorageError(thrown);
  if (known instanceof StorageError || !(thrown instanceof Error)) return known;
  const code = 'code' in thrown ? String(thrown.code) : '';
  return /^E[A-Z0-9]+$/u.test(code) ? new StorageFailed(code, thrown.message, thrown) : thrown;
};

const orStorageError = async <Value>(work: Promise<Value>): Promise<Value> => {
  try {
    return await work;
  } catch (thrown) {
    throw asStorageError(thrown);
  }
};

/**
 * Writes a file in slices: beside its place first, and when it is whole and on disk it takes its place by
 * its name. So there is the whole of it or nothing, whatever ends the program meanwhile. All of it is true
 * of one position: when something was written in between, it is begun anew.
 *
 * **Errors:** `FileOfDaybook`; while it runs `DaybookChanging`, and the failures of the disk.
 */
export const createExportJob = async ({
  file,
  begin,
  elapsedMs,
}: ExportJobContext): Promise<Result<JobRun, Refusal>> => {
  if (isKeptFromWriting(file)) return err({ type: 'FileOfDaybook' });
  const draft = await orStorageError(openFileDraft(file));
  const { handle } = draft;
  let source = begin();
  let attempts = 1;

  const startOver = async (): Promise<void> => {
    if (attempts === MAX_ATTEMPTS) throw new JobStopped({ type: 'DaybookChanging' });
    attempts += 1;
    await orStorageError(handle.truncate(0));
    source = begin();
    offset = 0;
  };

  let offset = 0;
  const writeText = async (text: string): Promise<void> => {
    const bytes = Buffer.from(text, 'utf8');
    let written = 0;
    while (written < bytes.length) {
      const rest = bytes.length - written;
      const { bytesWritten } = await handle.write(bytes, written, rest, offset);
      written += bytesWritten;
      offset += bytesWritten;
    }
  };

  /** As many pieces as fit in a slice. */
  const readSlice = (): { readonly text: string; readonly isEnd: boolean } => {
    const startedAt = elapsedMs();
    let text = '';
    do {
      const piece = source.next();
      if (piece === null) return { text, isEnd: true };
      text += piece;
    } while (elapsedMs() - startedAt < SLICE_MS);
    return { text, isEnd: false };
  };

  return ok({
    step: async () => {
      const { text, isEnd } = readSlice();
      await orStorageError(writeText(text));
      if (!isEnd) return 'more';
      if (source.isStale()) {
        await startOver();
        return 'more';
      }
      await orStorageError(draft.finish());
      return 'done';
    },
    progress: () => source.progress(),
    report: () => ({
      kind: 'export',
      written: source.written(),
      leftOut: source.leftOut(),
      position: source.position,
    }),
    end: draft.end,
  });
};
