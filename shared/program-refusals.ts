/**
 * Every refusal of the program itself that can reach a window; those of commands follow from their
 * rules, see `CommandRefusal`. A window has a sentence for each: one that is missing there does not
 * compile, and one that is missing here is found by a test over the sources.
 */
export const plainProgramRefusals = [
  // Opening, creating and closing a daybook
  'AlreadyOpen',
  'Closed',
  'CurrencyInvalid',
  'DatabaseExists',
  'EngineStopped',
  'FolderNotEmpty',
  'FolderUnusable',
  'HostClosing',
  'IdentityInvalid',
  'InUse',
  'KdfOutOfBounds',
  'KeysDamaged',
  'KeysOfAnotherDaybook',
  'LogMissing',
  'LogUnreadable',
  'NoDaybookOpen',
  'NoDialogHere',
  'NotADaybook',
  'NotShownHere',
  'OnlyThisDaybook',
  'OpenInAnotherWindow',
  'PassphraseEmpty',
  'StateUnusable',
  'WrongPassphrase',
  // Writing and reading in one
  'CommandIdTaken',
  'CommitOutcomeUnknown',
  'CursorInvalid',
  'ErasureUnfinished',
  'EventUnreadable',
  'FilesDeleted',
  'InputInvalid',
  'NeedsNewerDaybook',
  'PersonalPartUnreadable',
  'PreconditionFailed',
  'ReadOnly',
  'StorageBusy',
  'StorageDamaged',
  'StorageFull',
  'StorageReadOnly',
  'Unexpected',
  // Files that pass between a window and the program
  'DaybookChanging',
  'FileArriving',
  'FileCutOff',
  'FileOfDaybook',
  'FileTooLarge',
  'NoSuchFile',
  'PageLeft',
  // Long work
  'Cancelled',
  'JobCutShort',
  'JobRunning',
  // On the way between a window and the program
  'CommandIdInvalid',
  'CommandUnknown',
  'ConnectionLost',
  'DuplicateKey',
  'EarlierWritten',
  'ForbiddenKey',
  'FrameInvalid',
  'NotJson',
  'NotSent',
  'NotUnicode',
  'NumberTooLarge',
  'TooDeep',
  'TooLong',
  'UnknownMethod',
  'ViewUnknown',
] as const;

/** Refusals over one of the files of a daybook. */
export const fileRefusals = [
  'DatabaseMissing',
  'ForeignDatabase',
  'FormatTooNew',
  'NotADatabase',
] as const;

export type ProgramRefusal =
  | { readonly type: (typeof plainProgramRefusals)[number] }
  | { readonly type: (typeof fileRefusals)[number]; readonly path: string }
  | { readonly type: 'SampleNotOpened'; readonly reason: { readonly type: string } }
  | { readonly type: 'StorageFailed'; readonly code: string };
