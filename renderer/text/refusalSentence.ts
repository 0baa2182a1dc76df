import type { CommandRefusal } from '../../shared/contract.ts';
import type { Refusal } from '../../shared/protocol/refusal.ts';
import type { ProgramRefusal } from '../../shared/program-refusals.ts';
import { formatMoney } from './amountText.ts';
import type { en } from './en.ts';
import type { Language } from './languages.ts';
import type { Say } from './useText.ts';
import { formatDays } from './when.ts';

export type KnownRefusal = CommandRefusal | ProgramRefusal;

type Sentence<Known extends Refusal> = (refusal: Known, say: Say, language: Language) => string;

type RefusalTexts = typeof en.refusal;

/** Texts without a variable. */
type PlainText = {
  [Key in keyof RefusalTexts]: RefusalTexts[Key] extends `${string}{{${string}` ? never : Key;
}[keyof RefusalTexts];

/** A sentence that needs nothing from the refusal but its type. */
const plainly =
  (text: PlainText) =>
  (_refusal: Refusal, say: Say): string =>
    say(`refusal.${text}`);

/** The file's own name, whichever way the system writes paths. */
const fileName = (path: string): string => path.split(/[/\\]/u).at(-1) ?? path;

/** The rows can be made again, and nothing else can. */
const isDisposable = (path: string): boolean => fileName(path) === 'state.db';

/** Every refusal that a user can meet; one that is missing does not compile. */
const sentences: {
  readonly [Type in KnownRefusal['type']]: Sentence<Extract<KnownRefusal, { readonly type: Type }>>;
} = {
  CreditLimitExceeded: ({ available, requested }, say, language) => {
    if (available.minor === 0) return say('refusal.CreditLimitExceededNone');
    if (available.minor < 0)
      return say('refusal.CreditLimitExceededOver', {
        over: formatMoney({ ...available, minor: -available.minor }, language),
      });
    return say('refusal.CreditLimitExceeded', {
      available: formatMoney(available, language),
      requested: formatMoney(requested, language),
    });
  },
  LimitUnchanged: ({ limit }, say, language) =>
    say('refusal.LimitUnchanged', { limit: formatMoney(limit, language) }),
  CurrencyDiffers: ({ expected, given }, say) =>
    say('refusal.CurrencyDiffers', { expected, given }),
  BalanceOutOfRange: ({ largest }, say, language) =>
    say('refusal.BalanceOutOfRange', { largest: formatMoney(largest, language) }),
  EntryDayOutOfRange: (days, say, language) =>
    say('refusal.EntryDayOutOfRange', formatDays(days, language)),
  BirthDateOutOfRange: (days, say, language) =>
    say('refusal.BirthDateOutOfRange', formatDays(days, language)),
  StorageFailed: ({ code }, say) => say('refusal.StorageFailed', { code }),
  DatabaseMissing: ({ path }, say) => say('refusal.DatabaseMissing', { file: fileName(path) }),
  NotADatabase: ({ path }, say) => say('refusal.NotADatabase', { file: fileName(path) }),
  ForeignDatabase: ({ path }, say) =>
    isDisposable(path)
      ? say('refusal.ForeignDatabaseRows')
      : say('refusal.ForeignDatabase', { file: fileName(path) }),
  Closed: plainly('NoDaybookOpen'),
  CommandIdInvalid: plainly('FrameInvalid'),
  CommandUnknown: plainly('FrameInvalid'),
  CommitOutcomeUnknown: plainly('CommitOutcomeUnknown'),
  CursorInvalid: plainly('CursorInvalid'),
  DatabaseExists: plainly('FolderNotEmpty'),
  DuplicateKey: plainly('FrameInvalid'),
  EarlierWritten: plainly('EarlierWritten'),
  ForbiddenKey: plainly('FrameInvalid'),
  FrameInvalid: plainly('FrameInvalid'),
  IdentityInvalid: plainly('IdentityInvalid'),
  NotSent: plainly('NotSent'),
  KdfOutOfBounds: plainly('KdfOutOfBounds'),
  LogMissing: plainly('LogMissing'),
  NotJson: plainly('FrameInvalid'),
  NotUnicode: plainly('NotUnicode'),
  NumberTooLarge: plainly('FrameInvalid'),
  StateUnusable: plainly('StateUnusable'),
  TooDeep: plainly('FrameInvalid'),
  TooLong: plainly('TooLong'),
  UnknownMethod: plainly('FrameInvalid'),
  ViewUnknown: plainly('FrameInvalid'),
  AccountNotOpen: plainly('AccountNotOpen'),
  AccountNotFound: plainly('AccountNotFound'),
  AccountAlreadyOpened: plainly('AccountAlreadyOpened'),
  AlreadyClosed: plainly('AlreadyClosed'),
  NotClosed: plainly('NotClosed'),
  EntryNotFound: plainly('EntryNotFound'),
  AlreadyReversed: plainly('AlreadyReversed'),
  EntryIsReversal: plainly('EntryIsReversal'),
  ReasonRequired: plainly('ReasonRequired'),
  PersonNotFound: plainly('PersonNotFound'),
  PersonErased: plainly('PersonErased'),
  PersonAlreadyRegistered: plainly('PersonAlreadyRegistered'),
  AlreadyArchived: plainly('AlreadyArchived'),
  NotArchived: plainly('NotArchived'),
  StatusChangedSince: plainly('StatusChangedSince'),
  ChangesEmpty: plainly('ChangesEmpty'),
  ConfirmationDiffers: plainly('ConfirmationDiffers'),
  AlreadyOpen: plainly('AlreadyOpen'),
  Cancelled: plainly('Cancelled'),
  CommandIdTaken: plainly('CommandIdTaken'),
  ConnectionLost: plainly('ConnectionLost'),
  CurrencyInvalid: plainly('CurrencyInvalid'),
  EngineStopped: plainly('EngineStopped'),
  ErasureUnfinished: plainly('ErasureUnfinished'),
  DaybookChanging: plainly('DaybookChanging'),
  FileArriving: plainly('FileArriving'),
  FileCutOff: plainly('FileCutOff'),
  FileOfDaybook: plainly('FileOfDaybook'),
  FileTooLarge: plainly('FileTooLarge'),
  NoSuchFile: plainly('NoSuchFile'),
  FolderNotEmpty: plainly('FolderNotEmpty'),
  FolderUnusable: plainly('FolderUnusable'),
  FormatTooNew: plainly('FormatTooNew'),
  HostClosing: plainly('HostClosing'),
  InUse: plainly('InUse'),
  InputInvalid: plainly('InputInvalid'),
  JobCutShort: plainly('JobCutShort'),
  JobRunning: plainly('JobRunning'),
  KeysDamaged: plainly('KeysDamaged'),
  KeysOfAnotherDaybook: plainly('KeysOfAnotherDaybook'),
  LogUnreadable: plainly('LogUnreadable'),
  NeedsNewerDaybook: plainly('NeedsNewerDaybook'),
  NoDaybookOpen: plainly('NoDaybookOpen'),
  NoDialogHere: plainly('NoDialogHere'),
  NotADaybook: plainly('NotADaybook'),
  NotShownHere: plainly('NotShownHere'),
  OnlyThisDaybook: plainly('OnlyThisDaybook'),
  OpenInAnotherWindow: plainly('OpenInAnotherWindow'),
  PageLeft: plainly('PageLeft'),
  PassphraseEmpty: plainly('PassphraseEmpty'),
  EventUnreadable: plainly('EventUnreadable'),
  PersonalPartUnreadable: plainly('PersonalPartUnreadable'),
  PreconditionFailed: plainly('PreconditionFailed'),
  FilesDeleted: plainly('FilesDeleted'),
  ReadOnly: plainly('ReadOnly'),
  SampleNotOpened: ({ reason }, say) =>
    say(reason.type === 'InUse' ? 'refusal.InUse' : 'refusal.SampleNotOpened'),
  StorageBusy: plainly('StorageBusy'),
  StorageDamaged: plainly('StorageDamaged'),
  StorageFull: plainly('StorageFull'),
  StorageReadOnly: plainly('StorageReadOnly'),
  Unexpected: plainly('Unexpected'),
  WrongPassphrase: plainly('WrongPassphrase'),
};

const isKnown = (refusal: Refusal): refusal is KnownRefusal =>
  Object.hasOwn(sentences, refusal.type);

/** What a refusal means and what to do, in the language of the window. */
export const refusalSentence = (refusal: Refusal, say: Say, language: Language): string => {
  if (!isKnown(refusal)) return say('refusal.other', { type: refusal.type });
  // The table pairs each type with the function for it; the index has lost that tie.
  const sentence = sentences[refusal.type] as Sentence<KnownRefusal>;
  return sentence(refusal, say, language);
};
