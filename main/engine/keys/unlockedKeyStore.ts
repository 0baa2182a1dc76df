import type { DaybookId } from '../../../shared/kernel/ids.ts';
import { err, ok, type Result } from '../../../shared/kernel/result.ts';
import type { PassphraseChanged } from '../../../shared/protocol/daybook-status.ts';
import type { World } from '../dependencies.ts';
import type { Database } from '../sqlite/openDatabase.ts';
import { StorageError } from '../sqlite/storage-errors.ts';
import { createBucketKeys } from './bucketKeys.ts';
import { createDestruction } from './destroyKeys.ts';
import { createErasures } from './erasures.ts';
import { hmacSha256 } from './hmacSha256.ts';
import { createKeyRecords } from './keyRecords.ts';
import { createKeyring } from './keyring.ts';
import type { KeyFinding, KeyStore } from './KeyStore.ts';
import type { KdfPolicy } from './passphraseKey.ts';
import { createPersonalSeals } from './personalSeals.ts';
import { createScratchKey } from './scratchKey.ts';
import type { Sealing } from './sealing.ts';
import type { Secret } from './Secret.ts';
import { lockVault, unlockVault, type PassphraseEmpty, type VaultRefused } from './vault.ts';
import { readVault, replaceVault, type Installation } from './vaultRecord.ts';
import { startVerifyKeys, verifyKeysSchema } from './verifyKeys.ts';
import { createWrapping } from './wrapping.ts';

/** The keys of a daybook, unlocked, with who writes here. */
export interface UnlockedKeyStore extends KeyStore, Installation {
  /** What was wrong with the file when it was opened. */
  readonly findings: readonly KeyFinding[];
  /**
   * Locks the vault key under another passphrase, durable. Nothing else is encrypted anew; an older
   * copy of the file still opens with the old passphrase. Once it is on disk it counts: that the WAL, in
   * which the vault stands as it was, cannot be cut to nothing is told and is no failure.
   *
   * **Errors:** besides the listed ones, throws when the vault was changed or closed meanwhile.
   */
  readonly changePassphrase: (
    current: Secret<string>,
    next: Secret<string>,
  ) => Promise<Result<PassphraseChanged, PassphraseEmpty | VaultRefused>>;
}

export interface UnlockedParts {
  readonly database: Database;
  readonly daybook: DaybookId;
  readonly installation: Installation;
  /** Given away: overwritten at `close`. */
  readonly vaultKey: Uint8Array;
  /** Where the key of the passphrase is kept, which changes with it. */
  readonly keptKey?: Uint8Array | undefined;
  readonly sealing: Sealing;
  readonly world: World;
  readonly policy: KdfPolicy;
  /** How many unwrapped keys stay in memory. */
  readonly cachedKeys?: number | undefined;
}

const vouchTag = Buffer.from('daybook-vouch-1');

/** The keys of 100,000 people stay in memory, at less than 30 MB. */
const standardCachedKeys = 2 ** 17;

/** The WAL may hold the vault under the old passphrase. Where it cannot be cut now, it goes at closing. */
const cutWal = (database: Database): boolean => {
  try {
    database.truncateWal();
    return true;
  } catch (thrown) {
    if (thrown instanceof StorageError) return false;
    throw thrown;
  }
};

const changePassphrase = async (
  { database, daybook, keptKey, sealing, world, policy }: UnlockedParts,
  current: Secret<string>,
  next: Secret<string>,
): Promise<Result<PassphraseChanged, PassphraseEmpty | VaultRefused>> => {
  const tools = { sealing, randomBytes: world.randomBytes, policy };
  const before = readVault(database);
  if (before === null) return err({ type: 'KeysDamaged', part: 'vault' });
  const [vaultKey, nextKey] = [createScratchKey(), createScratchKey()];
  try {
    const unlocked = await unlockVault(before, { passphrase: current }, daybook, vaultKey, tools);
    if (!unlocked.ok) return unlocked;
    const locked = await lockVault(vaultKey, next, daybook, tools, nextKey);
    if (!locked.ok) return locked;
    database.transaction(() => {
      if (!replaceVault(database, before, locked.value)) {
        throw new Error('the vault was changed meanwhile');
      }
    });
    keptKey?.set(nextKey);
    return ok({ isOldGone: cutWal(database) });
  } finally {
    vaultKey.fill(0);
    nextKey.fill(0);
  }
};

/** Puts the key store together over an open database whose vault has been unlocked. */
export const createUnlockedKeyStore = (parts: UnlockedParts): UnlockedKeyStore => {
  const { database, daybook, installation, vaultKey, sealing, world } = parts;
  const records = createKeyRecords(database);
  const buckets = createBucketKeys(records, sealing, daybook, vaultKey);
  const wrapping = createWrapping(sealing, daybook);
  const erasures = createErasures(records.tombstones());
  const keyring = createKeyring({
    handle: database,
    records,
    buckets,
    wrapping,
    erasures,
    world,
    cachedKeys: parts.cachedKeys ?? standardCachedKeys,
  });
  const destruction = createDestruction({
    database,
    records,
    buckets,
    wrapping,
    sealing,
    keyring,
    erasures,
    daybook,
    vaultKey,
    world,
  });
  const startVerify = (): ReturnType<KeyStore['startVerify']> =>
    startVerifyKeys({ handle: database, records, buckets, wrapping, elapsedMs: world.elapsedMs });
  const vouch = (text: string): number => {
    const key = hmacSha256(vaultKey, vouchTag);
    const said = Buffer.from(JSON.stringify([text, records.tombstones()]));
    const code = hmacSha256(key, said);
    key.fill(0);
    return code.readUIntBE(0, 6);
  };
  let closed = false;

  return {
    ...installation,
    findings: verifyKeysSchema(database),
    ...createPersonalSeals({ daybook, sealing, keyring, erasures }),
    sealingKey: keyring.sealingKey,
    commitKeys: keyring.commit,
    prefetch: keyring.prefetch,
    isErased: erasures.isErased,
    tombstones: records.tombstones,
    ...destruction,
    conceal: (person, classes) => {
      for (const retention of classes) {
        erasures.add(person, retention);
        keyring.forget(person, retention);
      }
    },
    vouch,
    startVerify,
    verify: () => {
      const run = startVerify();
      while (run.step(Number.POSITIVE_INFINITY) === 'more');
      return run.findings();
    },
    changePassphrase: (current, next) => changePassphrase(parts, current, next),
    close: () => {
      if (closed) return;
      closed = true;
      keyring.wipe();
      buckets.wipe();
      vaultKey.fill(0);
      database.close();
    },
  };
};
