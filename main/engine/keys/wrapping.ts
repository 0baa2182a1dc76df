import type { DaybookId } from '../../../shared/kernel/ids.ts';
import { encodePersonKeyHeader } from './headers.ts';
import type { KeyRecord } from './keyRecords.ts';
import type { Sealing } from './sealing.ts';

/** What a wrapped key is bound to besides the daybook. */
export type WrappedFor = Pick<KeyRecord, 'key' | 'person' | 'retention' | 'bucket'>;

/** Persons' keys under bucket keys. */
export interface Wrapping {
  readonly wrap: (record: WrappedFor, key: Uint8Array, bucketKey: Uint8Array) => Uint8Array;
  /** False when the blob is damaged or belongs to another record. */
  readonly unwrapInto: (
    record: WrappedFor,
    wrapped: Uint8Array,
    bucketKey: Uint8Array,
    target: Uint8Array,
  ) => boolean;
}

export const createWrapping = (sealing: Sealing, daybook: DaybookId): Wrapping => {
  const headerOf = ({ key, person, retention, bucket }: WrappedFor): string =>
    encodePersonKeyHeader(daybook, key, person, retention, bucket);
  return {
    wrap: (record, key, bucketKey) => sealing.seal(headerOf(record), key, bucketKey),
    unwrapInto: (record, wrapped, bucketKey, target) =>
      sealing.openInto(headerOf(record), wrapped, bucketKey, target),
  };
};
