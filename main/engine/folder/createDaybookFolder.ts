import { existsSync, mkdirSync, readdirSync, renameSync, rmdirSync, rmSync } from 'node:fs';
import { basename, dirname, join, resolve } from 'node:path';
import { currencySchema } from '../../../shared/kernel/money.ts';
import type { DaybookId } from '../../../shared/kernel/ids.ts';
import { err, ok, type Result } from '../../../shared/kernel/result.ts';
import { createUuidSource } from '../../../shared/kernel/uuid.ts';
import type { Refusal } from '../../../shared/protocol/refusal.ts';
import type { NewDaybook } from '../Engine.ts';
import type { EngineOptions } from '../EngineOptions.ts';
import { createEventLog } from '../eventlog/createEventLog.ts';
import { createKeyStore } from '../keys/createKeyStore.ts';
import { createSecret } from '../keys/Secret.ts';
import { syncFolder } from '../sqlite/createDatabase.ts';
import { StorageError, toStorageError } from '../sqlite/storage-errors.ts';
import { storageRefusal } from '../sqlite/storageRefusal.ts';

const isEmptyOrMissing = (folder: string): boolean =>
  !existsSync(folder) || readdirSync(folder).length === 0;

/** False when somebody else has put something there meanwhile. */
const moveIntoPlace = (unfinished: string, folder: string): boolean => {
  try {
    if (existsSync(folder)) rmdirSync(folder);
    renameSync(unfinished, folder);
    return true;
  } catch (cause) {
    if (isEmptyOrMissing(folder)) throw cause;
    return false;
  }
};

/** Three capital letters are not yet a currency, and one that is mistyped could never be changed. */
const isCurrency = (code: string): boolean =>
  currencySchema.safeParse(code).success && Intl.supportedValuesOf('currency').includes(code);

const fill = async (
  folder: string,
  { name, currency, passphrase }: NewDaybook,
  { world, kdf }: EngineOptions,
): Promise<Result<null, Refusal>> => {
  const daybook = createUuidSource(world)() as DaybookId;
  const keys = await createKeyStore({
    path: join(folder, 'keys.db'),
    daybook,
    passphrase: createSecret(passphrase),
    world,
    ...(kdf ? { kdf } : {}),
  });
  if (!keys.ok) return keys;
  keys.value.close();
  return createEventLog({
    directory: folder,
    daybook: { id: daybook, name, currency, createdAt: world.nowMs() },
  });
};

/**
 * Takes a daybook away that was made a moment ago and found no room to be opened: nothing is in it, and
 * what is left of it would keep it from being made again.
 */
export const undoCreation = ({ folder }: Pick<NewDaybook, 'folder'>): void => {
  rmSync(resolve(folder), { recursive: true, force: true });
};

/**
 * Creates the files of a daybook under another name and gives the folder its own when it is complete:
 * a crash leaves no half a daybook behind.
 *
 * **Errors:** `FolderNotEmpty`, `CurrencyInvalid`, `PassphraseEmpty`, `IdentityInvalid`, and the
 * refusals of the disk.
 */
export const createDaybookFolder = async (
  daybook: NewDaybook,
  options: EngineOptions,
): Promise<Result<null, Refusal>> => {
  if (!isCurrency(daybook.currency)) return err({ type: 'CurrencyInvalid' });
  const folder = resolve(daybook.folder);
  // A name of its own: two who create at the same time must not get into each other's files.
  const unfinished = join(
    dirname(folder),
    `.${basename(folder)}.${createUuidSource(options.world)()}`,
  );
  try {
    if (!isEmptyOrMissing(folder)) return err({ type: 'FolderNotEmpty' });
    mkdirSync(dirname(folder), { recursive: true });
    // Amounts and dates are nobody else's business, though names are sealed.
    mkdirSync(unfinished, { mode: 0o700 });
    const filled = await fill(unfinished, daybook, options);
    if (!filled.ok) {
      rmSync(unfinished, { recursive: true, force: true });
      return filled;
    }
    if (!moveIntoPlace(unfinished, folder)) {
      rmSync(unfinished, { recursive: true, force: true });
      return err({ type: 'FolderNotEmpty' });
    }
    syncFolder(dirname(folder));
    return ok(null);
  } catch (cause) {
    rmSync(unfinished, { recursive: true, force: true });
    const failure = toStorageError(cause);
    if (failure instanceof StorageError) return err(storageRefusal(failure));
    if (cause instanceof Error && 'code' in cause) return err({ type: 'FolderUnusable' });
    throw cause;
  }
};
