import type { Result } from '../../shared/kernel/result.ts';
import type { ChosenPlace, HandedFile } from '../../shared/protocol/handed-files.ts';
import type { Refusal } from '../../shared/protocol/refusal.ts';

/** How much of a file has been handed over. **Units:** bytes. */
export type HandProgress = (done: number, total: number) => void;

/**
 * How files pass between the window and the program. The window names none by its path: each has an id,
 * which jobs take as their `file`.
 */
export interface FileBridge {
  /** Hands a file over that the user has chosen. `signal` takes it back while it is on its way. */
  readonly hand: (
    file: File,
    onProgress?: HandProgress,
    signal?: AbortSignal,
  ) => Promise<Result<HandedFile, Refusal>>;
  /** Where a file of this name is to be written; null when the user wants none. */
  readonly place: (name: string) => Promise<Result<ChosenPlace | null, Refusal>>;
  /** Gives the user what was written at a place. Where it had to be fetched for that, the place is gone then. */
  readonly deliver: (id: string) => void;
  /** Says that a file is not needed any more. */
  readonly release: (id: string) => void;
}
