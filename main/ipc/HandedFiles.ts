import { existsSync } from 'node:fs';
import { mkdir, statfs } from 'node:fs/promises';
import path from 'node:path';
import { err, ok, type Result } from '../../shared/kernel/result.ts';
import type { ChosenPlace, HandedFile } from '../../shared/protocol/handed-files.ts';
import type { Refusal } from '../../shared/protocol/refusal.ts';
import { createRemover, type RemoverDependencies } from './createRemover.ts';
import { fileFailure } from './fileFailure.ts';
import { fileNameFor } from './fileName.ts';
import { noteDraft } from './notedDrafts.ts';
import { writeArriving, type ArrivingFile } from './writeArriving.ts';

/** Whose a file is: the session of one browser, or one window of the desktop. */
export type FileOwner = string;

/** `read`: a window has handed it. `write`: a window has been given a place for it. */
type Purpose = 'read' | 'write';

/** A file of the user's own, as the desktop gets it from the window. */
export interface OwnFile {
  readonly path: string;
  readonly name: string;
  readonly bytes: number;
}

/** A file that was written for a window, on its way out. */
export interface WrittenFile {
  readonly path: string;
  readonly name: string;
  /** Removes it; a second time there is nothing to remove. */
  readonly end: () => void;
}

/**
 * The files that a window and the program pass each other. A window knows each by a random id, never by
 * a path, and the id is worth nothing to another owner. Temporary ones hold personal data in clear:
 * they are for the user's eyes only, and go as soon as they are released.
 */
export interface HandedFiles {
  /** A file that stays where it is, is only read, and never removed. */
  readonly take: (owner: FileOwner, file: OwnFile) => HandedFile;
  /**
   * Keeps what arrives in a temporary file; what does not arrive whole leaves nothing. One at a time for
   * each owner. **Errors:** `FileTooLarge`, `FileArriving`, `FileCutOff`, `StorageFull`,
   * `StorageReadOnly`, `StorageFailed`.
   */
  readonly receive: (owner: FileOwner, file: ArrivingFile) => Promise<Result<HandedFile, Refusal>>;
  /**
   * Where a file of this name may be written: at `chosen`, which the user has named, or else in a
   * temporary file that is collected. **Errors:** those of the disk.
   */
  readonly place: (
    owner: FileOwner,
    name: string,
    chosen?: string,
  ) => Promise<Result<ChosenPlace, Refusal>>;
  /** Works with a file; what is released meanwhile stays until the work has ended. **Errors:** `NoSuchFile`. */
  readonly use: <Value>(
    owner: FileOwner,
    id: string,
    purpose: Purpose,
    work: (path: string) => Promise<Value>,
  ) => Promise<Result<Value, Refusal>>;
  /** The place at which a file has been written, as long as it is there; null for anything else. */
  readonly written: (owner: FileOwner, id: string) => ChosenPlace | null;
  /** Gives a temporary file that was written away, once. Null where there is none to be had. */
  readonly collect: (owner: FileOwner, id: string) => WrittenFile | null;
  readonly release: (owner: FileOwner, id: string) => void;
  /** The owner's window has gone for good. */
  readonly releaseOwner: (owner: FileOwner) => void;
  /** The daybook was closed: nothing of it may stay, nor anything that was on its way. */
  readonly releaseAll: () => void;
  /** Releases everything and removes the folder. */
  readonly end: () => void;
}

/** What cannot be removed is tried again whenever files of a window are released, and by `openHandedFolder` of the next run. */
export interface HandedFilesDependencies extends RemoverDependencies {
  /** A folder of this process alone, made when there is first something to keep. */
  readonly folder: string;
  /** Ids that nobody can guess. */
  readonly newId: () => string;
  /** **Units:** bytes. */
  readonly maxBytes?: number;
}

/** As much as a file of ten million rows has. **Units:** bytes. */
export const maxHandedBytes = 1_073_741_824;

/** So many files of one owner are kept at a time; a further one takes the place of the oldest. */
const MAX_FILES = 8;

interface Kept {
  readonly owner: FileOwner;
  readonly purpose: Purpose;
  readonly name: string;
  readonly path: string;
  /** What goes with it when it is released: itself, or a folder around it. Null where it is the user's own. */
  readonly temporary: string | null;
  users: number;
  isReleased: boolean;
}

interface Arrival {
  readonly stop: () => void;
  isWanted: boolean;
}

const noSuchFile: Refusal = { type: 'NoSuchFile' };

/** An empty registry. What an earlier run has left behind is swept elsewhere: see `openHandedFolder`. */
export const createHandedFiles = ({
  folder,
  newId,
  maxBytes = maxHandedBytes,
  ...removing
}: HandedFilesDependencies): HandedFiles => {
  const files = new Map<string, Kept>();
  const arriving = new Map<FileOwner, Arrival>();
  const { remove, removeLeft } = createRemover(removing);

  const removeUnused = ({ temporary, isReleased, users }: Kept): void => {
    if (temporary !== null && isReleased && users === 0) remove(temporary);
  };

  const release = (id: string, file: Kept): void => {
    files.delete(id);
    file.isReleased = true;
    removeUnused(file);
  };

  const releaseWhere = (isMeant: (file: Kept) => boolean): void => {
    removeLeft();
    for (const [id, file] of files) if (isMeant(file)) release(id, file);
  };

  /** A window that was loaded again has forgotten the ids it had, so the oldest give way. */
  const makeRoom = (owner: FileOwner): void => {
    const own = [...files].filter(([, file]) => file.owner === owner);
    const idle = own.filter(([, { users }]) => users === 0);
    for (const [id, file] of idle.slice(0, Math.max(0, own.length - MAX_FILES + 1)))
      release(id, file);
  };

  const keep = (file: Omit<Kept, 'users' | 'isReleased'>): string => {
    makeRoom(file.owner);
    const id = newId();
    files.set(id, { ...file, users: 0, isReleased: false });
    return id;
  };

  const own = (owner: FileOwner, id: string): Kept | null => {
    const file = files.get(id);
    return file?.owner === owner ? file : null;
  };

  const newFile = async (): Promise<string> => {
    await mkdir(folder, { recursive: true, mode: 0o700 });
    return path.join(folder, newId());
  };

  /** A folder around one file: whoever is killed while writing it may leave a draft beside it. */
  const newFolder = async (): Promise<string> => {
    const around = await newFile();
    await mkdir(around, { mode: 0o700 });
    return around;
  };

  const receive: HandedFiles['receive'] = async (owner, file) => {
    if (file.bytes > maxBytes) return err({ type: 'FileTooLarge', limit: maxBytes });
    if (arriving.has(owner)) return err({ type: 'FileArriving' });
    const arrival: Arrival = { isWanted: true, stop: file.stop };
    arriving.set(owner, arrival);
    let draft: string | null = null;
    try {
      draft = await newFile();
      const { bavail, bsize } = await statfs(folder);
      if (file.bytes > bavail * bsize) return err({ type: 'StorageFull' });
      const written = await writeArriving(draft, file);
      if (!written.ok) return written;
      if (!arrival.isWanted) return err(noSuchFile);
      const name = fileNameFor(file.name);
      const id = keep({ owner, purpose: 'read', name, path: draft, temporary: draft });
      draft = null;
      return ok({ id, name, bytes: file.bytes });
    } catch (thrown) {
      return err(fileFailure(thrown));
    } finally {
      if (draft !== null) remove(draft);
      arriving.delete(owner);
    }
  };

  const turnAway = (arrival: Arrival | undefined): void => {
    if (!arrival) return;
    arrival.isWanted = false;
    arrival.stop();
  };

  const releaseAll = (): void => {
    for (const arrival of arriving.values()) turnAway(arrival);
    releaseWhere(() => true);
  };

  return {
    take: (owner, { path: file, name, bytes }) => {
      const id = keep({ owner, purpose: 'read', name, path: file, temporary: null });
      return { id, name, bytes };
    },
    receive,
    place: async (owner, said, chosen) => {
      if (chosen !== undefined) {
        const name = path.basename(chosen);
        const place = { owner, name, path: chosen, temporary: null } as const;
        return ok({ id: keep({ ...place, purpose: 'write' }), name });
      }
      try {
        const around = await newFolder();
        const name = fileNameFor(said);
        const place = { owner, name, path: path.join(around, 'file'), temporary: around } as const;
        return ok({ id: keep({ ...place, purpose: 'write' }), name });
      } catch (thrown) {
        return err(fileFailure(thrown));
      }
    },
    use: async (owner, id, purpose, work) => {
      const file = own(owner, id);
      if (file?.purpose !== purpose) return err(noSuchFile);
      file.users += 1;
      const isOwnPlace = purpose === 'write' && file.temporary === null;
      const endNote = isOwnPlace ? noteDraft(folder, id, file.path) : null;
      try {
        return ok(await work(file.path));
      } finally {
        endNote?.();
        file.users -= 1;
        removeUnused(file);
      }
    },
    written: (owner, id) => {
      const file = own(owner, id);
      if (file?.purpose !== 'write' || file.users > 0 || !existsSync(file.path)) return null;
      return { id, name: file.name };
    },
    collect: (owner, id) => {
      const file = own(owner, id);
      if (file?.purpose !== 'write' || file.temporary === null || file.users > 0) return null;
      files.delete(id);
      const { path: written, name, temporary } = file;
      return { path: written, name, end: () => remove(temporary) };
    },
    release: (owner, id) => {
      const file = own(owner, id);
      if (file !== null) release(id, file);
    },
    releaseOwner: (owner) => {
      turnAway(arriving.get(owner));
      releaseWhere((file) => file.owner === owner);
    },
    releaseAll,
    end: () => {
      releaseAll();
      remove(folder);
    },
  };
};
