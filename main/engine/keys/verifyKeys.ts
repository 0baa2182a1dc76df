import type { ReadHandle } from '../sqlite/handle.ts';
import { bucketCount, type BucketKeys } from './bucketKeys.ts';
import type { KeyRecord, KeyRecords } from './keyRecords.ts';
import { hashSchema, keysSchemaHash } from './keysSchema.ts';
import type { KeyFinding, KeyVerifyRun } from './KeyStore.ts';
import { readVault } from './vaultRecord.ts';
import { createScratchKey } from './scratchKey.ts';
import { isVaultIntact } from './vault.ts';
import type { Wrapping } from './wrapping.ts';

export interface VerificationParts {
  readonly handle: ReadHandle;
  readonly records: KeyRecords;
  readonly buckets: BucketKeys;
  readonly wrapping: Wrapping;
  readonly elapsedMs: () => number;
}

const pageLength = 64;

/** Compares the schema with the one that we make: quick enough for every opening. */
export const verifyKeysSchema = (handle: ReadHandle): KeyFinding[] =>
  hashSchema(handle, 'everything') === keysSchemaHash.everything
    ? []
    : [{ type: 'KeysSchemaChanged', detail: 'schema' }];

/** What holds of the file as a whole. */
const verifyFrame = ({ handle, records, buckets }: VerificationParts): KeyFinding[] => {
  const findings: KeyFinding[] = [];
  findings.push(...verifyKeysSchema(handle));
  const vault = readVault(handle);
  if (vault === null || !isVaultIntact(vault)) {
    findings.push({ type: 'KeysDamaged', detail: 'vault' });
  }
  for (let bucket = 0; bucket < bucketCount; bucket += 1) {
    // What stands in the file counts, not the copy in memory.
    buckets.forget(bucket);
    if (buckets.get(bucket) === null) {
      findings.push({ type: 'KeysDamaged', detail: `bucket ${bucket}` });
    }
  }
  for (const { person, retention } of records.tombstones()) {
    for (const record of records.ofPerson(person)) {
      if (record.retention !== retention || record.wrapped === null) continue;
      findings.push({ type: 'TombstoneWithKey', key: record.key, detail: retention });
    }
  }
  return findings;
};

/** What holds of one key record. */
const verifyRecord = (
  { records, buckets, wrapping }: VerificationParts,
  record: KeyRecord,
  scratch: Uint8Array,
): KeyFinding | null => {
  const { number, key, person, retention, bucket, wrapped } = record;
  const found = [records.find(key), ...records.ofPerson(person).filter((one) => one.key === key)];
  if (found.length !== 2 || found.some((one) => one?.number !== number)) {
    return { type: 'KeysDamaged', key, detail: 'the indexes disagree' };
  }
  if (wrapped === null) {
    const buried = records.tombstonesOf(person).some((one) => one.retention === retention);
    return buried ? null : { type: 'TombstoneMissing', key, detail: retention };
  }
  const bucketKey = buckets.get(bucket);
  return bucketKey !== null && wrapping.unwrapInto(record, wrapped, bucketKey, scratch)
    ? null
    : { type: 'KeyDoesNotOpen', key, detail: `row ${number}` };
};

/** Checks everything in `keys.db` that can be checked without the log. */
export const startVerifyKeys = (parts: VerificationParts): KeyVerifyRun => {
  const { records, elapsedMs } = parts;
  const scratch = createScratchKey();
  const findings: KeyFinding[] = [];
  const total = records.count();
  let done = 0;
  let last: number | null = null;

  const verifyPage = (): 'more' | 'done' => {
    if (last === null) {
      findings.push(...verifyFrame(parts));
      last = 0;
      return 'more';
    }
    const page = records.after(last, pageLength);
    for (const record of page) {
      const finding = verifyRecord(parts, record, scratch);
      if (finding !== null) findings.push(finding);
      last = record.number;
    }
    scratch.fill(0);
    done += page.length;
    return page.length === pageLength ? 'more' : 'done';
  };

  return {
    step: (milliseconds) => {
      const until = elapsedMs() + milliseconds;
      for (;;) {
        if (verifyPage() === 'done') return 'done';
        if (elapsedMs() >= until) return 'more';
      }
    },
    progress: () => ({ done, total }),
    findings: () => findings,
  };
};
