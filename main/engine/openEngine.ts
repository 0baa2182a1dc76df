import { err, ok, type Result } from '../../shared/kernel/result.ts';
import type { Refusal } from '../../shared/protocol/refusal.ts';
import { createEngine } from './createEngine.ts';
import type { DaybookLocation, DaybookToReopen, Engine } from './Engine.ts';
import type { EngineOptions } from './EngineOptions.ts';
import { openParts } from './folder/openParts.ts';
import { StorageError } from './sqlite/storage-errors.ts';
import { storageRefusal } from './sqlite/storageRefusal.ts';

const openOnce = async (
  location: DaybookLocation | DaybookToReopen,
  options: EngineOptions,
): Promise<Result<Engine, Refusal>> => {
  const parts = await openParts(location, options);
  if (!parts.ok) return parts;
  try {
    return ok(createEngine(parts.value, options));
  } catch (cause) {
    parts.value.close();
    if (cause instanceof StorageError) return err(storageRefusal(cause));
    throw cause;
  }
};

/**
 * Opens the files of a daybook and builds its engine over them, in this thread. Damaged read models are
 * gone once they have been closed, so the second time they are made anew.
 *
 * **Errors:** those of `openParts`.
 */
export const openEngine = async (
  location: DaybookLocation | DaybookToReopen,
  options: EngineOptions,
): Promise<Result<Engine, Refusal>> => {
  const first = await openOnce(location, options);
  const isDamaged = !first.ok && first.error.type === 'StorageDamaged';
  return isDamaged ? openOnce(location, options) : first;
};
