import type { CommandRefusal } from '../../shared/contract.ts';
import type { Refusal } from '../../shared/protocol.ts';
import { SHORTEST_PASSPHRASE } from '../features/welcome/passphraseStrength.ts';
import { formatMoney } from './amountText.ts';
import type { Language } from './languages.ts';
import type { Say } from './useText.ts';

/** Refusals of the program itself; those of commands are in the contract. */
type ProgramRefusal =
  | {
      readonly type:
        | 'AlreadyOpen'
        | 'Cancelled'
        | 'CommandIdTaken'
        | 'ConnectionLost'
        | 'CurrencyInvalid'
        | 'EngineStopped'
        | 'ErasureUnfinished'
        | 'FolderNotEmpty'
        | 'FolderUnusable'
        | 'ForeignFile'
        | 'FormatTooNew'
        | 'HostClosing'
        | 'InUse'
        | 'InputInvalid'
        | 'JobRunning'
        | 'KeysDamaged'
        | 'KeysMissing'
        | 'KeysOfAnotherDaybook'
        | 'LogUnreadable'
        | 'NeedsNewerDaybook'
        | 'NoDaybookOpen'
        | 'NotADaybook'
        | 'OnlyThisDaybook'
        | 'PassphraseEmpty'
        | 'PassphraseTooShort'
        | 'PersonalPartUnreadable'
        | 'PreconditionFailed'
        | 'ReadOnly'
        | 'StorageBusy'
        | 'StorageDamaged'
        | 'StorageFull'
        | 'StorageReadOnly'
        | 'Unexpected'
        | 'WrongPassphrase';
    }
  | { readonly type: 'StorageFailed'; readonly code: string };

export type KnownRefusal = CommandRefusal | ProgramRefusal;

type Sentence<Known extends Refusal> = (refusal: Known, say: Say, language: Language) => string;

type PlainRefusal = Exclude<
  KnownRefusal['type'],
  | 'BalanceOutOfRange'
  | 'CreditLimitExceeded'
  | 'CurrencyDiffers'
  | 'LimitUnchanged'
  | 'PassphraseTooShort'
  | 'StorageFailed'
>;

/** A sentence that needs nothing from the refusal but its type. */
const plainly =
  (type: PlainRefusal) =>
  (_refusal: Refusal, say: Say): string =>
    say(`refusal.${type}`);

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
  StorageFailed: ({ code }, say) => say('refusal.StorageFailed', { code }),
  PassphraseTooShort: (_refusal, say) =>
    say('refusal.PassphraseTooShort', { count: SHORTEST_PASSPHRASE }),
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
  ChangesEmpty: plainly('ChangesEmpty'),
  ConfirmationDiffers: plainly('ConfirmationDiffers'),
  AlreadyOpen: plainly('AlreadyOpen'),
  Cancelled: plainly('Cancelled'),
  CommandIdTaken: plainly('CommandIdTaken'),
  ConnectionLost: plainly('ConnectionLost'),
  CurrencyInvalid: plainly('CurrencyInvalid'),
  EngineStopped: plainly('EngineStopped'),
  ErasureUnfinished: plainly('ErasureUnfinished'),
  FolderNotEmpty: plainly('FolderNotEmpty'),
  FolderUnusable: plainly('FolderUnusable'),
  ForeignFile: plainly('ForeignFile'),
  FormatTooNew: plainly('FormatTooNew'),
  HostClosing: plainly('HostClosing'),
  InUse: plainly('InUse'),
  InputInvalid: plainly('InputInvalid'),
  JobRunning: plainly('JobRunning'),
  KeysDamaged: plainly('KeysDamaged'),
  KeysMissing: plainly('KeysMissing'),
  KeysOfAnotherDaybook: plainly('KeysOfAnotherDaybook'),
  LogUnreadable: plainly('LogUnreadable'),
  NeedsNewerDaybook: plainly('NeedsNewerDaybook'),
  NoDaybookOpen: plainly('NoDaybookOpen'),
  NotADaybook: plainly('NotADaybook'),
  OnlyThisDaybook: plainly('OnlyThisDaybook'),
  PassphraseEmpty: plainly('PassphraseEmpty'),
  PersonalPartUnreadable: plainly('PersonalPartUnreadable'),
  PreconditionFailed: plainly('PreconditionFailed'),
  ReadOnly: plainly('ReadOnly'),
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
