import type { enPerson } from '../en/person.ts';
import type { Translated } from '../en.ts';

/** What is said on a person's page beyond its parts: what can be taken back, and what is asked first. */
export const koPerson: Translated<typeof enPerson> = {
  undoing: {
    reason: '바꾼 직후 되돌림',
    limit: '한도가 다시 {{limit}}입니다.',
    archived: '{{name, short}} 님을 목록으로 되돌렸습니다.',
    restored: '{{name, short}} 님을 다시 보관했습니다.',
    corrected: '인적 사항이 고치기 전으로 돌아갔습니다.',
    correctedElsewhere:
      '그사이 인적 사항이 다시 바뀌어 되돌리지 않았습니다. 이전 값은 모두 이력에 있습니다.',
    closed: '계정이 다시 열렸습니다.',
    reopened: '계정이 다시 닫혔습니다.',
  },
  closing: {
    title: '계정을 닫을까요?',
    owed: '아직 받을 돈이 {{sum}} 있으며, 계정을 닫아도 그대로 남습니다. 입금은 계속 적을 수 있지만 외상은 적을 수 없습니다.',
    paidAhead:
      '미리 받은 돈이 {{sum}} 있습니다. 장부에는 그대로 남지만 더는 외상에 쓸 수 없습니다.',
  },
  figures: {
    limitFrom: '한도 {{sum}}, 바뀐 이력 보기',
    availableFrom: '사용 가능 {{sum}}, 계산 보기',
    balanceFrom: '잔액 {{sum}}, 이 잔액을 이룬 기록 보기',
    balanceAfter: '이 기록 뒤 잔액 {{sum}}, 이 잔액을 이룬 기록 보기',
    whyExhausted: '계산 보기',
    explained: '금액 계산 내역',
    term: '{{what}} {{sum}}',
    added: '더한 금액',
    taken: '뺀 금액',
    entries_one: '아래 표시된 기록 {{count, number}}건',
    entries_other: '아래 표시된 기록 {{count, number}}건',
    hide: '설명 닫기',
    toReversed: '{{text}}, 그 기록으로 가기',
    toReversal: '되돌려짐, 되돌림 기록으로 가기',
    inAccount: '계정에서 보기',
  },
  past: {
    kinds: '이력 종류',
    all: '전체',
    details: '인적 사항',
    limits: '한도',
    entries: '기록',
    status: '상태',
    you: '내가 적음',
    member: '다른 구성원 ({{id}})',
    approvedCharge: '승인된 한도 초과 외상 {{amount}}',
    reversedCharge: '외상 {{amount}} 기록을 되돌림',
    reversedPayment: '입금 {{amount}} 기록을 되돌림',
    person: '사람',
    account: '계정',
    personal: '개인 정보',
    inList: '목록에 있음',
    archived: '보관됨',
    open: '열림',
    closed: '닫힘',
    readable: '읽을 수 있음',
    erased: '삭제됨',
    none: '해당하는 이력이 없습니다.',
  },
  sameReference: {
    ask: '{{name, short}} 님에게 이미 이 관리 번호가 있습니다. 그래도 쓰려면 ‘{{button}}’[을/를] 한 번 더 누르세요.',
  },
  eraseConfirm: {
    name: '확인을 위해 이름 {{name}}[을/를] 입력하세요',
    copyId: '식별자 복사',
    copied: '복사했습니다',
    notCopied: '복사하지 못했습니다. 식별자를 선택해 두었으니 직접 복사하세요.',
  },
};
