import { expect, test } from 'vitest';
import { stopFor } from './stopFor.ts';

test.each([
  'CommitOutcomeUnknown',
  'Closed',
  'Unexpected',
  'ErasureUnfinished',
  'JobRunning',
  'Cancelled',
  'ReadOnly',
  'FilesDeleted',
  'PersonalPartUnreadable',
  'EventUnreadable',
  'NeedsNewerDaybook',
  'StorageFull',
  'StorageReadOnly',
  'StorageDamaged',
  'StorageBusy',
  'StorageFailed',
])('%s is not the doing of the caller, and has a sentence', (type) => {
  const { exitCode, message } = stopFor({ type });
  expect(exitCode).toBe(3);
  expect(message).not.toContain(type);
});

test.each(['ViewUnknown', 'InputInvalid', 'MapInvalid', 'FileUnreadable'])(
  '%s is wrong usage',
  (type) => expect(stopFor({ type }).exitCode).toBe(2),
);
