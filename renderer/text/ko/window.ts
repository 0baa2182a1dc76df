import type { enWindow } from '../en/window.ts';
import type { Translated } from '../en.ts';

/** The frame of the window, and the screens that are about the whole daybook. */
export const koWindow: Translated<typeof enWindow> = {
  common: {
    cancel: '취소',
    close: '닫기',
    undo: '되돌리기',
    erased: '삭제됨',
    messages: '알림',
    none: '없음',
  },
  nav: {
    main: '주요 화면',
    people: '사람',
    overview: '현황',
    exchange: '가져오기·내보내기',
    log: '기록부',
    settings: '설정',
    close: '장부 닫기',
    find: '찾기',
    lock: '잠그기',
    keys: '단축키',
    skip: '본문으로 건너뛰기',
  },
  connection: {
    down: 'Daybook이 실행되고 있지 않습니다. 다시 시작한 뒤 표시되는 링크를 열어 주세요. 가능하면 이 화면에서 저절로 이어지며, 입력한 내용은 그대로 남아 있습니다.',
    stopped: {
      import:
        '가져오는 동안 Daybook이 종료되었습니다. 그 전에 추가된 것은 그대로 남습니다. 같은 파일을 다시 가져오면 거기서 이어지며, 번호가 있는 행은 두 번 들어오지 않습니다.',
      export:
        '내보내는 동안 Daybook이 종료되었습니다. 온전한 파일이 없을 수 있으니 다시 내보내 주세요.',
      verify: '장부를 검사하는 동안 Daybook이 종료되었습니다. 다시 시작할 수 있습니다.',
      rebuild: '목록을 다시 만드는 동안 Daybook이 종료되었습니다. 다시 시작할 수 있습니다.',
    },
  },
  host: {
    readOnly: '손상이 발견되어 이 장부는 읽기 전용으로 열렸습니다.',
    deleted:
      '이 장부가 열려 있는 동안 파일이 삭제되었습니다. 이제 아무것도 적히지 않으며, 닫거나 잠그면 모두 사라집니다. 지금 사람과 거래를 내보내세요.',
    export: '내보내기로 가기',
    clockAhead:
      '이 장부에는 {{when}}까지 적힌 것으로 되어 있는데 이 컴퓨터의 시계는 그보다 이릅니다. 날짜와 시간을 확인하세요. 전에 시계가 앞서 있었다면 고칠 것은 없습니다. 그때까지 적는 것은 모두 그 시각에 적힌 것으로 남으며, 거래 날짜는 바뀌지 않습니다.',
    poison_one: '이벤트 {{count, number}}건을 반영하지 못했습니다. 합계에는 빠져 있습니다.',
    poison_other: '이벤트 {{count, number}}건을 반영하지 못했습니다. 합계에는 빠져 있습니다.',
    needsNewer_one:
      '이벤트 {{count, number}}건은 더 새로운 Daybook이 있어야 읽을 수 있어 빠져 있습니다.',
    needsNewer_other:
      '이벤트 {{count, number}}건은 더 새로운 Daybook이 있어야 읽을 수 있어 빠져 있습니다.',
    details: '발견된 내용 보기',
    names: '이름을 불러오는 중',
    crashed:
      '‘{{name, short}}’ 장부가 예기치 않게 멈췄고 다시 시작하지 못했습니다. 기록되었다고 확인된 내용은 모두 안전합니다. 암호로 다시 열어 주세요.',
    restarted:
      'Daybook 엔진이 멈춰 다시 시작했습니다. 기록되었다고 확인된 내용은 하나도 잃지 않았고, 입력하던 내용도 그대로 있습니다.',
    read: '확인',
  },
  failure: {
    screen:
      'Daybook에 오류가 있어 이 화면을 보여 줄 수 없습니다. 적은 내용은 안전합니다. 새로 고치거나 다른 화면으로 가세요.',
    reload: '새로 고침',
    unknownTitle: '없는 화면',
    unknown: '이 주소에는 아무것도 없습니다.',
    toPeople: '사람 목록으로 가기',
    again: '다시 시도',
  },
  unanswered: {
    StorageFull:
      '디스크가 가득 차 장부의 지금 내용을 보여 줄 수 없습니다. 적은 내용은 안전합니다. 공간을 확보하면 저절로 나타납니다.',
    StorageReadOnly:
      '디스크에 쓸 수 없어 장부의 지금 내용을 보여 줄 수 없습니다. 적은 내용은 안전합니다. 폴더의 권한을 확인하세요.',
    StorageDamaged: '장부의 파일이 손상되어 보여 줄 수 없습니다. 설정에서 기록부를 검사하세요.',
    NotSent: '프로그램에 연결할 수 없습니다. 다시 연결되면 저절로 나타납니다.',
    ConnectionLost: '프로그램에 연결할 수 없습니다. 다시 연결되면 저절로 나타납니다.',
  },
  incomplete: {
    damaged: '이 장부는 손상되어 금액이 온전하지 않을 수 있습니다.',
    leftOut: '이 금액에는 일부 기록이 빠져 있습니다.',
  },
  leave: {
    title: '저장하지 않고 나갈까요?',
    text: '여기에 입력한 내용이 사라집니다.',
    stay: '계속 입력하기',
    go: '나가기',
  },
  welcome: {
    title: 'Daybook',
    motto:
      '사람에 관한 기록을 남기는 장부입니다. 인터넷 없이 쓸 수 있고, 지난 기록은 고쳐 쓸 수 없지만 개인 정보는 사람별로 삭제할 수 있습니다.',
    known: '내 장부',
    lacksLog: '기록부가 없습니다',
    new: '새 장부',
    locate: '다른 폴더 열기…',
    newTitle: '새 장부 만들기',
    name: '이름',
    namePlaceholder: '동네 슈퍼',
    currency: '통화',
    currencyHint: '나중에 바꿀 수 없습니다. 모든 금액이 이 통화로 적힙니다.',
    passphrase: '암호',
    passphraseAgain: '암호 다시 입력',
    strength: '강도',
    tooShort_one: '{{count, number}}자 이상 입력해 주세요',
    tooShort_other: '{{count, number}}자 이상 입력해 주세요',
    weak: '추측하기 쉽습니다. 단어를 더 넣으세요',
    fair: '보통입니다. 단어를 하나 더 넣으면 강해집니다',
    strong: '강합니다',
    warning:
      '잃어버린 암호는 아무도 되살릴 수 없습니다. 암호가 없으면 이 장부의 개인 정보를 다시는 읽을 수 없습니다. 종이에 적어 이 컴퓨터와 떨어진 곳에 보관하세요.',
    place: '보관 위치: {{folder}}',
    create: '장부 만들기',
    open: '열기',
    openTitle: '‘{{name, short}}’ 열기',
    creating: '장부를 만드는 중',
    opening: '여는 중',
    language: '언어',
  },
  job: {
    remaining: '{{time}} 남음',
  },
  overview: {
    title: '현황',
    owed: '받을 돈 합계',
    people: '목록에 있는 사람',
    archived: '보관한 사람',
    erased: '삭제한 사람',
    owing: '외상이 있는 계정',
    inCredit: '선납한 계정',
    paidAhead: '미리 받은 돈',
    exhausted: '한도를 다 쓴 계정',
    overLimit: '한도를 넘은 계정',
    exhaustedTitle: '한도를 다 쓴 계정',
    name: '이름',
    limit: '한도',
    balance: '잔액',
    all: '사람 목록에서 모두 보기',
  },
};
