/** Refusals that leave open whether what was sent has been written, or has been carried to its end. */
export const unsureRefusals = [
  'CommitOutcomeUnknown',
  'ConnectionLost',
  'EngineStopped',
  'ErasureUnfinished',
  'Unexpected',
] as const;

/**
 * Refusals by those who stand before the log, or cannot read it: this was not written, and of what came
 * earlier they know nothing.
 */
const unknowing: readonly string[] = [
  'Closed',
  'FilesDeleted',
  'NoDaybookOpen',
  'NotSent',
  'ReadOnly',
  'StorageBusy',
  'StorageDamaged',
  'StorageFailed',
  'StorageFull',
  'StorageReadOnly',
];

/** What a refusal says of whether the command was written. */
export type Outcome = 'notWritten' | 'notWrittenNow' | 'unsure';

export const outcomeOf = (refusal: string): Outcome => {
  if ((unsureRefusals as readonly string[]).includes(refusal)) return 'unsure';
  return unknowing.includes(refusal) ? 'notWrittenNow' : 'notWritten';
};
