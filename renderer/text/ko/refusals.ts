import type { enRefusals } from '../en/refusals.ts';
import type { Translated } from '../en.ts';

/** One sentence for each refusal: what is the matter, and what to do. */
export const koRefusals: Translated<typeof enRefusals> = {
  // Accounts
  CreditLimitExceeded:
    '남은 한도 {{available}}[을/를] 넘는 금액({{requested}})입니다. 금액을 줄이거나, 먼저 입금을 받거나, 승인을 받으세요.',
  CreditLimitExceededNone: '이 계정에는 남은 한도가 없습니다. 먼저 입금을 받거나 승인을 받으세요.',
  CreditLimitExceededOver: '이미 한도를 {{over}} 넘었습니다. 먼저 입금을 받거나 승인을 받으세요.',
  AccountNotOpen: '닫힌 계정입니다. 외상을 적으려면 다시 여세요.',
  AccountNotFound: '이 장부에 없는 계정입니다. 목록으로 돌아가 다시 열어 주세요.',
  AccountAlreadyOpened: '이미 개설된 계정입니다.',
  AlreadyClosed: '이미 닫힌 계정입니다.',
  NotClosed: '이미 열려 있는 계정입니다.',
  LimitUnchanged: '한도가 이미 {{limit}}입니다. 다른 금액을 적어 주세요.',
  CurrencyDiffers: '이 장부는 {{given}}[이/가] 아니라 {{expected}}[으로/로] 적습니다.',
  BalanceOutOfRange: '잔액이 계정에 담을 수 있는 {{largest}}[을/를] 넘게 됩니다.',
  EntryDayOutOfRange:
    '날짜는 {{earliest}}부터 {{latest}} 사이여야 합니다. 연도와 이 컴퓨터의 날짜를 확인해 주세요.',
  EntryNotFound: '이 계정에 없는 기록입니다. 거래 내역을 다시 확인해 주세요.',
  AlreadyReversed: '이미 되돌린 기록입니다.',
  EntryIsReversal: '되돌림 기록은 다시 되돌릴 수 없습니다. 원래 내용을 새로 적어 주세요.',
  ReasonRequired: '되돌리려면 사유를 적어 주세요.',
  // People
  PersonNotFound: '이 장부에 없는 사람입니다. 목록으로 돌아가 다시 열어 주세요.',
  PersonErased: '개인 정보가 삭제된 사람이라 글을 남길 수 없습니다. 글 칸을 비워 주세요.',
  PersonAlreadyRegistered: '이미 장부에 있는 사람입니다.',
  BirthDateOutOfRange:
    '생년월일은 {{earliest}}부터 {{latest}} 사이여야 합니다. 연도와 이 컴퓨터의 날짜를 확인해 주세요.',
  AlreadyArchived: '이미 보관된 사람입니다.',
  NotArchived: '이미 목록에 있는 사람입니다.',
  StatusChangedSince: '그 사이에 다시 보관되거나 목록으로 되돌려진 사람이라 그대로 두었습니다.',
  ChangesEmpty: '바뀐 것이 없습니다. 먼저 내용을 고쳐 주세요.',
  ConfirmationDiffers: '위에 적힌 것과 다릅니다. 그대로 입력해 주세요.',
  // Opening and creating
  WrongPassphrase:
    '이 장부의 암호가 아닙니다. 대소문자와 한/영 상태를 확인하고 다시 입력해 주세요.',
  PassphraseEmpty: '암호를 입력해 주세요.',
  SampleNotOpened:
    '견본 장부가 열리지 않습니다. 암호가 바뀌었거나 손상되었습니다. 견본을 지우고 새로 열어 주세요.',
  InUse: '다른 프로그램에서 이 장부를 열어 두었습니다. 먼저 그쪽에서 닫아 주세요.',
  NoDialogHere:
    '다른 곳의 폴더는 데스크톱 창에서만 고를 수 있습니다. 명령줄에서는 daybook serve로 열 수 있습니다.',
  OpenInAnotherWindow: '이 장부는 다른 창에 열려 있습니다. 그 창을 앞으로 가져왔습니다.',
  NotShownHere:
    '폴더는 데스크톱 창에서만 보여 줄 수 있습니다. 설정의 ‘저장소’에서 위치를 확인해 직접 여세요.',
  NotADaybook: '이 폴더에 장부가 없습니다. 폴더를 제자리에 돌려놓거나 다른 장부를 고르세요.',
  FormatTooNew: '더 새로운 Daybook으로 적은 장부입니다. 새 버전을 설치해 열어 주세요.',
  LogUnreadable: '이 장부의 기록부를 읽을 수 없습니다. 백업에서 폴더를 되살리세요.',
  KeysDamaged: '이 장부의 열쇠 파일이 손상되어 열 수 없습니다. 백업에서 폴더를 되살리세요.',
  KeysOfAnotherDaybook:
    '다른 장부의 열쇠 파일이 들어 있습니다. 맞는 keys.db를 제자리에 돌려놓으세요.',
  KdfOutOfBounds:
    '누군가 keys.db에서 암호를 지키는 값을 바꾸어 열 수 없습니다. 백업에서 폴더를 되살리세요.',
  LogMissing:
    '이 장부의 기록부 log.db가 폴더에 없습니다. 없어졌거나 옮겨졌습니다. 사본에서 제자리에 돌려놓으세요.',
  DatabaseMissing: '이 장부의 ‘{{file}}’ 파일이 없습니다. 사본에서 제자리에 돌려놓으세요.',
  NotADatabase:
    '‘{{file}}’ 파일이 손상되었거나 Daybook의 파일이 아닙니다. 바꾼 것은 없습니다. 사본에서 제자리에 돌려놓으세요.',
  ForeignDatabase:
    '‘{{file}}’ 파일은 다른 프로그램의 것입니다. 바꾼 것은 없습니다. 사본에서 맞는 파일을 돌려놓으세요.',
  ForeignDatabaseRows:
    'state.db 파일은 다른 프로그램의 것입니다. 그 파일만 다른 곳으로 옮기세요. 새로 만들어집니다.',
  StateUnusable:
    'state.db 파일을 쓸 수 없습니다. 그 파일만 지우고 장부를 다시 여세요. 새로 만들어집니다.',
  IdentityInvalid: '쓸 수 없는 이름입니다. 1자에서 200자 사이로 적어 주세요.',
  FolderNotEmpty: '폴더가 비어 있지 않습니다. 빈 폴더를 고르세요.',
  FolderUnusable: '이 폴더에 쓸 수 없습니다. 폴더가 있는지, 쓸 권한이 있는지 확인하세요.',
  AlreadyOpen: '이미 장부가 열려 있습니다. 먼저 닫아 주세요.',
  NoDaybookOpen: '장부가 닫혔습니다. 이어서 하려면 다시 열어 주세요.',
  OnlyThisDaybook:
    '장부 하나만 쓰도록 프로그램이 시작되었습니다. 다른 장부를 쓰려면 폴더 없이 시작하세요.',
  HostClosing: '프로그램이 종료되는 중입니다. 다시 시작해 주세요.',
  CurrencyInvalid: '목록에서 통화를 고르세요.',
  // Files
  DaybookChanging:
    '지금 기록이 너무 많이 들어와 한 시점의 내용으로 내보낼 수 없습니다. 기록이 뜸해지면 다시 시도하세요.',
  PageLeft:
    '그사이 화면이 바뀌어 저장하지 않았습니다. 원하는 화면으로 돌아가서 다시 저장해 주세요.',
  FileOfDaybook: '장부에 속한 파일입니다. 다른 이름이나 다른 폴더를 고르세요.',
  FileArriving: '다른 파일을 아직 읽어 들이고 있습니다. 끝난 뒤에 이 파일을 고르세요.',
  FileCutOff: '파일을 끝까지 읽어 들이지 못해 아무것도 남기지 않았습니다. 다시 고르세요.',
  FileTooLarge: '파일이 1GB보다 큽니다. 여러 개로 나누어 주세요.',
  NoSuchFile: '프로그램에 이 파일이 더 이상 없습니다. 다시 고르세요.',
  // The program
  ReadOnly:
    '손상이 발견되어 이 장부는 읽기 전용으로 열렸습니다. 설정에서 발견된 내용을 확인하세요.',
  FilesDeleted:
    '장부가 열려 있는 동안 파일이 삭제되어 아무것도 적지 못했습니다. 닫거나 잠그면 모두 사라지니, 그 전에 사람과 거래를 내보내세요.',
  NeedsNewerDaybook:
    '더 새로운 Daybook이 적은 기록이 있습니다. 이어서 하려면 새 버전을 설치하세요.',
  ErasureUnfinished: '끝나지 않은 삭제가 있습니다. 장부를 닫았다가 다시 열어 주세요.',
  EventUnreadable: '앞선 기록이 손상되어 여기에 더 적을 수 없습니다. 설정에서 기록부를 검사하세요.',
  PersonalPartUnreadable:
    '삭제되지 않았는데도 읽을 수 없는 개인 정보가 있습니다. 설정에서 기록부를 검사하세요.',
  StorageFull: '디스크가 가득 차 아무것도 적지 못했습니다. 공간을 확보하고 다시 시도하세요.',
  StorageReadOnly: '디스크에 쓸 수 없어 아무것도 적지 못했습니다. 폴더의 권한을 확인하세요.',
  StorageDamaged: '파일이 손상되어 아무것도 적지 못했습니다. 설정에서 기록부를 검사하세요.',
  StorageBusy: '다른 프로그램이 파일을 쓰고 있습니다. 잠시 뒤 다시 시도하세요.',
  StorageFailed: '디스크에 문제가 생겼습니다({{code}}). 이어서 하기 전에 디스크를 확인하세요.',
  ConnectionLost: '프로그램이 응답하지 않았습니다. 다시 시도하세요. 두 번 적히지 않습니다.',
  CommitOutcomeUnknown:
    '디스크에 문제가 생겨 적혔는지 알 수 없습니다. 장부를 닫았다가 다시 열고 다시 시도하세요. 두 번 적히지 않습니다.',
  NotSent:
    '프로그램에 연결할 수 없어 아무것도 보내지 못했습니다. 다시 연결되면 한 번 더 시도하세요.',
  EarlierWritten:
    '먼저 보낸 내용은 적혔지만 그 뒤에 고친 내용은 적히지 않았습니다. 확인한 뒤, 이것도 적으려면 한 번 더 누르세요.',
  EngineStopped: 'Daybook 엔진이 응답하기 전에 멈췄습니다. 다시 시도하세요. 두 번 적히지 않습니다.',
  Unexpected:
    '프로그램에 문제가 생겼습니다. 다시 시도하세요. 자세한 내용은 프로그램 로그에 있습니다.',
  InputInvalid: '프로그램이 입력을 읽지 못했습니다. 칸을 확인하고 다시 시도하세요.',
  PreconditionFailed: '그사이 다른 곳에서 먼저 적었습니다. 다시 확인하고 필요하면 한 번 더 하세요.',
  CommandIdTaken: '같은 번호로 다른 내용이 적혀 있습니다. 다시 시도하세요.',
  CursorInvalid: '그사이 목록이 바뀌었습니다. 다른 화면에 갔다가 돌아와 주세요.',
  FrameInvalid: '화면과 프로그램이 서로 맞지 않습니다. 페이지를 새로 고쳐 주세요.',
  NotUnicode: '입력에 깨진 글자가 들어 있습니다. 다시 입력해 주세요.',
  TooLong: '보내기에는 너무 깁니다. 줄여 주세요.',
  Cancelled: '취소했습니다.',
  JobCutShort:
    '진행하는 동안 Daybook 엔진이 멈췄습니다. 그때까지 한 것은 남아 있으니 다시 시작하세요.',
  JobRunning: '이미 진행 중입니다. 끝날 때까지 기다리거나 취소하세요.',
  other: '프로그램이 거절했습니다({{type}}).',
};
