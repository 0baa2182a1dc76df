import type { Result } from '../../shared/kernel/result.ts';
import type { Refusal } from '../../shared/protocol.ts';
import type { DaybookLocation, Engine, NewDaybook } from './Engine.ts';

/**
 * Creates a daybook in an empty or missing folder and opens it in a worker thread of its own.
 *
 * **Errors:** `FolderNotEmpty`, `FolderUnusable`, `PassphraseTooShort`.
 */
export const createDaybook = (_daybook: NewDaybook): Promise<Result<Engine, Refusal>> =>
  Promise.reject(new Error('the worker has not landed yet'));

/**
 * Opens a daybook in a worker thread of its own. A damaged one is opened for reading only: see the
 * `findings` of its status.
 *
 * **Errors:** `NotADaybook`, `WrongPassphrase`, `InUse` (with who holds it), `NewerFormat`,
 * `ForeignFile`, `KeysDamaged`, `FolderUnusable`.
 */
export const openDaybook = (_location: DaybookLocation): Promise<Result<Engine, Refusal>> =>
  Promise.reject(new Error('the worker has not landed yet'));
