import { rmSync } from 'node:fs';
import { open, rename, unlink, type FileHandle } from 'node:fs/promises';
import path from 'node:path';
import { err, ok, type Result } from '../../../../shared/kernel/result.ts';
import type { Refusal } from '../../../../shared/protocol.ts';
import { StorageError, StorageFailed, toStorageError } from '../../sqlite/storage-errors.ts';
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

/** What is being written, beside its place, so that it gets there by its name alone. */
const draftOf = (file: string): string =>
  path.join(path.dirname(file), `.${path.basename(file)}.part`);

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
 * A new file that its user only may read. What lies there was left by an earlier export, or put there to
 * lead us elsewhere or to read along: it goes, and is never written into.
 */
const openDraft = async (draft: string): Promise<FileHandle> => {
  // Where it cannot go, the opening says so.
  await unlink(draft).catch(() => null);
  return orStorageError(open(draft, 'wx', 0o600));
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
  const draft = draftOf(file);
  const handle = await openDraft(draft);
  let isOpen = true;
  let source = begin();
  let attempts = 1;

  const close = async (): Promise<void> => {
    if (!isOpen) return;
    isOpen = false;
    await handle.close();
  };

  const startOver = async (): Promise<void> => {
    if (attempts === MAX_ATTEMPTS) throw new JobStopped({ type: 'DaybookChanging' });
    attempts += 1;
    await orStorageError(handle.truncate(0));
    source = begin();
    offset = 0;
  };

  const finish = async (): Promise<void> => {
    await orStorageError(handle.sync());
    await close();
    await orStorageError(rename(draft, file));
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
      await finish();
      return 'done';
    },
    progress: () => source.progress(),
    report: () => ({
      kind: 'export',
      written: source.written(),
      leftOut: source.leftOut(),
      position: source.position,
    }),
    end: async () => {
      // It has got its place by then, unless it was not finished.
      await close();
      rmSync(draft, { force: true });
    },
  });
};
