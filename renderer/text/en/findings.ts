import type { FindingType } from '../../../shared/finding-types.ts';

/** What each finding means to somebody who keeps the book. */
export const enFindings = {
  ChainBroken: 'Something that was written has been changed afterwards.',
  DatabaseDamaged: 'A part of the log cannot be read.',
  EventInvalid: 'An event does not have the form of its kind.',
  EventMalformed: 'An event in the log is damaged.',
  HeadsDamaged: 'The file that guards the end of the log is damaged.',
  HeadsMissing: 'The file that guards the end of the log is missing.',
  IdentityChanged: 'The log is of another daybook, or says something else of itself than before.',
  IndexDisagrees: 'An index of the log disagrees with it.',
  LogBehindHeads: 'The end of the log is missing or is another one.',
  LogBehindRows: 'The lists know of more than the log: an older log stands in its place.',
  NeedsNewer: 'A newer Daybook has written this.',
  OutcomeUnknown: 'The disk failed, and nobody knows whether the last step was written.',
  PositionsNotDense: 'Events are missing from the log.',
  SchemaChanged: 'The rules that guard the log have been changed.',
  SequenceNotDense: 'Events of a device are missing.',
  VersionsNotDense: 'Events of a person or an account are missing.',
  KeyDoesNotOpen: 'A key does not open.',
  KeyMissing: 'A key is missing, though nobody was erased.',
  KeysDamaged: 'The file of the keys is damaged.',
  KeysSchemaChanged: 'The rules that guard the keys have been changed.',
  SealedPartDamaged: 'Something personal is damaged and cannot be read.',
  ErasureNotCarriedOut:
    'The log says that a person was erased, and a key of theirs is still there. Open the daybook where it can be written: the erasure is then carried out.',
  TombstoneMissing: 'The mark of an erasure is missing from the keys.',
  TombstoneWithKey: 'A key is still there though it was destroyed.',
  TombstoneWithoutEvent: 'The log has lost an erasure: an older log stands in its place.',
  RowsDiffer: 'A list is not what the log says. Make the lists anew.',
  HeadsNotWritten: 'The end of the log is not guarded now, since its file could not be written.',
  HeadsSlotDamaged:
    'One of the two notes on the end of the log was damaged. The other one was used, and the log agrees with it.',
  ReadModelsFailed: 'The lists could not be brought up to date.',
  ReadModelsRebuilt: 'Lists were made anew, as they were of an older version.',
  ReadModelsRemade: 'All lists were made anew, as their file could not be used.',
  other: 'Something was found that this window does not know.',
} as const satisfies Readonly<Record<FindingType | 'other', string>>;
