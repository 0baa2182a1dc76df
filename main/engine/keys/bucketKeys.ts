import type { DaybookId } from '../../../shared/kernel/ids.ts';
import { encodeBucketHeader } from './headers.ts';
import type { KeyRecords } from './keyRecords.ts';
import type { Sealing } from './sealing.ts';

const keyLength = 32;

export const bucketCount = 256;

/** The keys that persons' keys are wrapped under, in memory from their first use on. */
export interface BucketKeys {
  /** The key itself, not a copy; null when its blob is damaged. */
  readonly get: (bucket: number) => Uint8Array | null;
  /** Overwrites the copy in memory: the next use looks at the file again. */
  readonly forget: (bucket: number) => void;
  readonly wipe: () => void;
}

export const createBucketKeys = (
  records: Pick<KeyRecords, 'bucket'>,
  sealing: Sealing,
  daybook: DaybookId,
  vaultKey: Uint8Array,
): BucketKeys => {
  const keys = new Uint8Array(bucketCount * keyLength);
  const present = new Uint8Array(bucketCount);
  const at = (bucket: number): Uint8Array =>
    keys.subarray(bucket * keyLength, (bucket + 1) * keyLength);

  return {
    get: (bucket) => {
      const key = at(bucket);
      if (present[bucket] === 1) return key;
      const wrapped = records.bucket(bucket);
      const header = encodeBucketHeader(daybook, bucket);
      if (wrapped === undefined || !sealing.openInto(header, wrapped, vaultKey, key)) return null;
      present[bucket] = 1;
      return key;
    },
    forget: (bucket) => {
      at(bucket).fill(0);
      present[bucket] = 0;
    },
    wipe: () => {
      keys.fill(0);
      present.fill(0);
    },
  };
};
