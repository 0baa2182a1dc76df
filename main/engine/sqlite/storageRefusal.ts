import type { Refusal } from '../../../shared/protocol/refusal.ts';
import {
  StorageBusy,
  StorageDamaged,
  StorageFull,
  StorageReadOnly,
  type StorageError,
} from './storage-errors.ts';

/** The disk has failed a command or an opening. `code` is the system's own word for it. */
export interface StorageRefusal extends Refusal {
  readonly type:
    'StorageFull' | 'StorageReadOnly' | 'StorageDamaged' | 'StorageBusy' | 'StorageFailed';
  readonly code: string;
}

/** What a failure of the disk is told as. */
export const storageRefusal = (error: StorageError): StorageRefusal => {
  const { code } = error;
  if (error instanceof StorageFull) return { type: 'StorageFull', code };
  if (error instanceof StorageReadOnly) return { type: 'StorageReadOnly', code };
  if (error instanceof StorageDamaged) return { type: 'StorageDamaged', code };
  if (error instanceof StorageBusy) return { type: 'StorageBusy', code };
  return { type: 'StorageFailed', code };
};
