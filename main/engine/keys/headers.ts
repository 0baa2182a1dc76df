import type { RetentionClass } from '../../../shared/kernel/event.ts';
import type { DaybookId, KeyId, PersonId } from '../../../shared/kernel/ids.ts';
import type { SealHeader } from './KeyStore.ts';
import type { ScryptCost } from './passphraseKey.ts';

/*
 * What a sealed blob is bound to, as text: lines joined by "\n", the first of them a tag that no other
 * kind of blob has. Ids are UUIDs in lower case, numbers decimal.
 */

const lines = (...parts: readonly (string | number)[]): string => parts.join('\n');

/** The personal part of an event. No field may hold a line break: then no two headers read alike. */
export const encodeSealHeader = (header: SealHeader): string =>
  `daybook-seal-1\n${header.daybook}\n${header.event}\n${header.stream}\n${header.type}\n` +
  `${header.schema}\n${header.person}\n${header.key}`;

/** A person's key under a bucket key: neither another person's nor another class's fits in its place. */
export const encodePersonKeyHeader = (
  daybook: DaybookId,
  key: KeyId,
  person: PersonId,
  retention: RetentionClass,
  bucket: number,
): string => `daybook-person-key-1\n${daybook}\n${key}\n${person}\n${retention}\n${bucket}`;

/** A bucket key under the vault key. */
export const encodeBucketHeader = (daybook: DaybookId, bucket: number): string =>
  lines('daybook-bucket-1', daybook, bucket);

/** The vault key under the key made from the passphrase. */
export const encodeVaultHeader = (daybook: string, cost: ScryptCost, salt: Uint8Array): string =>
  lines(
    'daybook-vault-1',
    daybook,
    'scrypt',
    cost.n,
    cost.r,
    cost.p,
    Buffer.from(salt).toString('hex'),
  );
