import type { DaybookId, DeviceId, MemberId } from '../../../shared/kernel/ids.ts';
import { ok, type Result } from '../../../shared/kernel/result.ts';
import { formatUuid } from '../../../shared/kernel/uuid.ts';
import { createDatabase, type DatabaseExists } from '../sqlite/createDatabase.ts';
import type { WriteHandle } from '../sqlite/handle.ts';
import { bucketCount } from './bucketKeys.ts';
import { encodeBucketHeader } from './headers.ts';
import { createKeysSchema, keysFormat, keysKind } from './keysSchema.ts';
import { keepPrivate, openKeysDatabase, type KeyStoreLocation } from './openKeyStore.ts';
import { standardKdf } from './passphraseKey.ts';
import { createRandomPool } from './randomPool.ts';
import { createScratchKey } from './scratchKey.ts';
import { createSealing, type Sealing } from './sealing.ts';
import { createUnlockedKeyStore, type UnlockedKeyStore } from './unlockedKeyStore.ts';
import { lockVault, type PassphraseEmpty, type Vault } from './vault.ts';
import { insertInstallation, insertVault, type Installation } from './vaultRecord.ts';

/** A random id, UUIDv4: unlike a v7 it does not say when the installation was made. **Source:** RFC 9562, 5.4. */
const randomUuid = (randomBytes: (count: number) => Uint8Array): string => {
  const bytes = Uint8Array.from(randomBytes(16));
  bytes[6] = ((bytes[6] ?? 0) & 0x0f) | 0x40;
  bytes[8] = ((bytes[8] ?? 0) & 0x3f) | 0x80;
  return formatUuid(bytes);
};

/** The path of the file behind a handle, which has another name until it is complete. */
const pathOf = (handle: WriteHandle): string | undefined =>
  handle.read<{ file: string }>('PRAGMA database_list').get()?.file;

interface FirstRows {
  readonly vault: Vault;
  readonly installation: Installation;
  readonly daybook: DaybookId;
  readonly vaultKey: Uint8Array;
}

const fill = (
  handle: WriteHandle,
  { vault, installation, daybook, vaultKey }: FirstRows,
  sealing: Sealing,
  { world }: KeyStoreLocation,
): void => {
  const path = pathOf(handle);
  if (path !== undefined) keepPrivate(path);
  // When a table outgrows its first page, SQLite leaves the old rows in unused parts of it otherwise.
  handle.execute('PRAGMA secure_delete = ON');
  handle.execute(createKeysSchema);
  insertVault(handle, vault);
  insertInstallation(handle, installation, world.nowMs());
  const random = createRandomPool(world.randomBytes);
  const key = createScratchKey();
  const insert = handle.write('INSERT INTO bucket (bucket, wrapped) VALUES (?, ?)');
  for (let bucket = 0; bucket < bucketCount; bucket += 1) {
    random.drawInto(key);
    insert.run(bucket, sealing.seal(encodeBucketHeader(daybook, bucket), key, vaultKey));
  }
  key.fill(0);
};

/**
 * Creates the keys of a new daybook: a file with a vault under the passphrase and no person's key yet.
 * Takes as long as one guess at the passphrase costs.
 *
 * **Errors:** `PassphraseEmpty`, `DatabaseExists`. Throws `StorageError`s.
 */
export const createKeyStore = async (
  location: KeyStoreLocation,
): Promise<Result<UnlockedKeyStore, PassphraseEmpty | DatabaseExists>> => {
  const { path, daybook, passphrase, world, kdf: policy = standardKdf, cachedKeys } = location;
  const { randomBytes } = world;
  const sealing = createSealing(randomBytes);
  const vaultKey = createScratchKey();
  createRandomPool(randomBytes).drawInto(vaultKey);
  const vault = await lockVault(vaultKey, passphrase, daybook, { sealing, randomBytes, policy });
  if (!vault.ok) return vault;
  const installation: Installation = {
    device: randomUuid(randomBytes) as DeviceId,
    member: randomUuid(randomBytes) as MemberId,
  };
  const created = createDatabase({
    path,
    kind: keysKind,
    format: keysFormat,
    fill: (handle) => {
      fill(handle, { vault: vault.value, installation, daybook, vaultKey }, sealing, location);
    },
  });
  if (!created.ok) return created;
  const opened = openKeysDatabase(path);
  if (!opened.ok) throw new Error(`the new key file does not open: ${opened.error.type}`);
  return ok(
    createUnlockedKeyStore({
      database: opened.value,
      daybook,
      installation,
      vaultKey,
      sealing,
      world,
      policy,
      cachedKeys,
    }),
  );
};
