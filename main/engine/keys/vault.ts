import { hash } from 'node:crypto';
import type { DaybookId } from '../../../shared/kernel/ids.ts';
import { err, ok, type Result } from '../../../shared/kernel/result.ts';
import { encodeVaultHeader } from './headers.ts';
import {
  derivePassphraseKey,
  isEmpty,
  isWithin,
  type KdfPolicy,
  type ScryptCost,
} from './passphraseKey.ts';
import type { Sealing } from './sealing.ts';
import type { Secret } from './Secret.ts';

/** The vault key as it stands in the file, under a key made from the passphrase. */
export interface Vault extends ScryptCost {
  readonly daybook: string;
  readonly salt: Uint8Array;
  /** A sealed blob of 32 bytes. */
  readonly wrapped: Uint8Array;
  /** SHA-256 over all the rest: tells damage from a wrong passphrase. Not a guard against an attacker. */
  readonly checksum: Uint8Array;
}

export interface PassphraseEmpty {
  readonly type: 'PassphraseEmpty';
}

export interface WrongPassphrase {
  readonly type: 'WrongPassphrase';
}

/** The file asks for a cost that this program does not spend: too low to be safe, or too high to be meant. */
export interface KdfOutOfBounds extends ScryptCost {
  readonly type: 'KdfOutOfBounds';
}

/** The key file is not as it was written. A backup of it opens the daybook again. */
export interface KeysDamaged {
  readonly type: 'KeysDamaged';
  readonly part: 'file' | 'schema' | 'vault' | 'installation';
}

/** The key file belongs to another daybook. */
export interface KeysOfAnotherDaybook {
  readonly type: 'KeysOfAnotherDaybook';
  readonly daybook: string;
}

export type VaultRefused = WrongPassphrase | KdfOutOfBounds | KeysDamaged | KeysOfAnotherDaybook;

const saltLength = 32;

/** For tests besides: an attacker can make one. */
export const checksumOfVault = (vault: Omit<Vault, 'checksum'>): Buffer => {
  const header = encodeVaultHeader(vault.daybook, vault, vault.salt);
  const wrapped = Buffer.from(vault.wrapped).toString('hex');
  return hash('sha256', `daybook-vault-checksum-1\n${header}\n${wrapped}`, 'buffer');
};

/** True when the stored bytes are as they were written. */
export const isVaultIntact = (vault: Vault): boolean =>
  checksumOfVault(vault).equals(vault.checksum);

/**
 * What opens a vault: the passphrase, or the key that it was made into at an earlier opening. `keepKeyIn`
 * takes that key, 32 bytes, once it has opened the vault; who hands it in overwrites it.
 */
export type VaultOpener =
  | { readonly passphrase: Secret<string>; readonly keepKeyIn?: Uint8Array | undefined }
  | { readonly keptKey: Uint8Array };

const keyFor = (
  opener: VaultOpener,
  { n, r, p, salt }: Vault,
  policy: KdfPolicy,
): Promise<Uint8Array> =>
  'keptKey' in opener
    ? Promise.resolve(Uint8Array.from(opener.keptKey))
    : derivePassphraseKey(opener.passphrase, salt, { n, r, p }, policy);

/** What is needed to make or open a vault. */
export interface VaultTools {
  readonly sealing: Sealing;
  readonly randomBytes: (count: number) => Uint8Array;
  readonly policy: KdfPolicy;
}

/**
 * Locks the vault key under a passphrase, with a fresh salt and the cost of today. `keepKeyIn` takes the key
 * that the passphrase was made into.
 */
export const lockVault = async (
  vaultKey: Uint8Array,
  passphrase: Secret<string>,
  daybook: DaybookId,
  { sealing, randomBytes, policy }: VaultTools,
  keepKeyIn?: Uint8Array,
): Promise<Result<Vault, PassphraseEmpty>> => {
  if (isEmpty(passphrase)) return err({ type: 'PassphraseEmpty' });
  const cost = policy.forNewVaults;
  const salt = randomBytes(saltLength);
  const key = await derivePassphraseKey(passphrase, salt, cost, policy);
  const wrapped = sealing.seal(encodeVaultHeader(daybook, cost, salt), vaultKey, key);
  keepKeyIn?.set(key);
  key.fill(0);
  const vault = { daybook, n: cost.n, r: cost.r, p: cost.p, salt, wrapped };
  return ok({ ...vault, checksum: checksumOfVault(vault) });
};

/**
 * Opens a vault into `vaultKey`, which has 32 bytes. Nothing of the file is believed, and no memory
 * taken on its word, before it has been checked.
 *
 * **Errors:** `WrongPassphrase` only when the stored bytes are as they were written; of a kept key, too,
 * that opens another vault or has been overwritten.
 */
export const unlockVault = async (
  vault: Vault,
  opener: VaultOpener,
  daybook: DaybookId,
  vaultKey: Uint8Array,
  { sealing, policy }: VaultTools,
): Promise<Result<null, VaultRefused>> => {
  if (!isVaultIntact(vault)) return err({ type: 'KeysDamaged', part: 'vault' });
  if (vault.daybook !== daybook) {
    return err({ type: 'KeysOfAnotherDaybook', daybook: vault.daybook });
  }
  const { n, r, p } = vault;
  if (!isWithin(policy, vault)) return err({ type: 'KdfOutOfBounds', n, r, p });
  const key = await keyFor(opener, vault, policy);
  const header = encodeVaultHeader(daybook, vault, vault.salt);
  const opened = sealing.openInto(header, vault.wrapped, key, vaultKey);
  if (opened && 'passphrase' in opener) opener.keepKeyIn?.set(key);
  key.fill(0);
  return opened ? ok(null) : err({ type: 'WrongPassphrase' });
};
