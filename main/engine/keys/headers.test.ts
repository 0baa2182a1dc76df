import { expect, test } from 'vitest';
import type { DaybookId, EventId, KeyId, PersonId } from '../../../shared/kernel/ids.ts';
import {
  encodeBucketHeader,
  encodePersonKeyHeader,
  encodeSealHeader,
  encodeVaultHeader,
} from './headers.ts';

// The encodings are part of the file format: these texts never change.

test('the header of a personal part', () => {
  expect(
    encodeSealHeader({
      daybook: 'D' as DaybookId,
      event: 'E' as EventId,
      stream: 'person-P',
      type: 'person.registered',
      schema: 2,
      person: 'P' as PersonId,
      key: 'K' as KeyId,
    }),
  ).toBe('daybook-seal-1\nD\nE\nperson-P\nperson.registered\n2\nP\nK');
});

test('the header of a person key', () => {
  expect(
    encodePersonKeyHeader('D' as DaybookId, 'K' as KeyId, 'P' as PersonId, 'statutory', 255),
  ).toBe('daybook-person-key-1\nD\nK\nP\nstatutory\n255');
});

test('the header of a bucket key', () => {
  expect(encodeBucketHeader('D' as DaybookId, 0)).toBe('daybook-bucket-1\nD\n0');
});

test('the header of the vault key', () => {
  expect(encodeVaultHeader('D', { n: 131_072, r: 8, p: 1 }, Uint8Array.of(0, 255))).toBe(
    'daybook-vault-1\nD\nscrypt\n131072\n8\n1\n00ff',
  );
});
