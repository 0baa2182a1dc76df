/** One sentence for each refusal: what is the matter, and what to do. */
export const enRefusals = {
  // Accounts
  CreditLimitExceeded:
    'Only {{available}} is left, and this is {{requested}}. Charge less, take a payment first, or have it approved.',
  CreditLimitExceededNone:
    'Nothing is left on this account. Take a payment first, or have the charge approved.',
  CreditLimitExceededOver:
    'The account is already {{over}} over its limit. Take a payment first, or have the charge approved.',
  AccountNotOpen: 'This account is closed. Reopen it to charge it.',
  AccountNotFound: 'This account is not in this daybook. Go back to the list and open it again.',
  AccountAlreadyOpened: 'This account is open already.',
  AlreadyClosed: 'This account is closed already.',
  NotClosed: 'This account is open already.',
  LimitUnchanged: 'The limit is {{limit}} already. Write another one.',
  CurrencyDiffers: 'This daybook counts in {{expected}}, not in {{given}}.',
  BalanceOutOfRange: 'The balance would pass {{largest}}, which is as much as an account can hold.',
  EntryDayOutOfRange:
    'The date must be between {{earliest}} and {{latest}}. Check its year, and the date of this machine.',
  EntryNotFound: 'This entry is not in the account. Look at the statement again.',
  AlreadyReversed: 'This entry has been reversed already.',
  EntryIsReversal: 'A reversal cannot be reversed. Write the entry again instead.',
  ReasonRequired: 'Say why: a reversal needs a reason.',
  // People
  PersonNotFound: 'This person is not in this daybook. Go back to the list and open them again.',
  PersonErased:
    'This person has been erased: nothing personal can be written about them any more. Leave the texts empty.',
  PersonAlreadyRegistered: 'This person is in the book already.',
  BirthDateOutOfRange:
    'A date of birth must be between {{earliest}} and {{latest}}. Check its year, and the date of this machine.',
  AlreadyArchived: 'This person is archived already.',
  NotArchived: 'This person is in the list already.',
  StatusChangedSince:
    'This person has been archived or taken back again meanwhile, and stays as they are.',
  ChangesEmpty: 'Nothing has been changed. Change a field first.',
  ConfirmationDiffers: 'This is not what stands above. Type it exactly as it stands there.',
  // Opening and creating
  WrongPassphrase:
    'This is not the passphrase of this daybook. Check capitals and the keyboard’s language, then type it again.',
  PassphraseEmpty: 'Type the passphrase.',
  SampleNotOpened:
    'The sample does not open: it was given another passphrase, or it is damaged. Remove it and open a new one.',
  InUse: 'Another program has this daybook open. Close it there first.',
  NoDialogHere:
    'Folders elsewhere can be chosen in the desktop window only. On the command line, daybook serve opens one.',
  OpenInAnotherWindow: 'This daybook is open in another window, which is now in front.',
  NotShownHere:
    'Folders can be shown by the desktop window only. Open it by hand: where it is stands in the settings, under Storage.',
  NotADaybook:
    'There is no daybook in this folder any more. Put the folder back, or choose another.',
  FormatTooNew: 'A newer Daybook has written this. Install the newer version to open it.',
  LogUnreadable: 'The log of this daybook cannot be read. Take the folder from a backup.',
  KeysDamaged:
    'The keys of this daybook are damaged, so it cannot be opened. Take the folder from a backup.',
  KeysOfAnotherDaybook:
    'The keys in this folder belong to another daybook. Put the right keys.db back.',
  KdfOutOfBounds:
    'Somebody has changed what guards the passphrase in keys.db, so this cannot be opened. Take the folder from a backup.',
  LogMissing:
    'The log of this daybook, log.db, is not in its folder: it was lost or moved away. Put it back from a copy.',
  DatabaseMissing: 'The file {{file}} of this daybook is missing. Put it back from a copy.',
  NotADatabase:
    'The file {{file}} is damaged, or is none of Daybook. Nothing was changed. Put it back from a copy.',
  ForeignDatabase:
    'The file {{file}} belongs to another program. Nothing was changed. Put the right one back from a copy.',
  ForeignDatabaseRows:
    'The file state.db belongs to another program. Move that one file away: it is made again.',
  StateUnusable:
    'The file state.db cannot be used. Delete that one file and open the daybook again: it is made anew.',
  IdentityInvalid: 'This name cannot be used. Give one of 1 to 200 characters.',
  FolderNotEmpty: 'There is something in this folder already. Choose an empty one.',
  FolderUnusable:
    'This folder cannot be written to. Check that it is there and that you may write to it.',
  AlreadyOpen: 'A daybook is open already. Close it first.',
  NoDaybookOpen: 'The daybook has been closed. Open it again to go on.',
  OnlyThisDaybook:
    'The program was started for one daybook only. Start it without a folder to use others.',
  HostClosing: 'The program is about to end. Start it again.',
  CurrencyInvalid: 'Choose a currency from the list.',
  // Files
  DaybookChanging:
    'So much is being written at the moment that no export of one moment could be made. Try again when it is quieter.',
  PageLeft:
    'Another page is shown by now. Nothing was saved: go back to the one you want, and save it again.',
  FileOfDaybook: 'This file belongs to a daybook. Choose another name or another folder.',
  FileArriving:
    'Another file is still on its way. Wait until it has arrived, then choose this one.',
  FileCutOff: 'The file did not arrive whole, so nothing of it was kept. Choose it again.',
  FileTooLarge: 'This file is larger than 1 GB. Split it into several.',
  NoSuchFile: 'The program no longer has this file. Choose it again.',
  // The program
  ReadOnly:
    'Damage was found, so this daybook is open for reading only. See what was found in the settings.',
  FilesDeleted:
    'The files of this daybook were deleted while it was open, so nothing was written. Export its people and entries before you close or lock it: after that they are gone.',
  NeedsNewerDaybook: 'A newer Daybook has written about this. Install the newer version to go on.',
  ErasureUnfinished: 'An erasure has to be finished first. Close the daybook and open it again.',
  EventUnreadable:
    'An earlier event of this record is damaged, so nothing can be added to it. Verify the log in the settings.',
  PersonalPartUnreadable:
    'Something personal here cannot be read, though it was not erased. Verify the log in the settings.',
  StorageFull: 'The disk is full. Nothing was written. Make room and try again.',
  StorageReadOnly:
    'The disk cannot be written to. Nothing was written. Check the folder’s permissions.',
  StorageDamaged: 'The file is damaged. Nothing was written. Verify the log in the settings.',
  StorageBusy: 'Another program holds the files. Try again in a moment.',
  StorageFailed: 'The disk failed ({{code}}). Check it before you go on.',
  ConnectionLost: 'The program did not answer. Try again: nothing is written twice.',
  CommitOutcomeUnknown:
    'The disk failed, and nobody knows whether this was written. Close the daybook, open it again and try again: nothing is written twice.',
  NotSent: 'The program cannot be reached, so nothing was sent. Try again when it is back.',
  EarlierWritten:
    'What you sent before has been written; what you have changed since has not. Look at it, then press again if this is to be written too.',
  EngineStopped:
    'Daybook’s engine stopped before it answered. Try again: nothing is written twice.',
  Unexpected:
    'Something went wrong in the program. Try again; the incident is in the program’s log.',
  InputInvalid: 'The program could not read this. Check the fields and try again.',
  PreconditionFailed: 'Somebody else was faster. Look again and repeat it if it is still needed.',
  CommandIdTaken: 'Something else was written under this id. Try again.',
  CursorInvalid: 'This list has changed meanwhile. Go to another page and come back.',
  FrameInvalid: 'The window and the program do not understand each other. Load the page again.',
  NotUnicode: 'There are broken characters in what was typed. Type it again.',
  TooLong: 'This is too long to be sent. Shorten it.',
  Cancelled: 'Cancelled.',
  JobCutShort: 'Daybook’s engine stopped while this ran. What it had done stays; start it again.',
  JobRunning: 'This is running already. Wait until it is done, or cancel it.',
  other: 'The program refused this ({{type}}).',
} as const;
