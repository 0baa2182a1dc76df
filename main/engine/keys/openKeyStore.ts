import { chmodSync, existsSync } from 'node:fs';
import type { DaybookId } from '../../../shared/kernel/ids.ts';
import { err, ok, type Result } from '../../../shared/kernel/result.ts';
import type { World } from '../dependencies.ts';
import type { DatabaseRefused } from '../sqlite/database-kind.ts';
import { openDatabase, type Database } from '../sqlite/openDatabase.ts';
import { StorageDamaged } from '../sqlite/storage-errors.ts';
import { hashSchema, keysKind, keysSchemaHash } from './keysSchema.ts';
import { standardKdf, type KdfPolicy } from './passphraseKey.ts';
import { createScratchKey } from './scratchKey.ts';
import { createSealing } from './sealing.ts';
import type { Secret } from './Secret.ts';
import { createUnlockedKeyStore, type UnlockedKeyStore } from './unlockedKeyStore.ts';
import { unlockVault, type KeysDamaged, type VaultOpener, type VaultRefused } from './vault.ts';
import { readInstallation, readVault } from './vaultRecord.ts';

/** Where the keys of a daybook are. */
interface KeyStorePlace {
  /** The path of `keys.db`. */
  readonly path: string;
  readonly daybook: DaybookId;
  readonly world: World;
  /** The costs of the passphrase; tests hand in cheap ones. */
  readonly kdf?: KdfPolicy;
  /** How many unwrapped keys stay in memory; those of 100,000 people otherwise. */
  readonly cachedKeys?: number;
}

/** The same, with the passphrase that opens or will open them. */
export interface KeyStoreLocation extends KeyStorePlace {
  readonly passphrase: Secret<string>;
}

/** Why the keys were not unlocked. The file is as it was. */
export type KeyStoreRefused = DatabaseRefused | VaultRefused;

/** Nobody but the user reads the file, where the platform knows such a thing. SQLite gives its WAL the same mode. */
export const keepPrivate = (path: string): void => {
  if (process.platform === 'win32') return;
  try {
    chmodSync(path, 0o600);
  } catch (error) {
    // A file of another owner, or on a disk that may not be written or knows no modes, is as it is.
    const code = error instanceof Error && 'code' in error ? error.code : undefined;
    if (code !== 'EPERM' && code !== 'EROFS' && code !== 'ENOTSUP') throw error;
  }
};

/** Opens the file and sets what erasure relies on. */
export const openKeysDatabase = (path: string): Result<Database, DatabaseRefused> => {
  if (existsSync(path)) keepPrivate(path);
  return openDatabase({ path, kind: keysKind, durability: 'full', secureDelete: true });
};

const unlock = async (
  database: Database,
  location: KeyStorePlace & VaultOpener,
): Promise<Result<UnlockedKeyStore, VaultRefused>> => {
  const { daybook, world, kdf: policy = standardKdf } = location;
  const damaged = (part: KeysDamaged['part']) => err({ type: 'KeysDamaged', part } as const);
  if (hashSchema(database, 'tables') !== keysSchemaHash.tables) return damaged('schema');
  const vault = readVault(database);
  if (vault === null) return damaged('vault');
  const installation = readInstallation(database);
  if (installation === null) return damaged('installation');

  const sealing = createSealing(world.randomBytes);
  const vaultKey = createScratchKey();
  const tools = { sealing, randomBytes: world.randomBytes, policy };
  const unlocked = await unlockVault(vault, location, daybook, vaultKey, tools);
  if (!unlocked.ok) return unlocked;
  // An erasure may have been cut short between its commit and this.
  database.truncateWal();
  return ok(
    createUnlockedKeyStore({
      database,
      daybook,
      installation,
      vaultKey,
      keptKey: 'keptKey' in location ? location.keptKey : location.keepKeyIn,
      sealing,
      world,
      policy,
      cachedKeys: location.cachedKeys,
    }),
  );
};

/**
 * Opens the keys of a daybook with its passphrase, which takes as long as one guess at it costs, or at once
 * with the key that an earlier opening has kept.
 *
 * **Errors:** `WrongPassphrase` is never said of a damaged file, as far as damage can be seen: see
 * `Vault`. Throws `StorageError`s.
 */
export const openKeyStore = async (
  location: KeyStorePlace & VaultOpener,
): Promise<Result<UnlockedKeyStore, KeyStoreRefused>> => {
  const opened = openKeysDatabase(location.path);
  if (!opened.ok) return opened;
  const database = opened.value;
  let unlocked: Result<UnlockedKeyStore, VaultRefused> | undefined;
  try {
    unlocked = await unlock(database, location);
    return unlocked;
  } catch (error) {
    if (error instanceof StorageDamaged) return err({ type: 'KeysDamaged', part: 'file' });
    throw error;
  } finally {
    if (unlocked?.ok !== true) database.close();
  }
};
